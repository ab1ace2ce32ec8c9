"""Ranking with ties, reports set apart, missing rates by level and type of unit."""

from dataclasses import replace

from auditor.scorecard import BlockResult, ElementResult, Finding, ReportCard
from auditor.statistics import statistics_of
from auditor.terms import BlockVerdict, Level, Verdict

GRADES = ("优秀", "良好", "较差")


def card(score: float, level: Level, verdict: Verdict, block: BlockVerdict | None = "present") -> ReportCard:
    element = ElementResult("e", "要素", verdict, 0, 10, (), (), ())
    blocks = (BlockResult("b", "板块", block, ()),) if block else ()
    grade = "优秀" if score >= 85 else "较差"
    return ReportCard("a.txt", "", "", level, 2023, score, grade, (element,), blocks, ())


REPORTS = [
    card(90, "county", "met"),
    card(80, "county", "missing", "absent"),
    card(90, "township", "not_applicable", None),
    card(40, "subdistrict", "missing", "absent"),
    card(80, "county", "exempt"),
]


def test_equal_scores_are_ranked_by_statutory_contents_else_share_a_rank_and_the_next_is_left_out() -> None:
    found = [each for each in statistics_of(REPORTS, GRADES).standings if each is not None]
    assert [each.rank for each in found] == [1, 4, 1, 5, 3]
    assert [each.is_tied for each in found] == [True, False, True, False, False]
    assert [(each.rank_in_level, each.of_level, each.is_tied_in_level) for each in found] == [
        (1, 3, False), (3, 3, False), (1, 1, False), (1, 1, False), (2, 3, False),
    ]  # fmt: skip


def test_what_does_not_apply_is_not_asked_and_a_zero_report_is_not_missing() -> None:
    overall = statistics_of(REPORTS, GRADES).overall
    assert (overall.elements[0].asked, overall.elements[0].missing_rate) == (4, 0.5)
    assert (overall.blocks[0].present, overall.blocks[0].absent) == (2, 2)
    assert overall.mean == 76.0
    assert overall.grades == (("优秀", 2), ("较差", 3))


def test_groups() -> None:
    found = statistics_of(REPORTS, GRADES)
    assert [(each.name, each.reports) for each in found.levels] == [("县级政府", 3), ("乡镇", 1), ("街道", 1)]
    assert [(each.name, each.reports) for each in found.types] == [("县级以上政府", 3), ("乡镇和街道", 2)]
    township = found.levels[1]
    assert township.elements[0].missing_rate is None
    assert township.blocks[0].missing_rate is None


def test_no_report() -> None:
    found = statistics_of([], GRADES)
    assert (found.overall.reports, found.overall.mean, found.standings) == (0, 0.0, ())


def test_grades_are_listed_as_the_catalogue_ranks_them_whatever_the_scores() -> None:
    lacking = replace(card(100, "county", "met", "absent"), grade="良好")
    assert statistics_of([lacking, card(90, "county", "met")], GRADES).overall.grades == (("优秀", 1), ("良好", 1))


def test_what_is_no_annual_report_is_neither_ranked_nor_counted() -> None:
    speech = replace(card(100, "county", "missing"), findings=(Finding("genre", "warning", "文本像是讲话。"),))
    found = statistics_of([card(70, "county", "met"), speech, card(90, "county", "met")], GRADES)
    assert found.ranked == [2, 0]
    assert found.standings[1] is None
    assert [each.report for each in found.apart] == [1]
    assert (found.overall.reports, found.overall.mean, found.overall.elements[0].missing_rate) == (2, 80.0, 0.0)
    assert [each.reports for each in found.levels] == [2]


def sent_by(unit: str, score: float) -> ReportCard:
    return replace(card(score, "department", "met"), unit=unit)


def test_several_files_of_one_unit_and_year_count_once_and_the_best_is_named() -> None:
    files = [sent_by("稷川县卫生健康局", 70), sent_by("稷川县水利局", 60), sent_by("稷川县卫生健康局", 90)]
    found = statistics_of([*files, replace(files[0], year=2022)], GRADES)
    assert [(each.report, each.counted) for each in found.apart] == [(0, 2)]
    assert found.ranked == [2, 3, 1]
    assert found.overall.mean == 73.3


def test_units_whose_name_leaves_out_the_place_may_be_different_ones() -> None:
    for unit in ("", "市教育局", "区住房和城乡建设局", "市场监督管理局"):
        assert statistics_of([sent_by(unit, 70), sent_by(unit, 90)], GRADES).apart == ()
