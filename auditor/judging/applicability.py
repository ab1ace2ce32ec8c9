"""Whether an element or a statutory block is asked of this body, in a report on this year."""

from auditor.catalogue.model import Block, Element
from auditor.judging.citing import cite_span
from auditor.scorecard import LEVEL_NAMES, Citation
from auditor.structure import Report


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


def cite_identity(report: Report, rule: str) -> tuple[Citation, ...]:
    """The words that tell who reports on which year, when they stand in the text."""
    for fact in ("title", "unit", "year"):
        words = report.identity.evidence.get(fact)
        if words is None or not 0 <= words.start < words.end:
            continue
        source = report.plain.source
        start = next(at for at, offset in enumerate(source) if offset >= words.start)
        end = next(at for at, offset in enumerate(source) if offset >= words.end)
        number = next(n for n, sentence in enumerate(report.sentences) if sentence.end > start)
        return (cite_span((start, max(end, start + 1)), number, "zero", rule, report),)
    return ()
