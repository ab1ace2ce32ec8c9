"""A report cut into passages that can be recognised elsewhere: sentences, and what is left of them to compare."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.reading import Document
from auditor.structure.wrapping import joined_lines
from auditor.text import CHINESE_YEAR, HAN, YEAR

SENTENCE = re.compile(r"[^。！？；]*[。！？；]*[”」』）]*")
SILENT = re.compile(r"[\W_]+")
ANY_YEAR = re.compile(f"{YEAR}|{CHINESE_YEAR}")
PLACE = re.compile(rf"^{HAN}{{1,8}}?[省市县区旗州盟镇乡]|^{HAN}{{1,6}}?街道")
OFFICE = re.compile(r"人民政府|办事处|管理委员会|管委会|委员会$|[局厅委办]$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: [start, end) of the document's text, the number of its paragraph (from 1), its bare characters.

    `key` has neither punctuation nor blanks nor the unit's own names, so that a copied sentence is known again when
    only the name was changed.
    """

    start: int
    end: int
    paragraph: int
    key: str


def passages(document: Document, unit: str, *, without_years: bool = False) -> Iterator[Passage]:
    """The sentences of a document, in order; lines that were only wrapped are read as one.

    Args:
        document: The document as read.
        unit: The reporting body, whose names are left out of the keys.
        without_years: Whether years are left out of the keys too, for reports on different years.
    """
    names = names_of(unit)
    for group in joined_lines(document, document.text):
        lines = [document.paragraphs[number] for number in group.lines]
        text = document.text[lines[0].start : lines[-1].end]
        ends = [line.end for line in lines]
        for found in SENTENCE.finditer(text):
            if found.group().strip():
                start = lines[0].start + found.start() + len(found.group()) - len(found.group().lstrip())
                end = lines[0].start + found.start() + len(found.group().rstrip())
                number = group.lines[bisect_right(ends, start)]
                yield Passage(start, end, number + 1, bare(found.group(), names, without_years=without_years))


def bare(text: str, names: re.Pattern[str] | None = None, *, without_years: bool = False) -> str:
    """The characters of a text that carry its words: one width, no punctuation, none of the names."""
    text = SILENT.sub("", unicodedata.normalize("NFKC", text))
    if names is not None:
        text = names.sub("", text)
    return ANY_YEAR.sub("", text) if without_years else text


def names_of(unit: str) -> re.Pattern[str] | None:
    """The names a unit goes by: 稷川县人民政府, 稷川县, 稷川."""
    unit = bare(unit)
    names = {unit, OFFICE.sub("", unit)}
    if place := PLACE.match(unit):
        names |= {place.group(), re.sub("(?:街道|.)$", "", place.group())}
    known = sorted((name for name in names if len(name) >= 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known))) if known else None
