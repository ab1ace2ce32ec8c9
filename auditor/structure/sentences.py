"""The plain text cut into sentences, each with its section."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from auditor.structure.outline import Section
from auditor.structure.plain import Plain

LINK = re.compile(r"[·▪•●■◆○►»>]+ ?[^，。；]{4,50}")
LINK_TITLE = 12
HOME = "首页"  # among its titles the menu of a web page leads home
STATES = re.compile(r"本年|全年|年内|没有|不涉及|不适用|不计分|(?:^|[|：]) ?[无未已]|：[有0-9]")
LONGEST = 500
SENTENCE = re.compile(r"[^。！？\n]*(?:？(?=答[：，])[^。！？\n]*)*[。！？]*[”）]*")


class Sentence(NamedTuple):
    """A sentence: [start, end) of the plain text, with the indexes of its paragraph and its section.

    `is_heading` tells a heading, `is_row` a row of a table, `is_link` a title in a list of links on a web page.
    """

    start: int
    end: int
    paragraph: int
    section: int
    is_heading: bool
    is_row: bool
    is_link: bool


def _is_link(text: str, is_row: bool) -> bool:
    """A bulleted title without any punctuation, or a row of titles without a figure; nothing is stated in either."""
    if STATES.search(text):
        return False
    if is_row:
        if any(char.isdigit() for char in text):
            return False
        return "|" in text and (HOME in text or max(map(len, text.split("|"))) >= LINK_TITLE)
    return LINK.fullmatch(text.strip()) is not None


def split_sentences(plain: Plain, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """Cut every paragraph at 。！？ and where a section begins or its heading ends; answers stay with questions."""
    starts = [section.start for section in sections]
    borders = sorted({section.start for section in sections} | {section.body for section in sections})
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(plain.paragraphs):
        inside = borders[bisect_right(borders, paragraph.start) : bisect_left(borders, paragraph.end)]
        cuts = [paragraph.start, *inside, paragraph.end]
        link = _is_link(plain.text[paragraph.start : paragraph.end], paragraph.is_row)
        for left, right in itertools.pairwise(cuts):
            for start, end in _cut(plain.text, left, right):
                section = bisect_right(starts, start) - 1
                heading = sections[section].start <= start < sections[section].body
                sentences.append(Sentence(start, end, number, section, heading, paragraph.is_row, link))
    return tuple(sentences)


def _cut(text: str, left: int, right: int) -> Iterable[tuple[int, int]]:
    """The sentences of a stretch; an endless one is cut at its semicolons and commas, so that none is endless."""
    for match in SENTENCE.finditer(text, left, right):
        start, end = match.span()
        while end - start > LONGEST:
            stops = (text.rfind(mark, start + 1, start + LONGEST) + 1 for mark in "；，、")
            cut = next((stop for stop in stops if stop > start), start + LONGEST)
            yield start, cut
            start = cut
        if start < end:
            yield start, end
