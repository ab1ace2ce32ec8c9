"""Which report is of which unit of the roster, which counts, and which unit another may be of."""

from dataclasses import replace

import pytest

from auditor.scorecard import Finding, ReportCard
from auditor.statistics import Member, RollCall, statistics_of
from auditor.statistics.unit_names import plain_name
from auditor.submission import Submission

CARD = ReportCard("a.txt", "", "", "county", 2024, 80, "良好", (), (), ())
GENRE = (Finding("genre", "warning", "文本像是讲话。"),)


def sent(unit: str, year: int | None = 2024, path: str = "a.txt", findings: tuple[Finding, ...] = ()) -> ReportCard:
    return replace(CARD, path=path, unit=unit, year=year, findings=findings)


def called(roster: str, *reports: ReportCard, year: int | None = None, failures: int = 0) -> Submission:
    """What comes of a roster: units are parted by blanks, names of a unit by “/”."""
    members = [
        Member(each.split("/")[0], tuple(plain_name(name, str) for name in each.split("/"))) for each in roster.split()
    ]
    roll = RollCall(year, members, str)
    for report in reports:
        roll.add(report)
    return roll.submission(failures)


def missing(*given: str | ReportCard) -> list[str]:
    return [
        each.unit for each in called(str(given[0]), *(each for each in given if isinstance(each, ReportCard))).missing
    ]


@pytest.mark.parametrize(
    ("listed", "unit"),
    [
        ("稷川县人民政府", "稷川县政府"),
        ("稷川县", "稷川县 人民政府"),
        ("蓼汀街道办", "蓼汀街道办事处"),
        ("稷川开发区管委会", "稷川开发区管理委员会"),
        ("稷川县卫生健康局/县卫健局", "县卫健局"),
        ("稷川县司法局", "县司法局"),
        ("稷川县司法局", "司法局"),
        ("县司法局", "稷川县司法局"),
        ("云霞镇", "稷川县云霞镇人民政府"),
    ],
)
def test_a_report_is_of_the_unit_that_has_its_name_or_alone_has_it_with_the_place(listed: str, unit: str) -> None:
    assert missing(f"{listed} 和宁县水利局", sent(unit)) == ["和宁县水利局"]


@pytest.mark.parametrize(
    ("roster", "units"),
    [
        ("稷川县人民政府", ["稷川县人民政府办公室"]),
        ("稷川县司法局 和宁县司法局", ["司法局"]),
        ("县司法局", ["稷川县司法局", "和宁县司法局"]),
        ("稷川县东关镇", ["关镇"]),
        ("稷川县卫生健康局", ["稷川县卫健局"]),
        ("稷川县教育局", [""]),
    ],
)
def test_no_unit_is_guessed(roster: str, units: list[str]) -> None:
    found = called(roster, *map(sent, units))
    assert [each.arrival.unit for each in found.unlisted] == units
    assert len(found.missing) == len(roster.split())


@pytest.mark.parametrize(
    ("unit", "path", "may_be"),
    [
        ("稷川县卫健局", "a.txt", ("稷川县卫生健康局",)),
        ("稷川县住建局", "a.txt", ("稷川县住房和城乡建设局",)),
        ("司法局", "a.txt", ("稷川县司法局", "和宁县司法局")),
        ("", "报告/稷川县司法局2024年.docx", ("稷川县司法局",)),
        ("稷川县气象局", "a.txt", ()),
    ],
)
def test_a_unit_without_report_that_is_like_it_is_named(unit: str, path: str, may_be: tuple[str, ...]) -> None:
    roster = "稷川县卫生健康局 稷川县住房和城乡建设局 稷川县司法局 和宁县司法局"
    assert [each.may_be for each in called(roster, sent(unit, path=path)).unlisted] == [may_be]


def test_a_unit_that_has_handed_in_is_not_named_again() -> None:
    found = called("稷川县司法局 和宁县司法局", sent("司法局"), sent("和宁县司法局"))
    assert [each.may_be for each in found.unlisted] == [("稷川县司法局",)]


def test_the_units_without_report_are_in_the_order_of_the_roster() -> None:
    assert missing("丙县 乙县 甲县", sent("乙县人民政府")) == ["丙县", "甲县"]


def test_another_year_a_year_not_known_and_what_is_no_report_do_not_count() -> None:
    reports = [sent("甲县", 2023), sent("乙县", None), sent("丙县", findings=GENRE), sent("丁县"), sent("丁县", 2023)]
    found = called("甲县 乙县 丙县 丁县", *reports, year=2024)
    assert [each.unit for each in found.missing] == ["甲县", "乙县", "丙县"]
    assert [each.arrivals[0].status for each in found.missing] == ["other_year", "other_year", "no_annual_report"]
    assert [each.unit for each in found.other_year] == ["甲县", "乙县", "丁县"]
    assert [each.unit for each in called("甲县 乙县", *reports).missing] == []


def test_what_is_on_another_year_is_set_apart_and_told_why() -> None:
    reports = [sent("甲县", 2023), sent("乙县"), sent("丙县", None), sent("丁县", 2023, findings=GENRE), sent("乙县")]
    found = statistics_of(reports, ("良好",), 2024)
    assert [(each.report, each.asked_year, each.counted) for each in found.apart] == [
        (0, 2024, None), (2, 2024, None), (3, None, None), (4, None, 1),
    ]  # fmt: skip
    assert found.ranked == [1]
    assert found.overall.reports == 1
    assert [each.report for each in statistics_of(reports, ("良好",)).apart] == [3, 4]
