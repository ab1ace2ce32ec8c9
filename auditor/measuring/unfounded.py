"""Rules that are asked of a body, in a year, in which none of their basis holds."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.model import Basis, Block, Element
from auditor.judging.basis import basis_texts
from auditor.measuring.places import Places
from auditor.terms import LEVEL_NAMES, Level

EARLIEST = 2015  # the first outline; reports on the years before are not looked at


def unfounded(catalogue: Catalogue, places: Places) -> Iterable[Problem]:
    """Each rule that some law does not ask for, with the report years and the levels for which none does.

    What holds in the year after the last one that rules or instruments name holds ever after.
    """
    entries: list[Element | Block] = [*catalogue.elements, *catalogue.blocks]
    years = _years(entries, catalogue)
    for entry in entries:
        for levels, bare in _bare(entry, catalogue, years):
            who = "、".join(LEVEL_NAMES[level] for level in levels)
            message = f"{who}{_in_words(bare, years)}的报告没有一条依据"
            yield places.entry(entry.id, ("basis",), message, "请补上依据，或改正 from_year、to_year 或适用的层级")


def _years(entries: Iterable[Element | Block], catalogue: Catalogue) -> range:
    limits = [year for entry in entries for item in (entry, *entry.basis) for year in (item.from_year, item.to_year)]
    dates = [date for each in catalogue.instruments.values() for date in (each.in_force, each.ended)]
    named = [*(year for year in limits if year is not None), *(int(date[:4]) for date in dates if date)]
    return range(EARLIEST, max(named, default=EARLIEST) + 2)


def _bare(entry: Element | Block, catalogue: Catalogue, years: range) -> Iterator[tuple[list[Level], list[int]]]:
    """The levels that share the same years without a basis, and those years."""
    first, last = entry.from_year or years.start, entry.to_year or years.stop
    asked = [year for year in years if first <= year <= last]
    levels = [level for level in LEVEL_NAMES if level != "unknown" and (entry.kind == "block" or level in entry.binds)]
    bare = {level: [year for year in asked if not _holds(entry.basis, catalogue, year, level)] for level in levels}
    for lacking in dict.fromkeys(tuple(each) for each in bare.values() if each):
        yield [level for level in levels if tuple(bare[level]) == lacking], list(lacking)


def _holds(basis: Iterable[Basis], catalogue: Catalogue, year: int, level: Level) -> bool:
    return bool(basis_texts(basis, catalogue, year, level))


def _in_words(bare: list[int], years: range) -> str:
    """“2019至2021年度、2026年度起”."""
    runs = [[year for _, year in run] for _, run in groupby(enumerate(bare), key=lambda each: each[1] - each[0])]
    told = []
    for run in runs:
        start, end = run[0], run[-1]
        until = "起" if end == years[-1] else ""
        told.append(f"{start}年度{until}" if until or start == end else f"{start}至{end}年度")
    return "、".join(told)
