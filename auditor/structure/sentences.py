"""The plain text cut into sentences, each with its section."""

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass

from auditor.structure.outline import Section
from auditor.structure.plain import Plain

LINK = re.compile(r"[·▪•●■◆○►»>]+ ?[^，。；]{4,50}")
LINK_TITLE = 12
SENTENCE = re.compile(r"[^。！？\n]*[。！？]*[”）]*")


@dataclass(frozen=True, slots=True)
class Sentence:
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
    """A bulleted title without any punctuation, or a row of titles without any figure."""
    if is_row:
        return "|" in text and not any(char.isdigit() for char in text) and max(map(len, text.split("|"))) >= LINK_TITLE
    return LINK.fullmatch(text.strip()) is not None


def split_sentences(plain: Plain, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """Cut every paragraph at 。！？ and where a section begins or its heading ends."""
    starts = [section.start for section in sections]
    borders = sorted({section.start for section in sections} | {section.body for section in sections})
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(plain.paragraphs):
        inside = [b for b in borders if paragraph.start < b < paragraph.end]
        cuts = [paragraph.start, *inside, paragraph.end]
        link = _is_link(plain.text[paragraph.start : paragraph.end], paragraph.is_row)
        for left, right in itertools.pairwise(cuts):
            for match in SENTENCE.finditer(plain.text, left, right):
                if match.end() == match.start():
                    continue
                section = bisect_right(starts, match.start()) - 1
                heading = sections[section].start <= match.start() < sections[section].body
                sentences.append(Sentence(match.start(), match.end(), number, section, heading, paragraph.is_row, link))
    return tuple(sentences)
