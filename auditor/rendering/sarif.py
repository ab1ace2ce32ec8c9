"""The format “sarif”: SARIF 2.1.0 (OASIS), for editors and code-scanning services. Built as plain data."""

import json
import os
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from auditor import __version__
from auditor.annex import Annex, Source
from auditor.rendering.contract import harmless
from auditor.rendering.instruments import CONTENTS_OF_REPORTS
from auditor.rendering.view import View
from auditor.rendering.wording import place_in_full
from auditor.scorecard import Citation, Failure, ReportCard, Scorecard
from auditor.terms import VERDICT_NAMES, Severity, Verdict

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Verdict, str] = {"missing": "error", "unread": "warning", "mentioned": "warning", "weak": "note"}
FINDING_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}


def render(scorecard: Scorecard, view: View, annex: Annex) -> str:
    """One run with a result for each gap; the same at every width and detail."""
    del view
    results = [
        result for number, report in enumerate(scorecard.reports) for result in _results(report, annex.source(number))
    ]
    rules = _rules(scorecard)
    for result in results:
        result["ruleIndex"] = list(rules).index(result["ruleId"])
    run = {
        "tool": {
            "driver": {
                "name": "auditor",
                "version": __version__,
                "language": "zh-CN",
                "rules": list(rules.values()),
                "properties": {"catalogue": scorecard.catalogue_name, "catalogueVersion": scorecard.catalogue_version},
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "invocations": [
            {
                "executionSuccessful": not scorecard.failures,
                "toolExecutionNotifications": [_notification(each) for each in scorecard.failures],
            }
        ],
        "results": results,
    }
    return (
        harmless(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1))
        + "\n"
    )


def _rules(scorecard: Scorecard) -> dict[str, dict[str, Any]]:
    """Every element, block and kind of finding that occurs, by its id."""
    rules: dict[str, dict[str, Any]] = {}
    for report in scorecard.reports:
        for element in report.elements:
            basis = "；".join(element.basis)
            rules.setdefault(element.id, _rule(element.id, element.name, basis))
        for block in report.blocks:
            rules.setdefault(f"block.{block.id}", _rule(f"block.{block.id}", block.name, CONTENTS_OF_REPORTS))
        for finding in report.findings:
            rules.setdefault(f"finding.{finding.id}", _rule(f"finding.{finding.id}", finding.name, ""))
    return rules


def _rule(key: str, name: str, basis: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": key, "shortDescription": {"text": name or key}}
    if basis:
        rule["fullDescription"] = {"text": f"依据：{basis}"}
    return rule


def _results(report: ReportCard, source: Source | None) -> Iterator[dict[str, Any]]:
    place = _Place(report, source)
    for element in report.elements:
        if element.verdict in LEVELS:
            message = f"{element.name}：{VERDICT_NAMES[element.verdict]}。{''.join(element.gaps)}"
            yield _result(element.id, LEVELS[element.verdict], message, element.citations, place)
    for block in report.blocks:
        if block.state == "absent":
            yield _result(f"block.{block.id}", "error", f"缺法定内容“{block.name}”。", (), place)
        elif block.state == "unread":
            message = f"法定内容“{block.name}”：未能判断。文件有内容未能读取。"
            yield _result(f"block.{block.id}", "warning", message, (), place)
    for finding in report.findings:
        level = FINDING_LEVELS[finding.severity]
        yield _result(f"finding.{finding.id}", level, finding.message, finding.citations, place)


def _result(rule: str, level: str, message: str, citations: tuple[Citation, ...], place: "_Place") -> dict[str, Any]:
    first, *others = citations or (None,)
    # The same gap of the same unit and year stays the same result, wherever its file lies and its lines move.
    identity = "\x1f".join([rule, place.owner, first.text if first else ""])
    result: dict[str, Any] = {
        "ruleId": rule,
        "level": level,
        "message": {"text": message},
        "locations": [place.of(first)],
        "partialFingerprints": {"auditorGap/v1": sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()},
    }
    if others:
        result["relatedLocations"] = [{"id": number, **place.of(each)} for number, each in enumerate(others, 1)]
    return result


class _Place:
    """Places in one file: lines and columns where it is a text, else paragraphs.

    Attributes:
        owner: The unit and year it belongs to, whatever its path.
    """

    def __init__(self, report: ReportCard, source: Source | None) -> None:
        self._uri = uri(report.path)
        self.owner = f"{report.unit or report.path}\x1f{report.year}"
        self._source = source if source is not None and source.is_plain_file else None
        text = self._source.text if self._source else ""
        self._lines = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def of(self, citation: Citation | None) -> dict[str, Any]:
        """A SARIF location."""
        physical: dict[str, Any] = {"artifactLocation": {"uri": self._uri}}
        location: dict[str, Any] = {"physicalLocation": physical}
        if citation is not None:
            if self._source is not None:
                physical["region"] = self._region(citation)
            name = place_in_full(citation)
            location["logicalLocations"] = [{"name": f"第{citation.paragraph}段", "fullyQualifiedName": name}]
        return location

    def _region(self, citation: Citation) -> dict[str, Any]:
        first, last = (bisect_right(self._lines, at) for at in (citation.start, citation.end))
        region = {
            "startLine": first,
            "startColumn": citation.start - self._lines[first - 1] + 1,
            "endLine": last,
            "endColumn": citation.end - self._lines[last - 1] + 1,
            "charOffset": citation.start,
            "charLength": citation.end - citation.start,
        }
        # A snippet is the text of its region to the letter: where that must not be repeated there is none.
        return region if citation.hidden else region | {"snippet": {"text": citation.text}}


def uri(path: str) -> str:
    """A path as a relative URI reference; an absolute one keeps its slash, as a path within its file system."""
    return quote(path.replace(os.sep, "/").encode("utf-8", "surrogatepass"), safe="/")


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure.error},
        "descriptor": {"id": failure.kind},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}],
    }
