"""Reports ranked by score; equal scores share a rank, and those that could not be graded share the last."""

from collections import Counter
from collections.abc import Sequence

from auditor.annex import Standing
from auditor.scorecard import ReportCard


def standings(reports: Sequence[ReportCard]) -> tuple[Standing, ...]:
    """The standing of each report, in the order given."""
    overall = _Ranks([_score(report) for report in reports])
    by_level = {
        level: _Ranks([_score(report) for report in reports if report.level == level])
        for level in {report.level for report in reports}
    }
    return tuple(
        Standing(
            rank=overall.rank(_score(report)),
            is_tied=overall.is_tied(_score(report)),
            rank_in_level=by_level[report.level].rank(_score(report)),
            is_tied_in_level=by_level[report.level].is_tied(_score(report)),
            of_level=by_level[report.level].size,
        )
        for report in reports
    )


def _score(report: ReportCard) -> float:
    return report.score if report.is_graded else -1.0


class _Ranks:
    """Ranks of scores as in sports: after two seconds comes a fourth."""

    def __init__(self, scores: Sequence[float]) -> None:
        self.size = len(scores)
        self._counts = Counter(scores)
        self._ranks: dict[float, int] = {}
        before = 0
        for score in sorted(self._counts, reverse=True):
            self._ranks[score] = before + 1
            before += self._counts[score]

    def rank(self, score: float) -> int:
        return self._ranks[score]

    def is_tied(self, score: float) -> bool:
        return self._counts[score] > 1
