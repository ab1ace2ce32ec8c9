"""Where a passage stands: its paragraph in the document, the headings above it and what they make of it."""

from auditor.catalogue.fields import SectionRole
from auditor.scorecard import Citation, MatchKind, Role
from auditor.structure.report import Report
from auditor.structure.sentences import Sentence

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

    The other arguments, spans in the document among them, are told as they are.
    """
    number = _paragraph_number(report, start, report.sentences[sentence])
    paragraph = report.document.paragraphs[number]
    return Citation(
        text=report.document.text[start:end],
        start=start,
        end=end,
        role=role,
        section=_heading_path(report, report.sentences[sentence].section),
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


def _paragraph_number(report: Report, offset: int, sentence: Sentence) -> int:
    """The document paragraph, from 0, that holds an offset of the document within a sentence."""
    paragraph = report.plain.paragraphs[sentence.paragraph]
    for number in range(paragraph.first, paragraph.last + 1):
        if report.document.paragraphs[number].end > offset:
            return number
    return paragraph.last


def _heading_path(report: Report, index: int) -> str:
    """The headings above section number `index`, its own last."""
    names: list[str] = []
    while index > 0:
        section = report.sections[index]
        if section.heading:
            names.append(section.heading)
        index = section.parent
    return " > ".join(reversed(names))
