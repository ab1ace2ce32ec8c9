"""The scorecard laid out for a terminal, section by section."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from auditor.rendering.cleaning import one_line
from auditor.rendering.summary import summary
from auditor.rendering.terminal_citations import citations
from auditor.rendering.terminal_gaps import blocks, gaps, remarks
from auditor.rendering.terminal_head import head
from auditor.rendering.terminal_table import table
from auditor.rendering.terminal_text import HEADING, folded, line
from auditor.rendering.view import View
from auditor.scorecard import ReportCard, Scorecard

WIDEST = 120


def render(scorecard: Scorecard, view: View) -> str:
    """The scorecard as text with the escape sequences of a terminal."""
    out = StringIO()
    width = min(view.width, WIDEST)
    console = Console(
        file=out,
        width=width,
        force_terminal=True,
        color_system="standard" if view.has_color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for report in scorecard.reports:
        for part in _report(report, width, is_full=view.detail == "verbose"):
            console.print(part)
    for part in _after(scorecard, width):
        console.print(part)
    return "\n".join(each.rstrip(" ") for each in out.getvalue().split("\n"))


def _report(report: ReportCard, width: int, *, is_full: bool) -> Iterator[RenderableType]:
    yield from head(report, width)
    if report.elements:
        yield ""
        yield table(report, width)
        yield ""
        yield title("引用原文")
        yield from citations(report, width, is_full=is_full)
    if report.blocks:
        yield ""
        yield title("法定内容")
        yield from blocks(report, width)
    yield ""
    yield title("需要补充（按权重排列）")
    yield from gaps(report, width)
    if report.findings or report.notes:
        yield ""
        yield title("其他提示")
        yield from remarks(report, width)
    yield ""


def _after(scorecard: Scorecard, width: int) -> Iterator[RenderableType]:
    for words, lines in summary(scorecard):
        yield title(words)
        for each in lines:
            yield folded([(each, "")], width, indent=2)
        yield ""
    if scorecard.failures:
        yield title("未能审核的文件")
        for failure in scorecard.failures:
            yield folded([(one_line(failure.path), HEADING)], width, indent=2)
            yield folded([(one_line(failure.error), "red")], width, indent=4)
        yield ""


def title(words: str) -> Text:
    """The heading of a section."""
    return line((words, HEADING))
