"""Table rows of a page as one line each when they are records; tables for layout are left alone."""

from typing import Any

from auditor.reading.assembly import row_text
from auditor.reading.web_walk import BLOCKS, steps, tidy

_CELLS = frozenset({"td", "th"})
# A cell of more than one line and this many characters holds running text, not a record.
_RUNNING_TEXT = 200


def records(container: Any) -> dict[Any, tuple[str, str]]:
    """The rows that are records.

    Args:
        container: The element that holds the article.

    Returns:
        For each such tr element its text (auditor.reading.assembly.row_text), and its place (“表格1第2行”); tables are
        counted from 1 among those that have such a row, rows from 1 within their table.
    """
    found: dict[Any, tuple[str, str]] = {}
    tables: dict[Any, int] = {}
    rows: dict[Any, int] = {}
    for row in container.iter("tr"):
        table = next(row.iterancestors("table"), None)
        rows[table] = rows.get(table, 0) + 1
        text = _record(row)
        if text:
            number = tables.setdefault(table, len(tables) + 1)
            found[row] = (text, f"表格{number}第{rows[table]}行")
    return found


def _record(row: Any) -> str:
    """The text of a row; "" when it lays out running text or holds another table."""
    if next(row.iter("table"), None) is not None:
        return ""
    cells = [_cell(cell) for cell in row if cell.tag in _CELLS]
    filled = [cell for cell in cells if cell]
    alone = len(filled) == 1
    for cell in filled:
        if len(cell) > 1 and (alone or sum(map(len, cell)) > _RUNNING_TEXT):
            return ""
    return row_text([" ".join(cell) for cell in cells])


def _cell(cell: Any) -> list[str]:
    """The lines of a cell, blank ones left out."""
    found: list[str] = []
    parts: list[str] = []
    for step in steps(cell):
        if step[0] == "text":
            parts.append(step[1])
        elif step[1].tag in BLOCKS:
            found.append(tidy("".join(parts)))
            parts.clear()
    return [text for text in found if text]
