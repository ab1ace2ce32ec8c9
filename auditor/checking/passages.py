"""Slips -> findings, with their passages cited."""

from bisect import bisect_right
from collections.abc import Mapping

from auditor.catalogue.checks import Check
from auditor.catalogue.fields import SectionRole
from auditor.checking.slip import Slip, Span
from auditor.scorecard import Citation, Finding, Role, Severity
from auditor.structure import Report
from auditor.structure.places import heading_path, paragraph_number
from auditor.structure.spans import clause

NEAR = 60
ROLES: Mapping[SectionRole, Role] = {"plan": "plan", "problem": "problem", "causes": "problem"}
LOWER: Mapping[Severity, Severity] = {"error": "warning", "warning": "advice", "advice": "advice"}


def finding(slip: Slip, check: Check, report: Report) -> Finding:
    """The finding that a slip is."""
    severity = LOWER[check.severity] if slip.is_doubtful else check.severity
    citations: list[Citation] = []
    for span in slip.spans:
        cited = _cite(span, slip.rule or slip.check, report)
        if not any(other.start <= cited.start and cited.end <= other.end for other in citations):
            citations = [o for o in citations if not (cited.start <= o.start and o.end <= cited.end)] + [cited]
    message = f"{slip.message}{check.why}{slip.advice}" if slip.advice else slip.message
    return Finding(slip.check, severity, message, tuple(citations))


def _cite(span: Span, rule: str, report: Report) -> Citation:
    """The clause around a span; a long one is cut near the span."""
    start, end = span
    text, source = report.plain.text, report.plain.source
    number = max(bisect_right(report.sentences, start, key=lambda sentence: sentence.start) - 1, 0)
    sentence = report.sentences[number]
    floor, ceiling = max(sentence.start, start - NEAR), min(max(sentence.end, end), end + NEAR)
    left, right = clause(text, start, end, floor, ceiling)
    first, last = source[left], source[right - 1] + 1
    paragraph = paragraph_number(report, first, sentence)
    section = report.sections[sentence.section]
    return Citation(
        text=report.document.text[first:last],
        start=first,
        end=last,
        role=ROLES.get(section.role, "done"),
        section=heading_path(report, sentence.section),
        paragraph=paragraph + 1,
        page=report.document.paragraphs[paragraph].page,
        rule=rule,
        match="exact",
        marks=((source[start], source[end - 1] + 1),),
        place=report.document.paragraphs[paragraph].place,
    )
