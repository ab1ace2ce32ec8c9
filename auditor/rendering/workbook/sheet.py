"""One sheet with a table: head, filter, frozen panes, A4 print set-up; text is always written as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import cells as columns_of
from auditor.rendering.workbook.styles import Styles

# A cell holds 32,767 characters; what is longer is cut.
LONGEST = 32_000
A4 = 9
# Points: a line of 10-point type, the room above and below, the tallest row a sheet may have.
LINE = 13
PADDING = 4
TALLEST = 409

Cell = tuple[str | float | int | None, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and its width in characters of the default font (a Chinese one is two)."""

    name: str
    width: float


def put(sheet: Any, row: int, column: int, cell: Cell) -> None:
    """Write one cell: a number as number, everything else as text, never as a formula."""
    value, style = cell
    if isinstance(value, (int, float)):
        sheet.write_number(row, column, value, style)
    elif value:
        text = one_line(value)
        sheet.write_string(row, column, text if len(text) <= LONGEST else text[:LONGEST] + "……", style)
    else:
        sheet.write_blank(row, column, None, style)


def write_table(
    sheet: Any,
    heads: tuple[str, str],
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    styles: Styles,
    *,
    frozen: int = 0,
    printed: int | None = None,
) -> None:
    """Fill a sheet with a title, a note and one table.

    Args:
        sheet: The xlsxwriter worksheet.
        heads: What the sheet is, and how to read it.
        columns: The columns.
        rows: The cells of each row.
        styles: The formats of the workbook.
        frozen: Columns at the left that stay in sight.
        printed: Columns at the left that are printed; all by default.
    """
    sheet.set_row(0, 26)
    put(sheet, 0, 0, (heads[0], styles.title))
    put(sheet, 1, 0, (heads[1], styles.note))
    head = 2
    last = put_table(sheet, head, columns, rows, styles)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
    sheet.freeze_panes(head + 1, frozen)
    if last > head:
        sheet.autofilter(head, 0, last, len(columns) - 1)
    sheet.repeat_rows(head)
    sheet.print_area(0, 0, last, (printed or len(columns)) - 1)
    set_up_page(sheet, landscape=True)


def put_table(sheet: Any, top: int, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], styles: Styles) -> int:
    """Write a table from a row on; the number of its last row."""
    _set_height(sheet, top, [column.name for column in columns], columns, padding=8)
    for number, column in enumerate(columns):
        put(sheet, top, number, (column.name, styles.header))
    row = top
    for cells in rows:
        row += 1
        _set_height(sheet, row, [value for value, _ in cells], columns, padding=PADDING)
        for number, cell in enumerate(cells):
            put(sheet, row, number, cell)
    return row


def _set_height(sheet: Any, row: int, values: Sequence[object], columns: Sequence[Column], padding: float) -> None:
    """Make a row as tall as its longest cell; not every program does so by itself."""
    texts = (
        (value if isinstance(value, str) else "", column.width) for value, column in zip(values, columns, strict=True)
    )
    lines = max(_lines(text, width) for text, width in texts)
    sheet.set_row(row, min(TALLEST, lines * LINE + padding))


def _lines(text: str, width: float) -> int:
    """Lines a text takes in a column; a little room is lost at the ends of lines."""
    return max(1, ceil(columns_of(text) / (0.92 * width)))


def set_up_page(sheet: Any, *, landscape: bool) -> None:
    """A4, as wide as the paper, with page numbers."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
