"""A run as one JSON object: the reports of the contract a line each, then the failures, then who has handed in."""

from auditor.rendering.contract import dumped, submission_object
from auditor.scorecard import SCHEMA_VERSION
from auditor.submission import Submission


class Stream:
    """A run as one JSON object and a line feed; only failures are kept until the end."""

    def __init__(self) -> None:
        self._has_reports = False
        self._failures: list[str] = []

    def begin(self, name: str, version: str) -> str:
        """What stands before the reports."""
        catalogue = dumped({"name": name, "version": version})
        return f'{{"schema_version":{dumped(SCHEMA_VERSION)},"catalogue":{catalogue},"reports":['

    def report(self, line: str) -> str:
        """A report."""
        before = ",\n" if self._has_reports else "\n"
        self._has_reports = True
        return before + line

    def failure(self, line: str) -> str:
        """Nothing yet."""
        self._failures.append(line)
        return ""

    def end(self, submission: Submission) -> str:
        """What stands after the reports."""
        after = "\n" if self._has_reports else ""
        failures = "\n" + ",\n".join(self._failures) + "\n" if self._failures else ""
        told = f',"submission":{dumped(submission_object(submission))}' if submission.is_called_for else ""
        return f'{after}],"failures":[{failures}]{told}}}\n'
