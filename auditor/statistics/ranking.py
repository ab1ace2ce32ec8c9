"""Reports ranked by score; equal scores share a rank."""

from collections import Counter
from collections.abc import Sequence

from auditor.annex import Standing
from auditor.scorecard import ReportCard


def standings(reports: Sequence[ReportCard]) -> tuple[Standing, ...]:
    """The standing of each report, in the order given."""
    overall = _Ranks([report.score for report in reports])
    by_level = {
        level: _Ranks([report.score for report in reports if report.level == level])
        for level in {report.level for report in reports}
    }
    return tuple(
        Standing(
            rank=overall.rank(report.score),
            is_tied=overall.is_tied(report.score),
            rank_in_level=by_level[report.level].rank(report.score),
            is_tied_in_level=by_level[report.level].is_tied(report.score),
            of_level=by_level[report.level].size,
        )
        for report in reports
    )


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
