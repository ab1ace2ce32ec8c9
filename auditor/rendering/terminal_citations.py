"""The passages cited for each element, matched words marked; for a missing one, where it was looked for."""

from collections.abc import Iterator

from rich.text import Text

from auditor.rendering.cleaning import one_line
from auditor.rendering.terminal_text import FAINT, VERDICT_STYLES, folded, line, styled_marks
from auditor.rendering.wording import marked, near_misses, place_in_full, role_of, search_of, why_not_asked
from auditor.scorecard import Citation, ElementResult, ReportCard
from auditor.terms import VERDICT_NAMES

CITED = 2


def citations(report: ReportCard, width: int, *, is_full: bool) -> Iterator[Text]:
    """All elements; the first passages of each, or everything when `is_full`."""
    for number, element in enumerate(report.elements):
        if number:
            yield Text("")
        verdict = VERDICT_NAMES[element.verdict]
        name = one_line(element.name)
        yield line(("  ", ""), (name, ""), ("  ", ""), (verdict, VERDICT_STYLES[element.verdict]))
        yield from _passages(element, width, is_full)
        if element.verdict in ("missing", "unread") or is_full:
            yield from _near_misses(element, width, is_full)
        if is_full:
            for basis in element.basis:
                yield folded([("依据：", FAINT), (one_line(basis), "")], width, indent=4)


def _passages(element: ElementResult, width: int, is_full: bool) -> Iterator[Text]:
    if reason := why_not_asked(element):
        yield folded([("原因：", FAINT), (reason, "")], width, indent=4)
    shown = element.citations if is_full else element.citations[:CITED]
    for citation in shown:
        yield _place(citation, role_of(citation), width)
        yield folded(styled_marks(marked(citation)), width, indent=6)
    if len(shown) < len(element.citations):
        yield line((f"    另有{len(element.citations) - len(shown)}处，加 --verbose 查看。", FAINT))


def _near_misses(element: ElementResult, width: int, is_full: bool) -> Iterator[Text]:
    if searched := search_of(element):
        yield folded([(f"已查找{searched}。", "")], width, indent=4)
    for citation, reason in near_misses(element)[: None if is_full else 1]:
        yield _place(citation, "未采信", width)
        yield folded(styled_marks(marked(citation)), width, indent=6)
        yield folded([("原因：", FAINT), (one_line(reason), "")], width, indent=6)


def _place(citation: Citation, role: str, width: int) -> Text:
    return folded([(role, ""), (f"  {place_in_full(citation)}", FAINT)], width, indent=4)
