"""The legal basis as it is cited: instrument, edition, articles; chosen by the year reported on and by the level."""

from collections.abc import Iterable

from auditor.catalogue.model import Basis, Catalogue
from auditor.scorecard import Level


def basis_texts(
    basis: Iterable[Basis], catalogue: Catalogue, year: int | None, level: Level = "unknown"
) -> tuple[str, ...]:
    """The citations that hold for a report on `year` by a body of `level` (all of them where that is unknown)."""
    return tuple(_text(item, catalogue) for item in basis if _holds(item, year, level))


def _holds(item: Basis, year: int | None, level: Level) -> bool:
    if item.levels and level != "unknown" and level not in item.levels:
        return False
    if year is None:
        return True
    return (item.from_year is None or year >= item.from_year) and (item.to_year is None or year <= item.to_year)


def _text(item: Basis, catalogue: Catalogue) -> str:
    instrument = catalogue.instruments[item.instrument]
    edition = f"（{instrument.edition}）" if instrument.edition else ""
    number = f"（{instrument.number}）" if instrument.number else ""
    return f"《{instrument.title}》{edition}{number}{'、'.join(item.articles)}"
