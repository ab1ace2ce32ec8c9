"""The legal basis as it is cited: instrument, edition, articles; chosen by the year reported on and by the level."""

from collections.abc import Iterable

from auditor.catalogue.model import Basis, Catalogue
from auditor.terms import Level


def basis_texts(
    basis: Iterable[Basis], catalogue: Catalogue, year: int | None, level: Level = "unknown"
) -> tuple[str, ...]:
    """The citations that hold for a report on `year` by a body of `level` (all of them where that is unknown)."""
    return tuple(basis_text(item, catalogue) for item in basis if _holds(item, catalogue, year, level))


def _holds(item: Basis, catalogue: Catalogue, year: int | None, level: Level) -> bool:
    if item.levels and level != "unknown" and level not in item.levels:
        return False
    if year is None:
        return True
    instrument = catalogue.instruments[item.instrument]
    first = [each for each in (item.from_year, _year(instrument.in_force)) if each is not None]
    last = [each for each in (item.to_year, _year(instrument.ended)) if each is not None]
    return all(year >= each for each in first) and all(year <= each for each in last)


def _year(date: str) -> int | None:
    return int(date[:4]) if date else None


def basis_text(item: Basis, catalogue: Catalogue) -> str:
    """The instrument with its edition and number, and the articles."""
    instrument = catalogue.instruments[item.instrument]
    edition = f"（{instrument.edition}）" if instrument.edition else ""
    number = f"（{instrument.number}）" if instrument.number else ""
    return f"《{instrument.title}》{edition}{number}{'、'.join(item.articles)}"
