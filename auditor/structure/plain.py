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
OTHER_FORMS = {"﹐": "，", "﹑": "、", "･": "、", "．": ".", "﹒": ".", "〔": "（", "〕": "）", "【": "（", "】": "）"}
WIDE_DASH = {"—", "－", "–", "―", "─", "‐", "‑", "﹣"}
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
    table = {ord(old): new for old, new in traditional.items()}
    chars: list[str] = []
    source: list[int] = []
    paragraphs: list[PlainParagraph] = []
    for group in joined_lines(document):
        start = len(chars)
        for number in group.lines:
            paragraph = document.paragraphs[number]
            _append(document.text, paragraph.start, paragraph.end, table, chars, source)
        if len(chars) == start:
            continue
        _mend_numbers(chars, start)
        first = document.paragraphs[group.lines[0]]
        paragraphs.append(
            PlainParagraph(start, len(chars), group.lines[0], group.lines[-1], first.heading, group.is_row)
        )
        chars.append("\n")
        source.append(document.paragraphs[group.lines[-1]].end)
    source.append(len(document.text))
    return Plain("".join(chars), source, tuple(paragraphs))


def _append(
    text: str, start: int, end: int, table: Mapping[int, str], chars: list[str], source: list[int]
) -> None:
    for at in range(start, end):
        char = text[at]
        if char in QUOTES or char in INVISIBLE:
            continue
        if char.isspace() or char == "\u3000":
            char = " "
        elif "\uff01" <= char <= "\uff5e":
            char = chr(ord(char) - 0xFEE0)
        elif ord(char) in table:
            char = table[ord(char)]
        elif char in OTHER_FORMS:
            char = OTHER_FORMS[char]
        elif not char.isprintable():
            continue
        char = HALF_TO_CHINESE.get(char, char)
        if char == " ":
            if not chars or _stands_alone(chars[-1]):
                continue
        elif chars and chars[-1] == " " and _stands_alone(char):
            chars.pop()
            source.pop()
        if char in "，：" and _between_digits(chars, text, at, end):
            char = "," if char == "，" else ":"
        elif char in WIDE_DASH:
            char = _dash(chars, text, at, end)
        chars.append(char)
        source.append(at)


def _stands_alone(char: str) -> bool:
    """Whether a space beside this character means nothing: true of everything but letters and digits."""
    return not (char.isascii() and char.isalnum())


def _between_digits(chars: list[str], text: str, at: int, end: int) -> bool:
    before = bool(chars) and chars[-1].isdigit()
    return before and at + 1 < end and text[at + 1].isdigit() and text[at] in ",，:"


def _dash(chars: list[str], text: str, at: int, end: int) -> str:
    """A lone dash between two Chinese characters is how scans render 一; others stay dashes."""
    lone = (not chars or chars[-1] != "—") and not (at + 1 < end and text[at + 1] in WIDE_DASH)
    nearby = bool(chars) and is_han(chars[-1]) and at + 1 < end and is_han(text[at + 1])
    return "一" if lone and nearby and chars[-1] in "第唯统每逐之" else "—"


def _mend_numbers(chars: list[str], start: int) -> None:
    """l00% -> 100%, 2O23年 -> 2023年: letters that stand beside digits and can only be digits."""
    for at in range(start, len(chars)):
        digit = LETTERS_READ_AS_DIGITS.get(chars[at])
        if digit is None:
            continue
        before = at > start and chars[at - 1].isdigit()
        after = at + 1 < len(chars) and (chars[at + 1].isdigit() or chars[at + 1] in LETTERS_READ_AS_DIGITS)
        counted = at + 1 < len(chars) and chars[at + 1] in "件次人名家份条项起年月日%％"
        latin = at > start and chars[at - 1].isascii() and chars[at - 1].isalpha() and not before
        if not latin and (before or after or counted) and (before or counted or _leads_number(chars, at)):
            chars[at] = digit


def _leads_number(chars: list[str], at: int) -> bool:
    return re.match(r"[lIO|]+\d|[lI|][O0]{1,2}", "".join(chars[at : at + 4])) is not None
