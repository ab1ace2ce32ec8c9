"""The characters of a Word document, each with the element that holds it, and passages found in them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

from auditor.reading.word_names import w
from auditor.reading.word_text import WRITTEN, visible
from auditor.text import occurrences

_BOX = w("txbxContent")
_ASIDES = {_BOX: "文本框", w("footnoteReference"): "脚注", w("endnoteReference"): "尾注"}
_NUMERAL = "[一二三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰0-9０-９A-Za-z①-⑳]"
_LABEL = re.compile(rf"(?:[第（(]?{_NUMERAL}{{1,6}}(?:部分|[章节条])?[、.．)）]?|[·●■◆])+")
_LONGEST_LABEL = 12
_CONTEXT = 40

Place = tuple[Any, int]
Footnotes = dict[tuple[str, str], Any]
"""Footnotes and endnotes, by the name and the w:id of the reference that leads to each."""


class Story:
    """What a document says, in the order it is read, without blanks and invisible characters.

    Word takes no comments inside text boxes and notes, so their characters are held by the box in the main text, or by
    the reference to the note, at index 0. Characters outside all paragraphs are left out, as in reading.

    Attributes:
        text: Those characters.
        places: For each of them the element that holds it and its index there.
    """

    def __init__(self, body: Any, footnotes: Footnotes, text: str) -> None:
        """Walks the document once.

        Args:
            body: The w:body.
            footnotes: Its footnotes and endnotes.
            text: The text that was read from the same file.
        """
        chars: list[str] = []
        self.places: list[Place] = []
        for element, content in _written(body, dict(footnotes)):
            for index, char in enumerate(content):
                if is_seen(char):
                    chars.append(char)
                    self.places.append((element, 0 if element.tag in _ASIDES else index))
        self.text = "".join(chars)
        self._read = seen(text)
        self._seen_before = list(accumulate(map(is_seen, text), initial=0))

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a passage stands: its first and last character.

        Args:
            start: Offset of the passage in the text as read; a number that Word itself sets before it may lead it.
            end: Offset after it.
        """
        first, last = self._seen_before[start], self._seen_before[end]
        wanted = self._read[first:last]
        labels = (n for n in range(1, min(len(wanted), _LONGEST_LABEL + 1)) if _LABEL.fullmatch(wanted, 0, n))
        for skipped in (0, *labels):
            if found := self._like(first + skipped, last):
                return found[0], self._last(found[0], found[0] + last - first - skipped - 1)
        return None

    def aside(self, at: int) -> str:
        """What a character stands in beside the main text, in Chinese; "" for one in the main text."""
        return _ASIDES.get(self.places[at][0].tag, "")

    def _last(self, first: int, last: int) -> int:
        """The last character of a passage, in the main text if the first is: a note's reference may precede both."""
        while self.aside(last) and not self.aside(first):
            last -= 1
        return last

    def _like(self, first: int, last: int) -> list[int]:
        """Where the words [first, last) of the text as read stand in the document: nowhere, or at one place.

        Of several places the one in the same company is meant; of those still alike, the one with as many before it.
        """
        words = self._read[first:last]
        company = _company(self._read, first, last)
        likeness = {
            at: _alike(company, _company(self.text, at, at + len(words))) for at in occurrences(words, self.text)
        }
        most = max(likeness.values(), default=0)
        best = [at for at, alike in likeness.items() if alike == most]
        if len(best) > 1:
            others = ((at, _company(self._read, at, at + len(words))) for at in occurrences(words, self._read))
            twins = [at for at, around in others if _alike(company, around) >= most]
            best = best[min(twins.index(first), len(best) - 1) :]
        return best[:1]


@cache
def is_seen(char: str) -> bool:
    """Whether a character shows: no blank, no control or format character."""
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")


def seen(text: str) -> str:
    """The characters of a text that show."""
    return "".join(filter(is_seen, text))


def _written(container: Any, footnotes: Footnotes) -> Iterator[tuple[Any, str]]:
    """What is written under an element, each text with its element; boxes and notes after the paragraph they are in."""
    paragraph = None
    asides: list[tuple[Any, Any]] = []
    for element in visible(container):
        around = next(element.iterancestors(w("p")), None)
        if around is None:
            continue
        if around is not paragraph:
            yield from _aside(asides, footnotes)
            paragraph, asides = around, []
        inner = element if element.tag == _BOX else footnotes.pop((element.tag, str(element.get(w("id")))), None)
        if inner is not None:
            asides.append((element, inner))
        yield element, WRITTEN.get(element.tag) or element.text or ""
    yield from _aside(asides, footnotes)


def _aside(asides: list[tuple[Any, Any]], footnotes: Footnotes) -> Iterator[tuple[Any, str]]:
    return ((holder, text) for holder, inner in asides for _, text in _written(inner, footnotes))


def _company(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before a passage, backwards, and what behind it."""
    return text[max(0, start - _CONTEXT) : start][::-1], text[end : end + _CONTEXT]


def _alike(one: tuple[str, str], other: tuple[str, str]) -> int:
    """How many characters on both sides are the same."""
    return sum(map(_common, one, other))


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
