"""Slips -> findings, with their passages cited."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from auditor.catalogue.checks import Check
from auditor.checking.slip import Slip, Span
from auditor.scorecard import Citation, Finding
from auditor.structure import Report
from auditor.structure.places import cite, role_of
from auditor.structure.spans import clause
from auditor.terms import Severity

NEAR = 60
MOST = 20  # passages cited for one finding; its message says how many there are
LOWER: Mapping[Severity, Severity] = {"error": "warning", "warning": "advice", "advice": "advice"}


def finding(slip: Slip, check: Check, report: Report) -> Finding:
    """The finding that a slip is."""
    severity = LOWER[check.severity] if slip.is_doubtful else check.severity
    citations: list[Citation] = []
    for span in slip.spans[:MOST]:
        _add(_cite(span, slip.rule or slip.check, report), citations)
    message = f"{slip.message}{check.why}{slip.advice}" if slip.advice else slip.message
    return Finding(slip.check, severity, message, tuple(citations), check.name)


def _add(cited: Citation, citations: list[Citation]) -> None:
    """Cite a passage; where it holds another one or lies within it, the wider one bears the marks of both."""
    nested = [
        each
        for each in citations
        if (each.start <= cited.start and cited.end <= each.end)
        or (cited.start <= each.start and each.end <= cited.end)
    ]
    widest = max((*nested, cited), key=lambda each: each.end - each.start)
    marks = sorted({mark for each in (*nested, cited) for mark in each.marks})
    at = citations.index(nested[0]) if nested else len(citations)
    citations[:] = [each for each in citations if each not in nested]
    citations.insert(at, replace(widest, marks=tuple(marks)))


def _cite(span: Span, rule: str, report: Report) -> Citation:
    """The clause around a span; a long one is cut near the span."""
    start, end = span
    number = max(bisect_right(report.sentences, start, key=lambda sentence: sentence.start) - 1, 0)
    sentence = report.sentences[number]
    floor, ceiling = max(sentence.start, start - NEAR), min(max(sentence.end, end), end + NEAR)
    left, right = clause(report.plain.text, start, end, floor, ceiling)
    return cite(
        report,
        *report.plain.to_document(left, right),
        number,
        role=role_of(report.sections[sentence.section].role),
        rule=rule,
        marks=(report.plain.to_document(start, end),),
    )
