"""Where a passage stands: its paragraph in the document, the headings above it and what they make of it."""

import re
from bisect import bisect_left, bisect_right

from auditor.catalogue.fields import SectionRole
from auditor.numbering import number_of
from auditor.scorecard import Citation
from auditor.structure.report import Report
from auditor.structure.sentences import Sentence
from auditor.terms import MatchKind, Role

STOP = re.compile("[。；！？]")
LONGEST_NUMBER = 8
LONGEST = 2_000  # of a clause of the plain text; what makes it longer in the document cannot be seen, or is blank
Spans = tuple[tuple[int, int], ...]
ROLES: dict[SectionRole, Role] = {"problem": "problem", "causes": "problem", "plan": "plan", "demands": "required"}


def role_of(section: SectionRole) -> Role:
    """What a passage does by the section it stands in, as long as no word of its own says otherwise."""
    return ROLES.get(section, "done")


def cite(
    report: Report,
    start: int,
    end: int,
    sentence: int,
    *,
    role: Role,
    rule: str,
    match: MatchKind = "exact",
    similarity: float = 100,
    marks: Spans = (),
    hidden: Spans = (),
    why: str = "",
) -> Citation:
    """The citation of [start, end) of the document, which begins in sentence number `sentence`.

    Of a passage longer than LONGEST only as much is cited, with the first of the marks in it. The other arguments,
    spans in the document among them, are told as they are.
    """
    if end - start > LONGEST:
        start, end, marks = _cut(start, end, marks)
    number = _paragraph_number(report, start, report.sentences[sentence])
    paragraph = report.document.paragraphs[number]
    return Citation(
        text=report.document.text[start:end],
        start=start,
        end=end,
        role=role,
        section=_heading_path(report, start, report.sentences[sentence]),
        paragraph=number + 1,
        page=paragraph.page,
        rule=rule,
        match=match,
        similarity=similarity,
        marks=marks,
        place=paragraph.place,
        hidden=hidden,
        why=why,
    )


def _cut(start: int, end: int, marks: Spans) -> tuple[int, int, Spans]:
    """A passage cut to LONGEST, and what of its marks lies in it."""
    first, after = marks[0] if marks else (start, start)
    left = start if after <= start + LONGEST else first
    right = min(end, left + LONGEST)
    return left, right, tuple((max(a, left), min(b, right)) for a, b in marks if a < right and b > left)


def _paragraph_number(report: Report, offset: int, sentence: Sentence) -> int:
    """The document paragraph, from 0, that holds an offset of the document within a sentence."""
    paragraph = report.plain.paragraphs[sentence.paragraph]
    lines = report.document.paragraphs
    return bisect_right(lines, offset, paragraph.first, paragraph.last, key=lambda line: line.end)


def _heading_path(report: Report, start: int, sentence: Sentence) -> str:
    """The headings above an offset of the document within a sentence, the nearest last.

    Left out are sentences of the text that do the work of a heading, and the first words of a point (一是提高站位。……)
    where another point of the same paragraph has begun since.
    """
    names: list[str] = []
    index = sentence.section
    if _is_of_later_point(report, bisect_left(report.plain.source, start), sentence):
        index = report.sections[index].parent
    while index > 0:
        section = report.sections[index]
        if section.heading and not section.is_lead_in:
            names.append(section.heading)
        index = section.parent
    return " > ".join(reversed(names))


def _is_of_later_point(report: Report, at: int, sentence: Sentence) -> bool:
    """Whether a number like that of the section's heading stands between it and an offset, all in one paragraph."""
    section, text = report.sections[sentence.section], report.plain.text
    if section.is_lead_in or section.start < report.plain.paragraphs[sentence.paragraph].start:
        return False
    own = number_of(text[section.start : section.body])
    return own is not None and any(
        (other := number_of(text[stop.end() : stop.end() + LONGEST_NUMBER])) is not None and other.style == own.style
        for stop in STOP.finditer(text, section.body - 1, at)
    )
