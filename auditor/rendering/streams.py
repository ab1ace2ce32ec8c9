"""Formats that are written report by report, so that nothing is kept however many there are."""

from typing import Protocol

from auditor.rendering.contract import failure_line, report_line
from auditor.scorecard import Scorecard
from auditor.submission import Submission


class Stream(Protocol):
    """Makes the text of a run bit by bit; the bits of all calls in their order are the whole of it."""

    def begin(self, name: str, version: str) -> str:
        """What stands before everything, for a catalogue of that name and version."""

    def report(self, line: str) -> str:
        """A report, given as its line (auditor.rendering.contract.report_line)."""

    def failure(self, line: str) -> str:
        """A failure, given as its line, where its report would stand."""

    def end(self, submission: Submission) -> str:
        """What stands after everything, and who has handed in."""


def written(stream: Stream, scorecard: Scorecard) -> str:
    """A whole scorecard: its reports, then its failures."""
    return "".join(
        [
            stream.begin(scorecard.catalogue_name, scorecard.catalogue_version),
            *(stream.report(report_line(report)) for report in scorecard.reports),
            *(stream.failure(failure_line(failure)) for failure in scorecard.failures),
            stream.end(scorecard.submission),
        ]
    )
