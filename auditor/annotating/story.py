"""The characters of a Word document's main text, each with the element that holds it, and passages found in them."""

import re
import unicodedata
from functools import cache
from typing import Any

from auditor.reading.word_text import WRITTEN, visible
from auditor.text import occurrences

_LABEL = re.compile(
    r"(?:第?[一二三四五六七八九十百0-9]+(?:部分|[章节])?[、.．)）]?|[（(][一二三四五六七八九十0-9]+[）)]|[①-⑳]|[·●■◆])+"
)
_CONTEXT = 40
_AROUND = 4 * _CONTEXT  # of the text as read, blanks included

Place = tuple[Any, int]


class Story:
    """The main text of a document, without text boxes (Word takes no comments there), blanks and invisible characters.

    Attributes:
        text: Those characters.
        places: For each of them the element that holds it and its index there.
    """

    def __init__(self, body: Any) -> None:
        chars: list[str] = []
        self.places: list[Place] = []
        for element in visible(body):
            content = WRITTEN.get(element.tag) or element.text or ""
            for index, char in enumerate(content):
                if is_seen(char):
                    chars.append(char)
                    self.places.append((element, index))
        self.text = "".join(chars)

    def find(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where a passage stands: its first and last character; of several, the one in the same company.

        Args:
            text: The text as it was read from the file.
            start: Offset of the passage in it; a number that Word itself sets before it may lead the passage.
            end: Offset after it.
        """
        wanted = seen(text[start:end])
        label = _LABEL.match(wanted)
        left, right = seen(text[max(0, start - _AROUND) : start]), seen(text[end : end + _AROUND])
        for needle in (wanted, wanted[label.end() :] if label else ""):
            starts = occurrences(needle, self.text) if needle else ()
            best = max(starts, key=lambda at: self._company(at, at + len(needle), left, right), default=None)
            if best is not None:
                return best, best + len(needle) - 1
        return None

    def _company(self, start: int, end: int, left: str, right: str) -> int:
        """How many characters on both sides are the same."""
        before = _common(reversed(self.text[max(0, start - _CONTEXT) : start]), reversed(left))
        return before + _common(self.text[end : end + _CONTEXT], right)


@cache
def is_seen(char: str) -> bool:
    """Whether a character shows: no blank, no control or format character."""
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")


def seen(text: str) -> str:
    """The characters of a text that show."""
    return "".join(filter(is_seen, text))


def _common(one: Any, other: Any) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
