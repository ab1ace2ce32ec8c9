"""The head of a scorecard: who, which year, which score, and the state of things at a glance."""

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import cells, shorten
from auditor.rendering.terminal_text import (
    BLOCK_STYLES,
    FAINT,
    HEADING,
    SEVERITY_STYLES,
    VERDICT_STYLES,
    Span,
    folded,
    line,
)
from auditor.rendering.wording import blocks_with, errors_and_warnings, state_of_blocks, unit_of, year_and_level
from auditor.scorecard import ReportCard
from auditor.terms import VERDICT_NAMES, Severity


def head(report: ReportCard, width: int) -> Iterator[Text]:
    """Lines between two rules."""
    yield line(("━" * width, FAINT))
    grade = f"{report.score}分  {one_line(report.grade)}"
    who = shorten(f"{unit_of(report)}  {year_and_level(report)}", width - cells(grade) - 2)
    yield line((who, HEADING), (" " * (width - cells(who) - cells(grade)), ""), (grade, "bold reverse"))
    if report.title:
        yield folded([(one_line(report.title), "")], width)
    yield folded([(one_line(report.path), FAINT)], width)
    yield line(("━" * width, FAINT))
    yield folded(list(_glance(report)), width)


def _glance(report: ReportCard) -> Iterator[Span]:
    counts = Counter(element.verdict for element in report.elements)
    yield f"{len(report.elements)}项要素{'：' if report.elements else ''}", ""
    first = True
    for verdict, name in VERDICT_NAMES.items():
        if counts[verdict]:
            yield ("" if first else "、"), ""
            yield f"{name}{counts[verdict]}项", VERDICT_STYLES[verdict]
            first = False
    if report.blocks:
        yield "。法定内容：", ""
        yield state_of_blocks(report), _style_of_blocks(report)
    yield "。", ""
    if found := errors_and_warnings(report):
        worst: Severity = "error" if any(each.severity == "error" for each in report.findings) else "warning"
        yield f"另有{found}，见“其他提示”。", SEVERITY_STYLES[worst]


def _style_of_blocks(report: ReportCard) -> str:
    return BLOCK_STYLES[
        "absent" if blocks_with("absent", report) else "unread" if blocks_with("unread", report) else "present"
    ]
