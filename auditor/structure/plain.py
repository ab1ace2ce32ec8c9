"""The text as a rule may read it: one script, one width, no stray spaces or line breaks, no page marks.

Every character keeps the offset it had in the document, so that whatever is found can be cited as it stands there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.reading.document import Document
from auditor.structure.wrapping import joined_lines
from auditor.text import is_han

QUOTES = frozenset("“”‘’\"'「」『』〝〞＂＇`")
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufffe\ufffd")
HALF_TO_CHINESE = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "!": "！", "?": "？"}
OTHER_FORMS = {
    "﹐": "，",
    "﹑": "、",
    "･": "、",
    "．": ".",
    "﹒": ".",
    "〔": "（",
    "〕": "）",
    "【": "（",
    "】": "）",
}
WIDE_DASH = {"—", "－", "–", "―", "─", "‐", "‑", "﹣"}
BEFORE_ONE = "第唯统每逐之"
MISREAD_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?=[lIOo|]*[0-9])[0-9lIOo|][0-9lIOo|.,]*|[lI|][Oo0]{1,2}|[lI|O](?=[件次人名家份条项起年月日宗场]))"
    r"(?=[^A-Za-z0-9]|$)"
)
LETTERS_READ_AS_DIGITS = {"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"}


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


def make_plain(document: Document, traditional: Mapping[str, str]) -> Plain:
    """Make the plain text of a document.

    Args:
        document: The document as read.
        traditional: Traditional characters and the simplified ones they are read as.
    """
    writer = _Writer(document.text, traditional)
    paragraphs: list[PlainParagraph] = []
    for group in joined_lines(document):
        start = len(writer.chars)
        for number in group.lines:
            paragraph = document.paragraphs[number]
            writer.write(paragraph.start, paragraph.end)
        if len(writer.chars) == start:
            continue
        writer.mend_numbers(start)
        first, last = group.lines[0], group.lines[-1]
        heading = document.paragraphs[first].heading
        paragraphs.append(PlainParagraph(start, len(writer.chars), first, last, heading, group.is_row))
        writer.chars.append("\n")
        writer.source.append(document.paragraphs[last].end)
    writer.source.append(len(document.text))
    return Plain("".join(writer.chars), writer.source, tuple(paragraphs))


def _character_table(traditional: Mapping[str, str]) -> dict[int, str]:
    """One character for each that is read as another; "" for those that are left out."""
    table = {ord(old): new for old, new in traditional.items()}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(old): new for old, new in (OTHER_FORMS | HALF_TO_CHINESE).items()}
    table |= {code: HALF_TO_CHINESE[new] for code, new in table.items() if new in HALF_TO_CHINESE}
    table |= dict.fromkeys(map(ord, QUOTES | INVISIBLE), "")
    return table


class _Writer:
    """Writes stretches of a source text as plain text, character by character, with their offsets."""

    def __init__(self, text: str, traditional: Mapping[str, str]) -> None:
        self.chars: list[str] = []
        self.source: list[int] = []
        self._text = text
        self._table = _character_table(traditional)

    def write(self, start: int, end: int) -> None:
        """Write [start, end) of the source."""
        chars, source, table, text = self.chars, self.source, self._table, self._text
        for at in range(start, end):
            raw = text[at]
            char = table.get(ord(raw), raw)
            if char == "" or (char is raw and not is_han(char) and not char.isprintable() and not char.isspace()):
                continue
            before = chars[-1] if chars else ""
            if char.isspace():
                if _is_word(before):
                    chars.append(" ")
                    source.append(at)
                continue
            if before == " " and not _is_word(char):
                chars.pop()
                source.pop()
                before = chars[-1] if chars else ""
            if char in "，：" and before.isdigit() and text[at + 1 : min(at + 2, end)].isdigit():
                char = "," if char == "，" else ":"
            elif char in WIDE_DASH:
                char = self._dash(before, at, end)
            chars.append(char)
            source.append(at)

    def _dash(self, before: str, at: int, end: int) -> str:
        """A lone dash where only 一 makes a word is how scans render it (第—责任人); others stay dashes."""
        after = self._text[at + 1] if at + 1 < end else ""
        return "一" if before and before in BEFORE_ONE and after and is_han(after) else "—"

    def mend_numbers(self, start: int) -> None:
        """l00% -> 100%, 2O23年 -> 2023年: letters that stand beside digits and can only be digits."""
        paragraph = "".join(self.chars[start:])
        for found in MISREAD_NUMBER.finditer(paragraph):
            for at in range(found.start(), found.end()):
                self.chars[start + at] = LETTERS_READ_AS_DIGITS.get(paragraph[at], paragraph[at])


def _is_word(char: str) -> bool:
    """Whether a space beside this character means something: true of letters and digits only."""
    return char.isascii() and char.isalnum()
