"""Reports ranked by score, equal scores by statutory contents; what is equal in both shares a rank.

Reports that could not be graded share the last.
"""

from collections import Counter
from collections.abc import Sequence

from auditor.annex import Standing
from auditor.scorecard import ReportCard

Place = tuple[bool, float, int]
LAST: Place = (True, 0.0, 0)


def standings(reports: Sequence[ReportCard]) -> tuple[Standing, ...]:
    """The standing of each report, in the order given."""
    overall = _Ranks([_place(report) for report in reports])
    by_level = {
        level: _Ranks([_place(report) for report in reports if report.level == level])
        for level in {report.level for report in reports}
    }
    return tuple(
        Standing(
            rank=overall.rank(_place(report)),
            is_tied=overall.is_tied(_place(report)),
            rank_in_level=by_level[report.level].rank(_place(report)),
            is_tied_in_level=by_level[report.level].is_tied(_place(report)),
            of_level=by_level[report.level].size,
        )
        for report in reports
    )


def _place(report: ReportCard) -> Place:
    return report.standing if report.is_graded else LAST


class _Ranks:
    """Ranks as in sports: after two seconds comes a fourth."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.size = len(places)
        self._counts = Counter(places)
        self._ranks: dict[Place, int] = {}
        before = 0
        for place in sorted(self._counts):
            self._ranks[place] = before + 1
            before += self._counts[place]

    def rank(self, place: Place) -> int:
        return self._ranks[place]

    def is_tied(self, place: Place) -> bool:
        return self._counts[place] > 1
