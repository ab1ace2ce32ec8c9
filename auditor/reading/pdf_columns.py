"""Puts the pieces of a page in reading order: two columns one after the other, the rows of a table whole."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from auditor.reading.pdf_lines import Line, is_wide
from auditor.reading.quantile import quantile

# Lines that a column must have, and how wide it must be in characters, to be running text.
_FEWEST = 6
_NARROWEST = 8
# Share of a column's lines that must fill it (lines of a table differ), and of the page's that may cross the gap.
_FULL_SHARE = 0.5
_FULL = 0.85
_CROSSING_SHARE = 0.25
# The gap is looked for in the middle of the page, at this many places.
_MIDDLE = (0.3, 0.7)
_PLACES = 40
# A gap this many characters wide is one between columns of a table, not a space.
_COLUMN_GAP = 1.6
# The number of a heading stands apart from it by as much.
_LABEL = re.compile(
    r"第[一二三四五六七八九十百]+(?:部分|[章节条编篇])|[一二三四五六七八九十]+、?|[（(][一二三四五六七八九十]+[)）]"
)

Row = list[Line]


def in_reading_order(rows: list[Row]) -> list[Line]:
    """The lines of a page in reading order.

    Args:
        rows: What stands beside each other on the page, from left to right; rows in the order of the file.
    """
    gap = _gap([piece for row in rows for piece in row])
    if gap is None:
        return [_joined(row) for row in rows]
    return list(_column_by_column(sorted(rows, key=lambda row: -row[0].top), gap))


def _column_by_column(rows: list[Row], gap: float) -> Iterator[Line]:
    """Both columns from the top down to the next line that crosses the gap, then that line, and so on."""
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        if any(piece.left < gap < piece.right for piece in row):
            yield from left + right
            left, right = [], []
            yield _joined(row)
            continue
        for side, number, inside in (
            (left, 1, [piece for piece in row if piece.right <= gap]),
            (right, 2, [piece for piece in row if piece.right > gap]),
        ):
            if inside:
                side.append(replace(_joined(inside), column=number))
    yield from left + right


def _gap(pieces: list[Line]) -> float | None:
    """Where the gap between two columns of running text is, in points; None when there are none."""
    if len(pieces) < 2 * _FEWEST:
        return None
    first, last = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    low, high = (first + share * (last - first) for share in _MIDDLE)
    places = [low + step * (high - low) / _PLACES for step in range(_PLACES + 1)]
    crossing = {place: sum(piece.left < place < piece.right for piece in pieces) for place in places}
    fewest = min(crossing.values())
    if fewest > _CROSSING_SHARE * len(pieces):
        return None
    clear = [place for place in places if crossing[place] == fewest]
    gap = clear[len(clear) // 2]
    sides = ([p for p in pieces if p.right <= gap], [p for p in pieces if p.left >= gap])
    return gap if all(_is_running_text(side) for side in sides) else None


def _is_running_text(side: list[Line]) -> bool:
    if len(side) < _FEWEST:
        return False
    left, right = quantile([piece.left for piece in side], 0.1), quantile([piece.right for piece in side], 0.9)
    full = sum(piece.right - piece.left >= _FULL * (right - left) for piece in side)
    size = median(piece.size for piece in side)
    return full >= _FULL_SHARE * len(side) and right - left >= _NARROWEST * size


def _joined(row: Row) -> Line:
    """A row as one line, the columns of a table parted by tabs."""
    first = row[0]
    if len(row) == 1:
        return first
    parts = [first.text]
    for before, after in pairwise(row):
        parts += [_space(before, after), after.text]
    return replace(
        first,
        text="".join(parts),
        right=max(piece.right for piece in row),
        unreadable=sum(piece.unreadable for piece in row),
    )


def _space(before: Line, after: Line) -> str:
    """What stands for a gap: a tab, or a space; beside 汉字 PDF makers put spaces that stand for nothing."""
    if after.left - before.right > _COLUMN_GAP * (before.top - before.bottom) and not _LABEL.fullmatch(before.text):
        return "\t"
    return "" if is_wide(before.text[-1]) or is_wide(after.text[0]) else " "
