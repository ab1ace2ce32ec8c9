"""The plain text cut into sentences, each with its section."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from auditor.structure.outline import Section
from auditor.structure.plain import Plain

SENTENCE = re.compile(r"[^。！？\n]*[。！？]*[”）]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: [start, end) of the plain text, its paragraph (index), its section (index), whether a heading."""

    start: int
    end: int
    paragraph: int
    section: int
    is_heading: bool
    is_row: bool


def split_sentences(plain: Plain, sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    """Cut every paragraph at 。！？ and where a section begins or its heading ends."""
    starts = [section.start for section in sections]
    borders = sorted({section.start for section in sections} | {section.body for section in sections})
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(plain.paragraphs):
        inside = [b for b in borders if paragraph.start < b < paragraph.end]
        cuts = [paragraph.start, *inside, paragraph.end]
        for left, right in zip(cuts, cuts[1:], strict=False):
            for match in SENTENCE.finditer(plain.text, left, right):
                if match.end() == match.start():
                    continue
                section = bisect_right(starts, match.start()) - 1
                heading = sections[section].start <= match.start() < sections[section].body
                sentences.append(
                    Sentence(match.start(), match.end(), number, section, heading, paragraph.is_row)
                )
    return tuple(sentences)
