"""Headings -> sections, each with what it is about: achievements, shortcomings, plan, ….

A heading is a paragraph, or the first sentence of one, that carries a number or that the file marks as a heading.
What it is about is decided by the headings listed in rules/lexicon/sections.yaml; a section without such a heading
takes over what its parent is about.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from auditor.catalogue.fields import SectionRole
from auditor.catalogue.lexicon import Words
from auditor.numbering import CHAPTER, SECTION, levels, number_of
from auditor.structure.plain import Plain, PlainParagraph
from auditor.text import REPORT_YEAR

FORWARD_ONLY: tuple[SectionRole, ...] = ("problem", "causes", "plan", "basis", "demands")
_ENDINGS = "情况|成效|做法|举措|问题|不足|差距|短板|原因|打算|安排|思路|计划|方向|措施|重点"
INLINE = re.compile(
    rf"(?<=[。；])(?:([一二三四五六七八九十]{{1,2}}、)|（[一二三四五六七八九十]{{1,2}}）)|(?<={_ENDINGS})（一）"
)
FIRST_ITEM = re.compile(r"（一）|一是|1[.、]|①|第一，|首先，")
SENTENCE_ENDS = "。！？"
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
OPENS_WITH_YEAR = re.compile(rf"({REPORT_YEAR})年(?:度)?(?:，|[我全将要拟]|计划|打算|重点|工作|集中|着力)")
# A heading that runs on into the text under it without any sign.
RUN_ON = re.compile(
    rf"[^，。；：！？]{{0,24}}?(?:{_ENDINGS})(?:(?:以及|[和及与、])[^，。；：！？]{{0,4}}?(?:{_ENDINGS}))*"
)
FIRST = re.compile("[（(]?[一1]")
MAX_HEADING = 60
MAX_RUN_IN = 34
MAX_BARE = 24


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the report under one heading.

    Attributes:
        heading: The heading without its number, "" for what precedes any heading.
        level: 1 for chapters (一、), 2 for （一）, 3 for 1., 4 for （1）, 5 for 一是, each deeper by as many as the
            report has divisions above its 一、 (第一章, 第一节); 0 for what precedes any heading.
        role: What the section is about.
        own_role: Whether its own heading says so (and not its parent's).
        start: Offset of the section in the plain text, its heading included.
        body: Offset of the text under the heading.
        end: Offset after the section's own text: where the next heading begins.
        parent: Index of the section it belongs to, -1 for none.
    """

    heading: str
    level: int
    role: SectionRole
    own_role: bool
    start: int
    body: int
    end: int
    parent: int

    @property
    def is_lead_in(self) -> bool:
        """Whether a sentence of the text does the work of a heading (“同时，也存在一些不足：”)."""
        return self.start == self.body


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading; the level of a numbered one (`style` an index of numbering.STYLES) follows from the other headings."""

    text: str
    level: int
    role: SectionRole
    start: int
    body: int
    style: int | None = None

    @property
    def is_lead_in(self) -> bool:
        """Whether it is a sentence of the text that does the work of a heading."""
        return self.start == self.body


def outline(plain: Plain, words: Words, title: range = range(0), year: int | None = None) -> tuple[Section, ...]:
    """The sections of a text, in order; together they cover it.

    Args:
        plain: The text.
        words: What headings are about.
        title: Where the title stands in the document; a line of it is no heading.
        year: The year reported on; a paragraph that opens with the one after it tells of plans.
    """
    found = [
        heading
        for p in plain.paragraphs
        if plain.source[p.start] not in title
        for heading in (_heading(plain, p, words), *_inline(plain, p, words))
        if heading
    ]
    level_of = levels({heading.style for heading in found if heading.text and heading.style is not None})
    placed = list(_placed(found, level_of, plain.text))
    headings = _lead_ins(placed, plain, words, year, is_report=bool(title))
    sections = [Section("", 0, "none", False, 0, 0, headings[0].start if headings else len(plain.text), -1)]
    open_sections: list[int] = []
    for index, heading in enumerate(headings):
        end = headings[index + 1].start if index + 1 < len(headings) else len(plain.text)
        while open_sections and sections[open_sections[-1]].level >= heading.level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else -1
        inherited = sections[parent].role if parent >= 0 else "none"
        role = heading.role if heading.is_lead_in else _allowed(heading.role, inherited)
        open_sections.append(len(sections))
        sections.append(
            Section(
                heading=heading.text,
                level=heading.level,
                role=role if role != "none" else inherited,
                own_role=role != "none",
                start=heading.start,
                body=heading.body,
                end=end,
                parent=parent,
            )
        )
    return tuple(sections)


def _placed(headings: Sequence[_Heading], level_of: Mapping[int, int], text: str) -> Iterator[_Heading]:
    """The headings with the levels of their numbers, one level deeper where these number what a bare heading opened."""
    deeper = 0
    for index, heading in enumerate(headings):
        if heading.style is None:
            following = (headings[n] for n in range(index + 1, len(headings)))
            deeper = int(_is_numbered_anew(heading, following, text))
            yield heading
        else:
            yield replace(heading, level=heading.level or level_of[heading.style] + deeper)


def _is_numbered_anew(heading: _Heading, following: Iterable[_Heading], text: str) -> bool:
    """Whether the numbers under a bare heading begin with the first, and number nothing but shortcomings or plans."""
    below = list(takewhile(lambda each: each.style is not None, following))
    return (
        heading.role in ("problem", "causes", "plan")
        and bool(below)
        and FIRST.match(text, below[0].start) is not None
        and not any(each.role in ("achievements", "leadership") for each in below)
    )


def _allowed(role: SectionRole, inherited: SectionRole) -> SectionRole:
    """Under shortcomings or plans a heading may name another of these, never something done."""
    return "none" if inherited in FORWARD_ONLY and role not in FORWARD_ONLY else role


def _heading(plain: Plain, paragraph: PlainParagraph, words: Words) -> _Heading | None:
    if paragraph.is_row:
        return None
    text = plain.text[paragraph.start : paragraph.end]
    number = number_of(text)
    if number is not None:
        title, length = _title(text, number.end, _last_stop(text))
        role, start = words.section_role(title), paragraph.start
        return _Heading(title, paragraph.heading or 0, role, start, start + length, number.style)
    bare = text.rstrip("。：").strip()
    if paragraph.heading and paragraph.heading <= 4 and len(bare) <= MAX_HEADING:
        role = words.section_role(bare)
        return _Heading(bare, paragraph.heading, role, paragraph.start, paragraph.end) if paragraph.start else None
    could_be = 2 <= len(bare) <= MAX_BARE and not re.search("[，。；]|(?:报告|总结|汇报)$", bare)
    role = words.section_role(bare) if could_be else "none"
    return _Heading(bare, 1, role, paragraph.start, paragraph.end) if role != "none" else None


def _inline(plain: Plain, paragraph: PlainParagraph, words: Words) -> list[_Heading]:
    """Numbered headings within a paragraph, where a text has lost its line breaks."""
    if paragraph.is_row:
        return []
    text = plain.text[paragraph.start : paragraph.end]
    last_stop = _last_stop(text)
    headings: list[_Heading] = []
    for found in INLINE.finditer(text, 1):
        title, body = _to_first_item(text, found.end()) or _title(text, found.end(), last_stop)
        if not title and found[1]:
            title, body = _run_on(text, found.end(), words)
        if title:
            style = CHAPTER if found[1] else SECTION
            start, role = paragraph.start + found.start(), words.section_role(title)
            headings.append(_Heading(title, 0, role, start, paragraph.start + body, style))
    return headings


def _to_first_item(text: str, start: int) -> tuple[str, int] | None:
    """A heading that the first item under it follows at once (二、存在的不足一是……), as `_title` tells it."""
    first = FIRST_ITEM.search(text, start + 1, start + MAX_RUN_IN)
    if first is None or SENTENCE_END.search(text, start, first.start()):
        return None
    return text[start : first.start()].strip("：，；"), first.start()


def _run_on(text: str, start: int, words: Words) -> tuple[str, int]:
    """A heading that the text under it follows without a sign (二、存在的不足我县……), as `_title` tells it."""
    found = RUN_ON.match(text, start)
    return (found[0], found.end()) if found and words.section_role(found[0]) != "none" else ("", start)


def _last_stop(text: str) -> int:
    """Where the last sentence that a paragraph ends stops, -1 where none does."""
    return max(map(text.rfind, SENTENCE_ENDS))


def _title(text: str, start: int, last_stop: int) -> tuple[str, int]:
    """The heading's text and where the text under it begins, both within the paragraph.

    No more is read than a heading can hold, for a paragraph may have as many numbers as it has words.
    """
    stop = SENTENCE_END.search(text, start, start + MAX_HEADING + 1)
    if stop is None and last_stop >= start:
        return "", start
    if stop is None:
        whole = text[start : start + MAX_HEADING + 3].strip()
        if len(whole) <= MAX_HEADING and (len(whole) <= MAX_RUN_IN or "，" not in whole or whole.count("，") < 3):
            return whole.rstrip("：；"), len(text)
        colon = text.find("：", start, start + MAX_RUN_IN)
        return (text[start:colon].strip(), colon + 1) if colon > 0 else ("", start)
    is_last = not text[stop.end() : stop.end() + 2].strip()  # the plain text has no two blanks in a row
    return _short(text, start, stop.start(), len(text) if is_last else stop.end())


def _short(text: str, start: int, stop: int, body: int) -> tuple[str, int]:
    """A run-in heading when the first sentence is short; else the section has a number but no heading."""
    title = text[start:stop].strip()
    if len(title) <= MAX_RUN_IN and "；" not in title and title.count("，") <= 2:
        return title, body
    return "", start


def _lead_ins(
    headings: list[_Heading], plain: Plain, words: Words, year: int | None, *, is_report: bool
) -> list[_Heading]:
    """Add the sentences that open a part of the report where no heading does (“同时，也存在一些不足：”).

    What opens demands in a notice or a rule (第三条) only numbers the parts of a report.
    """
    added: list[_Heading] = []
    starts = [heading.start for heading in headings]
    for paragraph in plain.paragraphs:
        for start, end, role in _openings(plain, paragraph, words, year):
            if (paragraph.is_row and role != "basis") or (is_report and role == "demands"):
                continue
            at = bisect_right(starts, start)
            before = headings[at - 1] if at else None
            level = before.level + 1 if before else 1
            if before is None or before.role != role or start != before.start:
                added.append(_Heading(plain.text[start:end], level, role, start, start))
            break
    return sorted([*headings, *added], key=lambda heading: (heading.start, heading.level))


def _openings(
    plain: Plain, paragraph: PlainParagraph, words: Words, year: int | None
) -> Iterable[tuple[int, int, SectionRole]]:
    """Sentences of a paragraph that open a part of the report: where each begins and ends, what it opens."""
    found = OPENS_WITH_YEAR.match(plain.text, paragraph.start, paragraph.end)
    if found and year is not None and int(found[1]) == year + 1:
        yield found.start(), found.end(), "plan"
    yield from words.lead_ins(plain.text, paragraph.start, paragraph.end)
