"""Whether an element is asked of this body, in a report on this year."""

from auditor.catalogue.model import Element
from auditor.scorecard import LEVEL_NAMES
from auditor.structure import Report


def why_not_asked(element: Element, report: Report) -> str:
    """Why an element is not asked for, in Chinese; "" when it is, as it is of a body or year unknown."""
    level, year = report.identity.level, report.identity.year
    if level != "unknown" and level not in element.binds:
        return f"本项不适用于{LEVEL_NAMES[level]}"
    if year is not None and element.from_year is not None and year < element.from_year:
        return f"本项从{element.from_year}年度的报告起适用"
    if year is not None and element.to_year is not None and year > element.to_year:
        return f"本项只适用于{element.to_year}年度及以前的报告"
    return ""
