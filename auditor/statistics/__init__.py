"""Statistics that a supervisor reads, from scorecards alone."""

from auditor.statistics.tallies import statistics_of

__all__ = ["statistics_of"]
