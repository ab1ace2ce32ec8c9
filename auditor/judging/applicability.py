"""Whether an element or a statutory block is asked of this body, in a report on this year."""

from auditor.catalogue.model import Block, Element
from auditor.structure import Report
from auditor.terms import LEVEL_NAMES


def why_not_asked(element: Element, report: Report) -> str:
    """Why an element is not asked for, in Chinese; "" when it is, as it is of a body or year unknown."""
    level = report.identity.level
    if level != "unknown" and level not in element.binds:
        return f"本项不适用于{LEVEL_NAMES[level]}"
    return why_not_in(report.identity.year, element)


def why_not_in(year: int | None, entry: Element | Block) -> str:
    """Why an element or a block is not asked for in a report on a year, in Chinese; "" when it is."""
    if year is not None and entry.from_year is not None and year < entry.from_year:
        return f"本项从{entry.from_year}年度的报告起适用"
    if year is not None and entry.to_year is not None and year > entry.to_year:
        return f"本项只适用于{entry.to_year}年度及以前的报告"
    return ""
