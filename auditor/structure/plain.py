"""The text as a rule may read it: one script, one width, no stray spaces or line breaks, no page marks.

Every character keeps the offset it had in the document, so that whatever is found can be cited as it stands there.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from auditor.reading.document import Document
from auditor.structure.wrapping import CutsTerm, cuts_nothing, joined_lines
from auditor.text import HAN, Replacement, is_han

QUOTES = frozenset("“”‘’\"'「」『』〝〞＂＇`")
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufffe\ufffd")
WIDE_DASH = {"—", "－", "–", "―", "─", "‐", "‑", "﹣"}
CONTROLS = "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2061-\\u206f\\ufff9-\\ufffb"
# What web pages and office programs put between characters to set them: fillers, variants, signs of their own fonts.
SETTING = (
    "\\u115f\\u1160\\u180e\\u2800\\u3164\\uffa0\\ufe00-\\ufe0f\\U000e0000-\\U000e01ef"
    "\\ue000-\\uf8ff\\U000f0000-\\U0010ffff"
)
LEFT_OUT = "".join(sorted(QUOTES | INVISIBLE))
MARK_IN_NUMBER = r"[，：](?<=[0-9].)(?=[0-9])"
POINT_AS_STOP = rf"\.(?<=(?:{HAN}|）)\.)(?<![一二三四五六七八九十百]\.)(?={HAN}|（)"
SPECIAL = re.compile(
    f"[{re.escape(LEFT_OUT)}{CONTROLS}{SETTING}]+|\\s+|{MARK_IN_NUMBER}|{POINT_AS_STOP}|[{re.escape(''.join(sorted(WIDE_DASH)))}]+"
)
READ_AS = {"，": ",", "：": ":", ".": "。"}  # between digits, and between words
BEFORE_ONE = "第唯统每逐之"
MISREAD_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?=[lIOo]*[0-9])[0-9lIOo][0-9lIOo.,]*|[lI][Oo0]{1,2}|[lIO](?=[件次人名家份条项起年月日宗场]))"
    r"(?=[^A-Za-z0-9]|$)"
)
MISREAD = re.compile(r"[lIOo]")
LETTERS_READ_AS_DIGITS = str.maketrans("lIOo", "1100")


@dataclass(frozen=True, slots=True)
class PlainParagraph:
    """A paragraph of the plain text: [start, end) in it, and the numbers (from 0) of its document paragraphs."""

    start: int
    end: int
    first: int
    last: int
    heading: int | None
    is_row: bool


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text.

    Attributes:
        text: Paragraphs separated by one line feed.
        source: For each character of `text` the offset in `Document.text`; one more entry closes the list.
        paragraphs: In order.
    """

    text: str
    source: list[int]
    paragraphs: tuple[PlainParagraph, ...]

    def to_document(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the plain text stands in the document, from its first to its last character."""
        return self.source[start], self.source[end - 1] + 1

    def from_document(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of the document stands in the plain text; empty when nothing of it was kept."""
        return bisect_left(self.source, start), bisect_left(self.source, end)


def make_plain(document: Document, characters: Replacement, cuts_term: CutsTerm = cuts_nothing) -> Plain:
    """Make the plain text of a document.

    Args:
        document: The document as read.
        characters: What each character is read as (auditor.catalogue.lexicon.Words.characters).
        cuts_term: Whether a term is cut between two lines (auditor.catalogue.lexicon.Words.cuts_term).
    """
    read = characters(document.text)
    texts: list[str] = []
    source: list[int] = []
    paragraphs: list[PlainParagraph] = []
    for group in joined_lines(document, read, cuts_term):
        start = len(source)
        writer = _Writer(read, source)
        for number in group.lines:
            writer.write(document.paragraphs[number].start, document.paragraphs[number].end)
        if len(source) == start:
            continue
        texts.append(_mended("".join(writer.pieces)))
        first, last = group.lines[0], group.lines[-1]
        heading = document.paragraphs[first].heading
        paragraphs.append(PlainParagraph(start, len(source), first, last, heading, group.is_row))
        texts.append("\n")
        source.append(document.paragraphs[last].end)
    source.append(len(document.text))
    return Plain("".join(texts), source, tuple(paragraphs))


class _Writer:
    """Writes stretches of a text as the pieces of one plain paragraph, with the offset of every character."""

    def __init__(self, read: str, source: list[int]) -> None:
        self.pieces: list[str] = []
        self._source = source
        self._read = read

    def write(self, start: int, end: int) -> None:
        """Write [start, end) of the text: runs of ordinary characters at once, the others one by one."""
        at = start
        for special in SPECIAL.finditer(self._read, start, end):
            self._run(at, special.start())
            self._special(special[0], special.start(), end)
            at = special.end()
        self._run(at, end)

    def _run(self, start: int, end: int) -> None:
        if start < end:
            self._put(self._read[start:end], start)

    def _special(self, text: str, at: int, end: int) -> None:
        if text in READ_AS:
            self._put(READ_AS[text], at)
        elif text[0] in WIDE_DASH:
            self._put(self._dash(at + 1, end) if len(text) == 1 else "—" * len(text), at)
        elif text.isspace() and at + len(text) < end and self.pieces and _is_word(self.pieces[-1][-1]):
            self._put(" ", at)

    def _put(self, piece: str, at: int) -> None:
        """Add a piece; a space before it stays only between letters and digits, where it means something."""
        if self.pieces and self.pieces[-1] == " " and not _is_word(piece[0]):
            self.pieces.pop()
            self._source.pop()
        self.pieces.append(piece)
        self._source.extend(range(at, at + len(piece)))

    def _dash(self, after: int, end: int) -> str:
        """A lone dash where only 一 makes a word is how scans render it (第—责任人); others stay dashes."""
        before = self.pieces[-1][-1] if self.pieces else ""
        following = self._read[after : min(after + 1, end)]
        return "一" if before and before in BEFORE_ONE and following and is_han(following) else "—"


def _mended(paragraph: str) -> str:
    """l00% -> 100%, 2O23年 -> 2023年: letters that stand beside digits and can only be digits."""
    if not MISREAD.search(paragraph):
        return paragraph
    return MISREAD_NUMBER.sub(lambda found: found[0].translate(LETTERS_READ_AS_DIGITS), paragraph)


def _is_word(char: str) -> bool:
    """Whether a space beside this character means something: true of letters and digits only."""
    return char.isascii() and char.isalnum()
