"""The lines of one PDF page, each with where it stands."""

from ctypes import c_float
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from auditor.text import UNIFIED, Replacement

_HYPHENS = frozenset({0x2, 0xFFFE})
_SPACES = frozenset({0x20, 0xA0, 0x3000, 0x9})
# A gap this many characters wide may be one between two columns of text.
_PIECE_GAP = 0.8

unified = Replacement(UNIFIED)
"""The text with ordinary characters for radicals and compatibility characters."""


# A character's number on its page, and its code point.
_Character = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or a piece of one; lengths in points, from the lower left corner of the page.

    Attributes:
        text: What it says; columns of a table parted by a tab.
        left: Left edge of its first character.
        right: Right edge of its last character.
        top: Upper edge of its first character.
        bottom: Lower edge of its first character.
        unreadable: How many of its characters the file gives no text for.
        column: The column of text that it belongs to, from 1; 0 where the page has only one.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    unreadable: int
    column: int = 0

    @property
    def size(self) -> float:
        """The width of one Chinese character in this line, in points."""
        cells = sum(1.0 if is_wide(character) else 0.5 for character in self.text)
        return (self.right - self.left) / max(cells, 1.0)

    @property
    def height(self) -> float:
        """The height of its first character, in points."""
        return self.top - self.bottom


def is_wide(character: str) -> bool:
    """Whether a character is as wide as a Chinese one: 汉字, full-width signs, Chinese quotation marks."""
    return character >= "\u2e80" or character in "“”‘’…—·"


def page_rows(text_page: Any) -> list[list[Line]]:
    """The lines of a page from top to bottom, each as its pieces from left to right, parted by gaps.

    The order of the file is kept unless it runs upwards; then position decides.

    Args:
        text_page: A pypdfium2.PdfTextPage.
    """
    found = written_rows(text_page)
    rises = sum(after[0].bottom > before[0].top for before, after in pairwise(found))
    if rises * 2 > len(found):
        found.sort(key=lambda row: (-row[0].top, row[0].left))
    return found


def written_rows(text_page: Any) -> list[list[Line]]:
    """Likewise, but in the order of the file whatever it is."""
    found: list[list[Line]] = []
    current: list[_Character] = []
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code not in {0xA, 0xD}:
            current.append((index, code))
        elif current:
            found += _row(text_page, current)
            current = []
    return found + _row(text_page, current)


def _row(text_page: Any, codes: list[_Character], *, is_sorted: bool = False) -> list[list[Line]]:
    """One line from its characters; none when it is blank.

    Signs of another font may come after the rest of their line; one that goes back is put in order by place.
    """
    printed = [place for place, (_, code) in enumerate(codes) if code not in _SPACES | _HYPHENS]
    if not printed:
        return []
    codes = codes[printed[0] : printed[-1] + 1]
    first = _box(text_page, codes[0][0])
    widest = _PIECE_GAP * (first.top - first.bottom)
    row: list[Line] = []
    piece: list[_Character] = []
    spaced = False
    for index, code in codes:
        if code in _SPACES:
            spaced = True
            continue
        if spaced and piece:
            gap = _box(text_page, index).left - _box(text_page, piece[-1][0]).right
            if gap < -widest < 0 and not is_sorted:
                in_place = sorted(codes, key=lambda each: _box(text_page, each[0]).left)
                return _row(text_page, in_place, is_sorted=True)
            if gap > widest > 0:
                row.append(_piece(text_page, piece))
                piece = []
            elif not (is_wide(chr(piece[-1][1])) or is_wide(chr(code))):
                # Beside 汉字 PDF makers put spaces that stand for nothing.
                piece.append((index, 0x20))
        piece.append((index, code))
        spaced = False
    return [[*row, _piece(text_page, piece)]]


def _piece(text_page: Any, codes: list[_Character]) -> Line:
    parts: list[str] = []
    unreadable = 0
    for _, code in codes:
        if code in _HYPHENS:
            parts.append("-")
        elif _is_unreadable(code):
            unreadable += 1
            parts.append("\ufffd")
        else:
            parts.append(chr(code))
    # Characters beyond the basic plane may come as two halves.
    text = "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    first, last = _box(text_page, codes[0][0]), _box(text_page, codes[-1][0])
    return Line(unified(text), first.left, max(first.right, last.right), first.top, first.bottom, unreadable)


def _is_unreadable(code: int) -> bool:
    return code < 0x20 or code == 0xFFFD or 0x7F <= code < 0xA0 or 0xE000 <= code < 0xF900 or code > 0x10FFFF


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float


def _box(text_page: Any, index: int) -> _Box:
    """The space a character takes, by its font's own measures."""
    box = pdfium.FS_RECTF(c_float(0), c_float(0), c_float(0), c_float(0))
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    return _Box(box.left, box.right, box.top, box.bottom)
