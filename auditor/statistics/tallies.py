"""Which elements are missing how often: over all reports, by level, by type of unit."""

from collections import Counter
from collections.abc import Iterable, Sequence

from auditor.annex import BlockTally, ElementTally, GroupTally, Statistics
from auditor.scorecard import ReportCard
from auditor.statistics.apart import set_apart
from auditor.statistics.ranking import standings
from auditor.terms import LEVEL_NAMES, NOT_GRADED, Level

UNIT_TYPES: dict[str, tuple[Level, ...]] = {
    "县级以上政府": ("province", "city", "county"),
    "政府部门": ("department",),
    "乡镇和街道": ("township", "subdistrict"),
    "开发区": ("zone",),
    "未识别": ("unknown",),
}


def statistics_of(reports: Sequence[ReportCard], grades: Sequence[str], year: int | None = None) -> Statistics:
    """The statistics of a run, without the reports set apart; groups without a report are left out.

    Args:
        reports: The reports.
        grades: The names of the grades, best first.
        year: The year called for, None for any.
    """
    apart = tuple(set_apart(reports, year))
    left_out = {each.report for each in apart}
    counted = [report for number, report in enumerate(reports) if number not in left_out]
    ranks = iter(standings(counted))
    by_level = {name: [r for r in counted if r.level == level] for level, name in LEVEL_NAMES.items()}
    by_type = {name: [r for r in counted if r.level in levels] for name, levels in UNIT_TYPES.items()}
    return Statistics(
        overall=_tally("全部报告", counted, reports, grades),
        levels=tuple(_tally(name, group, reports, grades) for name, group in by_level.items() if group),
        types=tuple(_tally(name, group, reports, grades) for name, group in by_type.items() if group),
        standings=tuple(None if number in left_out else next(ranks) for number in range(len(reports))),
        apart=apart,
    )


def _tally(name: str, group: Sequence[ReportCard], reports: Sequence[ReportCard], grades: Sequence[str]) -> GroupTally:
    """The tally of a group, with the elements, blocks and grades of the whole run."""
    scores = [report.score for report in group if report.is_graded]
    return GroupTally(
        name=name,
        reports=len(group),
        mean=round(sum(scores) / len(scores), 1) if scores else 0.0,
        grades=_grades(group, reports, grades),
        elements=_elements(group, reports),
        blocks=_blocks(group, reports),
    )


def _grades(
    group: Sequence[ReportCard], reports: Sequence[ReportCard], grades: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    counts = Counter(report.grade for report in group)
    met = {report.grade for report in reports}
    return tuple((grade, counts[grade]) for grade in dict.fromkeys((*grades, NOT_GRADED)) if grade in met)


def _elements(group: Sequence[ReportCard], reports: Sequence[ReportCard]) -> tuple[ElementTally, ...]:
    names = _names((each.id, each.name) for report in reports for each in report.elements)
    verdicts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for report in group:
        for element in report.elements:
            verdicts[element.id][element.verdict] += 1
    return tuple(ElementTally(key, name, dict(verdicts[key])) for key, name in names.items())  # type: ignore[arg-type]


def _blocks(group: Sequence[ReportCard], reports: Sequence[ReportCard]) -> tuple[BlockTally, ...]:
    names = _names((each.id, each.name) for report in reports for each in report.blocks)
    counts = Counter((block.id, block.state) for report in group for block in report.blocks)
    return tuple(
        BlockTally(key, name, *(counts[key, state] for state in ("present", "absent", "unread", "not_asked")))
        for key, name in names.items()
    )


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The name of each id, in the order first met."""
    names: dict[str, str] = {}
    for key, name in pairs:
        names.setdefault(key, name)
    return names
