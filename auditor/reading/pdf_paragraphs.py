"""Joins the printed lines of a PDF into paragraphs, by width, indent and punctuation."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from auditor.reading.pdf_lines import Line, is_wide
from auditor.reading.quantile import quantile

_SENTENCE_END = re.compile(r"[。！？!?][”’）)》】]*$")
_STOP = re.compile(r"[。！？!?；;：:][”’）)》】]*$")
_MARK = re.compile("[，。；、]")
_CELLS = re.compile("[\t|｜]")
_LISTING = ("、", "，")
_NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]+(?:部分|[、章节])|[一二三四五六七八九十百]+、(?![一二三]审)|"
    r"[（(](?:[一二三四五六七八九十]+|\d{1,2})[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])"
)
# What is not parted between two lines: a number or word, a character, each with the signs that open and close it.
_UNPARTED = re.compile(r"[（(《〈〔【［“‘]*(?:[0-9A-Za-z.,%/—–-]+|.)[，。；：、！？,;:!?）)》〉〕】］”’…]*")
# Widths in characters: how far a full line may end before the edge at least (farther when what comes next would not
# have fitted), how far one that ends in mid-sentence, as setters keep numbers, quotes and words together in ways of
# their own, and how far in a line must begin to be indented.
_SLACK = 2.3
_SLACK_OF_CUT = 6.5
_INDENT = 0.9
_DEEPEST_INDENT = 4.5
_INDENTED_SHARE = 0.05
# Text narrower than this many characters is a list of short lines, not a paragraph set to a width.
_NARROWEST = 15
_NARROWEST_COLUMN = 8
# Lines that a page must have to show its own edges.
_TELLING = 8
# Lines further apart than so many times the usual distance, or so many characters, are different paragraphs.
_LOOSE = 1.6
_LOOSEST = 3.0
_FONT_CHANGE = 1.2
# The title is set so much larger than the text, and its last line in the middle of the page, to so many characters.
_TITLE_SIZE = 1.1
_OFF_CENTRE = 1.0


@dataclass(frozen=True, slots=True)
class PdfParagraph:
    """A paragraph and where it begins: the page, from 1, and the upper edge of its first line, in points."""

    text: str
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in a document: distances in points.

    Attributes:
        size: Width of a Chinese character.
        height: Height of a line's letters.
        pitch: From one line to the next.
        indents: Whether paragraphs begin with an indented line.
    """

    size: float
    height: float
    pitch: float
    indents: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with its page (from 1) and the left and right edges of its column on that page, in points."""

    line: Line
    page: int
    left: float
    right: float


def paragraphs(pages: list[list[Line]]) -> Iterator[PdfParagraph]:
    """Joins lines into paragraphs.

    Args:
        pages: The lines of each page, in reading order, without headers and footers.
    """
    placed = list(_place(pages))
    if not placed:
        return
    usual = _measure(placed)
    text, first = placed[0].line.text, placed[0]
    for before, after in pairwise(placed):
        if _continues(text, before, after, usual):
            text = _join(text, after.line.text)
        else:
            yield PdfParagraph(text, first.page, first.line.top)
            text, first = after.line.text, after
    yield PdfParagraph(text, first.page, first.line.top)


def _place(pages: list[list[Line]]) -> Iterator[_Placed]:
    everywhere: dict[int, list[Line]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            everywhere[line.column].append(line)
    widest = {column: _edges(lines) for column, lines in everywhere.items()}
    for number, lines in enumerate(pages, 1):
        edges = {}
        for column, (left, right) in widest.items():
            inside = [line for line in lines if line.column == column]
            # A page of a few lines does not show its own edges.
            own = _edges(inside) if len(inside) >= _TELLING else (left, right)
            edges[column] = own if column else (min(own[0], left), max(own[1], right))
        yield from (_Placed(line, number, *edges[line.column]) for line in lines)


def _edges(lines: list[Line]) -> tuple[float, float]:
    """Where most lines begin and end, a tenth of them left out as strays."""
    return quantile([line.left for line in lines], 0.1), quantile([line.right for line in lines], 0.9)


def _measure(placed: list[_Placed]) -> _Measure:
    size = median(item.line.size for item in placed)
    height = median(item.line.height for item in placed)
    falls = [
        before.line.top - after.line.top
        for before, after in pairwise(placed)
        if before.page == after.page and before.line.top > after.line.top
    ]
    indented = sum(_is_indented(item, size) and _depth(item) < _DEEPEST_INDENT * size for item in placed)
    return _Measure(size, height, median(falls) if falls else 0.0, indented > _INDENTED_SHARE * len(placed))


def _depth(item: _Placed) -> float:
    return item.line.left - item.left


def _is_indented(item: _Placed, size: float) -> bool:
    return _depth(item) > _INDENT * size


def _continues(text: str, before: _Placed, after: _Placed, usual: _Measure) -> bool:
    """Whether a paragraph runs on in the next line: it fills the width, and nothing shows that another begins."""
    first, second = before.line, after.line
    is_cut = bool(_MARK.search(text)) and not _STOP.search(text)
    if (
        not _fills(before, second, usual, is_cut=is_cut)
        or _changes_font(first, second)
        or _is_far(before, after, usual)
    ):
        return False
    if "\t" in second.text or (_NUMBERED.match(second.text) and not first.text.endswith(_LISTING)):
        return False
    if _is_indented(after, usual.size):
        return _is_title_line(before, usual) and _is_title_line(after, usual)
    return usual.indents or not _SENTENCE_END.search(first.text)


def _fills(item: _Placed, following: Line, usual: _Measure, *, is_cut: bool) -> bool:
    """Whether a line ends where its column does, or where what follows would not have fitted."""
    line = item.line
    narrowest = _NARROWEST_COLUMN if line.column else _NARROWEST
    is_cut = is_cut and not _CELLS.search(line.text)
    slack = max(_SLACK_OF_CUT if is_cut else _SLACK, _width(_UNPARTED.match(following.text)))
    if "\t" in line.text or item.right - item.left < narrowest * usual.size:
        return False
    return line.right >= item.right - slack * usual.size


def _is_title_line(item: _Placed, usual: _Measure) -> bool:
    """Whether a line is set in the middle and larger than the text, and is no sentence."""
    line = item.line
    off_centre = abs((line.left - item.left) - (item.right - line.right)) / 2
    is_large = line.size > _TITLE_SIZE * usual.size and line.height > _TITLE_SIZE * usual.height
    return is_large and off_centre <= _OFF_CENTRE * line.size and not _STOP.search(line.text)


def _width(found: re.Match[str] | None) -> float:
    """How many Chinese characters wide a piece of a line is."""
    return sum(1.0 if is_wide(character) else 0.5 for character in found[0]) if found else 0.0


def _is_far(before: _Placed, after: _Placed, usual: _Measure) -> bool:
    """Whether two lines of one page are further apart than usual, or only one of them is in a column."""
    fall = before.line.top - after.line.top
    if before.line.column != after.line.column and not (before.line.column and after.line.column):
        return True
    return before.page == after.page and (fall > _LOOSE * usual.pitch or fall > _LOOSEST * usual.size)


def _changes_font(first: Line, second: Line) -> bool:
    """Whether the letters change size, as from a heading to its text; told only by lines mostly of 汉字."""
    for line in (first, second):
        if sum(map(is_wide, line.text)) < max(5, 0.7 * len(line.text)):
            return False
    (_, small), (large, _) = sorted((_sizes(first), _sizes(second)))
    return large > _FONT_CHANGE * small


def _sizes(line: Line) -> tuple[float, float]:
    """The size of a line's characters at least and at most: some fonts set quotation marks half as wide."""
    quotes = sum(map(line.text.count, "“”‘’"))
    cells = (line.right - line.left) / line.size
    return line.size, (line.right - line.left) / (cells - quotes / 2)


def _join(text: str, more: str) -> str:
    """Puts two lines together; only two Latin words need a space between them."""
    words = text[-1:].isascii() and more[:1].isascii() and (text[-1:].isalpha() or more[:1].isalpha())
    return f"{text} {more}" if words else text + more
