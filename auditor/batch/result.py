"""One file of a run, done: its report card, packed or not, or its failure."""

from dataclasses import dataclass

from auditor.batch.record import Record
from auditor.batch.serial import Outcome
from auditor.rendering.contract import failure_line, report_line
from auditor.scorecard import Failure, ReportCard


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one file.

    Attributes:
        path: The path as the user gave it.
        content: The outcome, or a card still packed.
        is_from_cache: Whether it was audited in an earlier run.
    """

    path: str
    content: Record | ReportCard | Failure
    is_from_cache: bool = False

    @property
    def outcome(self) -> Outcome:
        """The report card or failure."""
        return self.content.card(self.path) if isinstance(self.content, Record) else self.content

    @property
    def line(self) -> str:
        """The report or failure as one line of JSON (auditor.rendering.contract), without the line feed."""
        if isinstance(self.content, Record):
            return self.content.line(self.path)
        return failure_line(self.content) if isinstance(self.content, Failure) else report_line(self.content)
