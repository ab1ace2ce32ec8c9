"""Scorecard -> JSON Lines: one report object of the contract a line, a failure as `{"failure": {…}}`."""

import json
from typing import Any

from auditor.rendering.contract import failure_object, harmless, report_object
from auditor.rendering.view import View
from auditor.scorecard import Failure, ReportCard, Scorecard

_WITHOUT_PATH = '{"path":""'


def render(scorecard: Scorecard, view: View) -> str:
    """The reports in their order, then the failures; a batch writes each where its file stood instead."""
    del view
    lines = [report_line(report) for report in scorecard.reports]
    lines += [failure_line(failure) for failure in scorecard.failures]
    return "".join(f"{line}\n" for line in lines)


def report_line(report: ReportCard) -> str:
    """One report, without the line feed."""
    return _dump(report_object(report))


def failure_line(failure: Failure) -> str:
    """One failure, without the line feed."""
    return _dump({"failure": failure_object(failure)})


def with_path(line: str, path: str) -> str:
    """The line of a report whose path is "", for a report at another path."""
    return f'{{"path":{_dump(path)}{line.removeprefix(_WITHOUT_PATH)}'


def _dump(data: Any) -> str:
    return harmless(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
