"""What every report of a run has to reach for the exit status to say that all is well."""

from dataclasses import dataclass

from auditor.scorecard import ReportCard


@dataclass(frozen=True, slots=True)
class Standard:
    """What the user asks for with `--fail-under` and `--strict`.

    Attributes:
        score: The score that no report may be below; None for any.
        is_strict: Whether no report may have errors, nor lack a statutory content.
    """

    score: float | None = None
    is_strict: bool = False

    @property
    def asks_nothing(self) -> bool:
        """Whether every report reaches it."""
        return self.score is None and not self.is_strict

    def is_missed_by(self, report: ReportCard) -> bool:
        """Whether a report does not reach it."""
        is_below = self.score is not None and report.falls_below(self.score)
        return is_below or (self.is_strict and report.has_faults)
