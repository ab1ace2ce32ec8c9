"""The full text of a report with its cited passages marked: paragraphs cut into segments."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.annex import Source
from auditor.rendering.cleaning import clean
from auditor.scorecard import Citation

Place = tuple[str, Citation]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph.

    Attributes:
        text: Its text, cleaned.
        groups: What it is cited for (“e0”, “b2”) or came near to (“e0n”), with blanks between; "" for nothing.
        anchors: Ids of the citations that begin here.
        is_match: Whether it is a matched word.
    """

    text: str
    groups: str = ""
    anchors: tuple[str, ...] = ()
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph: its number, from 1, and its segments."""

    number: int
    segments: tuple[Segment, ...]


def mark(source: Source, places: Iterable[Place]) -> Iterator[MarkedParagraph]:
    """Mark citations in a text.

    Args:
        source: The text.
        places: Each citation with its id: its group, “-” and a number within the group (“e0-2”); “n” leads the
            number of a passage that came near and does not count (“e0-n1”).
    """
    inside: dict[int, list[Place]] = {}  # by the number of the paragraph
    for place in sorted(places, key=lambda place: place[1].start):
        first = bisect_right(source.paragraphs, place[1].start, key=lambda paragraph: paragraph[1])
        after = bisect_left(source.paragraphs, place[1].end, key=lambda paragraph: paragraph[0])
        for number in range(first, after):
            inside.setdefault(number, []).append(place)
    for number, (start, end) in enumerate(source.paragraphs):
        yield MarkedParagraph(number + 1, tuple(_segments(source.text, start, end, inside.get(number, []))))


def _segments(text: str, start: int, end: int, inside: list[Place]) -> Iterator[Segment]:
    cuts = {start, end}
    for _, citation in inside:
        edges = [citation.start, citation.end, *(edge for pair in citation.marks for edge in pair)]
        cuts.update(edge for edge in edges if start < edge < end)
    ordered = sorted(cuts)
    for left, right in pairwise(ordered):
        covering = [(key, each) for key, each in inside if each.start <= left and each.end >= right]
        groups = dict.fromkeys(map(_group, (key for key, _ in covering)))
        anchors = tuple(key for key, each in covering if max(each.start, start) == left)
        is_match = any(a <= left and b >= right for _, each in covering for a, b in each.marks)
        yield Segment(clean(text[left:right]), " ".join(groups), anchors, is_match)


def _group(key: str) -> str:
    group, _, number = key.partition("-")
    return f"{group}n" if number.startswith("n") else group
