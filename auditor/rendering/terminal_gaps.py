"""What follows the passages: the statutory blocks, what to add, other remarks."""

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import cells, pad
from auditor.rendering.terminal_text import (
    BLOCK_STYLES,
    FAINT,
    SEVERITY_STYLES,
    VERDICT_STYLES,
    Span,
    folded,
    line,
    styled_marks,
)
from auditor.rendering.wording import block_gaps, excerpt, lacking, marked, place, place_in_full
from auditor.scorecard import ReportCard
from auditor.terms import BLOCK_VERDICT_NAMES, SEVERITY_NAMES, VERDICT_NAMES


def blocks(report: ReportCard, width: int) -> Iterator[Text]:
    """Each statutory block with where it begins."""
    longest = max(cells(one_line(block.name)) for block in report.blocks)
    for block in report.blocks:
        spans: list[Span] = [(BLOCK_VERDICT_NAMES[block.state], BLOCK_STYLES[block.state]), ("  ", "")]
        if block.citations:
            first = block.citations[0]
            spans += [(pad(one_line(block.name), longest), ""), (f"  {place(first)}  ", FAINT)]
            room = (width - longest - 20) // 2
            spans += [(text, FAINT) for text, _ in excerpt(first, max(8, room))]
        else:
            spans.append((one_line(block.name), ""))
        yield line(("  ", ""), *spans)


def gaps(report: ReportCard, width: int) -> Iterator[Text]:
    """What to add, heaviest element first, then the blocks."""
    for number, element in enumerate(lacking(report), 1):
        verdict = VERDICT_NAMES[element.verdict]
        yield line(
            (f"  {number}. ", ""),
            (one_line(element.name), ""),
            ("  ", ""),
            (verdict, VERDICT_STYLES[element.verdict]),
            (f"  权重{element.weight}", FAINT),
        )
        for gap in element.gaps:
            yield folded([(one_line(gap), "")], width, indent=5)
    for number, gap in enumerate(block_gaps(report), len(lacking(report)) + 1):
        yield line((f"  {number}. ", ""), (gap, ""), ("  法定内容", FAINT))
    if not lacking(report) and not block_gaps(report):
        yield line(("  没有需要补充的内容。", "green"))


def remarks(report: ReportCard, width: int) -> Iterator[Text]:
    """Findings that are no element, and notes on the reading of the file."""
    for finding in report.findings:
        severity = (SEVERITY_NAMES[finding.severity], SEVERITY_STYLES[finding.severity])
        yield folded([severity, ("  ", ""), (one_line(finding.message), "")], width, indent=2)
        for where, group in groupby(finding.citations, place_in_full):
            yield folded([(where, FAINT)], width, indent=4)
            for citation in group:
                yield folded(styled_marks(marked(citation)), width, indent=6)
    for note in report.notes:
        yield folded([("读取说明  ", FAINT), (one_line(note), "")], width, indent=2)
