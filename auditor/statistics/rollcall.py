"""Calls the roll: which units of the roster have handed in, which reports are of none of them or of another year.

A report belongs to the unit that has its name, or the name without the place when there is just one such unit.
Names that are only alike are told, and decide nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from auditor.scorecard import ReportCard
from auditor.statistics.roster import Member
from auditor.statistics.unit_names import Unify, is_ending, is_without_place, likeness, plain_name
from auditor.submission import Arrival, Awaited, Status, Submission, Unlisted

NAMED = 3  # units that an unlisted report may be of


class RollCall:
    """Takes the reports of a run one by one, and keeps nothing of them but who reports on which year."""

    def __init__(self, year: int | None, roster: Sequence[Member] | None, unify: Unify) -> None:
        """Call for the reports of a year (None for any) and of the units of a roster (None for any)."""
        self._year = year
        self._roster = roster
        self._unify = unify
        self._arrivals: list[Arrival] = []
        self._by_name = {name: number for number, member in enumerate(roster or ()) for name in member.names}

    def add(self, report: ReportCard) -> None:
        """A report has come in."""
        self._arrivals.append(Arrival(report.path, report.unit, report.year, self._status(report)))

    def submission(self, failures: int) -> Submission:
        """Who has handed in, when all reports are there and so many files could not be audited."""
        other_year = tuple(each for each in self._arrivals if each.status == "other_year")
        if self._roster is None:
            return Submission(self._year, other_year, failures=failures)
        owners = self._owners()
        units = tuple(
            Awaited(member.unit, tuple(each for each, owner in owners if owner == number))
            for number, member in enumerate(self._roster)
        )
        missing = [number for number, each in enumerate(units) if not each.has_handed_in]
        unlisted = tuple(Unlisted(each, self._may_be(each, missing)) for each, owner in owners if owner is None)
        return Submission(self._year, other_year, units, unlisted, failures)

    def _status(self, report: ReportCard) -> Status:
        if not report.is_annual_report:
            return "no_annual_report"
        return "counted" if report.is_on(self._year) else "other_year"

    def _owners(self) -> list[tuple[Arrival, int | None]]:
        """Each report with the unit of the roster it is of."""
        names = [plain_name(each.unit, self._unify) for each in self._arrivals]
        owner_of: dict[str, int | None] = {name: self._by_name.get(name) for name in names}
        claims: defaultdict[int, list[str]] = defaultdict(list)
        for name in [name for name, owner in owner_of.items() if name and owner is None]:
            ends = {known: number for known, number in self._by_name.items() if is_ending(name, known)}
            if len(set(ends.values())) != 1:
                continue
            if any(is_without_place(name, known) for known in ends):
                owner_of[name] = next(iter(ends.values()))
            elif any(is_without_place(known, name) for known in ends):
                claims[next(iter(ends.values()))].append(name)
        # A roster that leaves out the places means one of 稷川县司法局 and 和宁县司法局, but which cannot be said.
        owner_of |= {names[0]: number for number, names in claims.items() if len(names) == 1}
        return [(each, owner_of[name]) for each, name in zip(self._arrivals, names, strict=True)]

    def _may_be(self, arrival: Arrival, missing: Iterable[int]) -> tuple[str, ...]:
        """The units without a report that a report may be of, by its unit or by the name of its file."""
        roster = self._roster or ()
        name = plain_name(arrival.unit, self._unify)
        file = plain_name(PurePath(arrival.path).stem, self._unify)
        found = []
        for number in missing:
            known = roster[number].names
            like = max((likeness(name, each) for each in known), default=0.0) if name else 0.0
            if like or any(each in file for each in known):
                found.append((-like, number))
        return tuple(roster[number].unit for _, number in sorted(found)[:NAMED])
