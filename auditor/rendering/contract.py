"""Reports and failures as JSON, version 1 of the contract (docs/json.md); other programs rely on every key of it.

Characters that a terminal might obey are written as JSON escapes: who reads the JSON gets them verbatim, a terminal
does not.
"""

import json
from re import Match
from typing import Any

from auditor.rendering.cleaning import UNSAFE
from auditor.scorecard import BlockResult, Citation, ElementResult, Failure, Finding, ReportCard
from auditor.submission import Arrival, Submission

WITHOUT_PATH = '{"path":""'


def report_line(report: ReportCard) -> str:
    """One report as one line of JSON, without the line feed."""
    return dumped(report_object(report))


def failure_line(failure: Failure) -> str:
    """One failure as one line of JSON, without the line feed."""
    return dumped(failure_object(failure))


def with_path(line: str, path: str) -> str:
    """The line of a report whose path is "", for a report at another path."""
    return f'{{"path":{dumped(path)}{line.removeprefix(WITHOUT_PATH)}'


def dumped(data: Any) -> str:
    """Plain data as one line of JSON."""
    return harmless(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def harmless(text: str) -> str:
    """JSON with every character that a terminal might obey written as an escape."""
    return UNSAFE.sub(_escape, text)


def report_object(report: ReportCard) -> dict[str, Any]:
    """One report as plain data, with the keys of the contract in their order."""
    return {
        "path": report.path,
        "title": report.title,
        "unit": report.unit,
        "level": report.level,
        "year": report.year,
        "score": report.score,
        "grade": report.grade,
        "elements": [_element(element) for element in report.elements],
        "blocks": [_block(block) for block in report.blocks],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _element(element: ElementResult) -> dict[str, Any]:
    return {
        "id": element.id,
        "name": element.name,
        "verdict": element.verdict,
        "score": element.score,
        "weight": element.weight,
        "basis": list(element.basis),
        "gaps": list(element.gaps),
        "citations": [_citation(citation) for citation in element.citations],
    }


def _block(block: BlockResult) -> dict[str, Any]:
    citations = [_citation(citation) for citation in block.citations]
    told = {"id": block.id, "name": block.name, "verdict": block.verdict, "citations": citations}
    return told | {"not_asked": block.exemption} if block.state == "not_asked" else told


def _finding(finding: Finding) -> dict[str, Any]:
    citations = [_citation(citation) for citation in finding.citations]
    return {
        "id": finding.id,
        "severity": finding.severity,
        "message": finding.message,
        "citations": citations,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    told = {
        "text": citation.text,
        "start": citation.start,
        "end": citation.end,
        "role": citation.role,
        "section": citation.section,
        "paragraph": citation.paragraph,
        "page": citation.page,
        "rule": citation.rule,
        "match": citation.match,
        "similarity": citation.similarity,
    }
    return told | {"place": citation.place} if citation.place else told


def failure_object(failure: Failure) -> dict[str, str]:
    """One failure as plain data."""
    return {"path": failure.path, "error": failure.error, "kind": failure.kind}


def submission_object(submission: Submission) -> dict[str, Any]:
    """Who has handed in as plain data; without a roster nothing of units, without a year nothing of other years."""
    told: dict[str, Any] = {"year": submission.year, "not_audited": submission.failures}
    if submission.year is not None:
        told["other_year"] = [_arrival(each) for each in submission.other_year]
    if submission.units is not None:
        told["units"] = [
            {"unit": each.unit, "handed_in": each.has_handed_in, "reports": [_arrival(one) for one in each.arrivals]}
            for each in submission.units
        ]
        told["unlisted"] = [_arrival(each.arrival) | {"may_be": list(each.may_be)} for each in submission.unlisted]
    return told


def _arrival(arrival: Arrival) -> dict[str, Any]:
    return {"path": arrival.path, "unit": arrival.unit, "year": arrival.year, "status": arrival.status}


def _escape(match: Match[str]) -> str:
    """One character as JSON escapes it."""
    return json.dumps(match.group())[1:-1]
