"""The table of elements: verdict, what is there, where, what to add."""

from rich.box import HORIZONTALS
from rich.table import Table
from rich.text import Text

from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import cells, shorten
from auditor.rendering.terminal_text import FAINT, HEADING, VERDICT_STYLES, Span, folded, styled_marks
from auditor.rendering.wording import excerpt, near_misses, place, points, section_of, to_add, why_not_asked
from auditor.scorecard import ElementResult, ReportCard
from auditor.terms import ROLE_NAMES, VERDICT_NAMES

NARROW = 100
GAP = 2
VERDICT_WIDTH = 6
LINES = 4


def table(report: ReportCard, width: int) -> Table:
    """One row for each element; columns by the width of the terminal."""
    name, where = (12, 12) if width < NARROW else (16, 20)
    rest = width - name - where - VERDICT_WIDTH - 4 * GAP
    there = rest // 2
    add = rest - there
    grid = Table(
        box=HORIZONTALS,
        show_lines=True,
        show_edge=False,
        pad_edge=False,
        padding=0,
        header_style=HEADING,
        border_style=FAINT,
    )
    widths = (name + 1, VERDICT_WIDTH + 1, there + 1, where + 1, add)
    for words, columns in zip(("要素", "结论", "现有内容", "位置", "应补内容"), widths, strict=True):
        grid.add_column(words, width=columns, no_wrap=True)
    for element in report.elements:
        grid.add_row(
            _name(element, name),
            Text(VERDICT_NAMES[element.verdict], VERDICT_STYLES[element.verdict]),
            folded(_there(element, there), there),
            _where(element, where),
            folded([(_clipped(to_add(element), add), "" if element.gaps else FAINT)], add),
        )
    return grid


def _name(element: ElementResult, width: int) -> Text:
    """The name over lines of like length, and its score."""
    name = one_line(element.name)
    lines = -(-cells(name) // width)
    even = min(width, 2 * -(-cells(name) // (2 * lines)))
    weight = f" 权重{element.weight}" if width > 12 else ""
    return folded([(name, "")], even).append(f"\n{points(element)}{weight}", FAINT)


def _there(element: ElementResult, width: int) -> list[Span]:
    if element.citations:
        first = element.citations[0]
        length = (width // 2) * LINES - 2
        spans: list[Span] = [] if first.role in ("done", "zero") else [(f"〔{ROLE_NAMES[first.role]}〕", FAINT)]
        taken = len(spans[0][0]) if spans else 0
        return spans + styled_marks(excerpt(first, length - taken))
    if reason := why_not_asked(element):
        return [(_clipped(reason, width), FAINT)]
    near = len(near_misses(element))
    if element.verdict == "unread":
        return [("已读取的部分未见", FAINT)]
    if element.verdict == "missing" and near:
        return [(f"未见（另有{near}处相近内容，不能算作本项）", FAINT)]
    return [("未见" if element.verdict == "missing" else "—", FAINT)]


def _where(element: ElementResult, width: int) -> Text:
    if not element.citations:
        return Text("—", FAINT)
    first = element.citations[0]
    more = len(element.citations) - 1
    spans: list[Span] = [(place(first) + (f"等{more + 1}处" if more else ""), "")]
    if section := section_of(first):
        spans.append(("\n" + _clipped(section, width, lines=3), FAINT))
    return folded(spans, width)


def _clipped(text: str, width: int, lines: int = LINES) -> str:
    return shorten(text, (width // 2 * 2 - 1) * lines)
