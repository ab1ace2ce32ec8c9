"""Whom an element is asked of, in reports on which year; and waivers."""

from datetime import date
from pathlib import Path

import pytest
from small_rules import write

from auditor.catalogue import Catalogue, load_catalogue
from auditor.judging import Auditor
from auditor.judging.waivers import announcements
from auditor.reading import read_bytes
from auditor.scorecard import ElementResult, ReportCard

FILLER = "全年组织各类普法宣传活动，群众反映良好，各项工作平稳有序推进。\n" * 3
BASIS = "elements/counsel.yaml"
WAIVER = """\
name: 项目
waivers:
  - rule: {rule}
    reason: 机构改革
    author: 某办
    until: 2026-06-30
    scope: {scope}
"""


def card(catalogue: Catalogue, title: str, body: str = "") -> ReportCard:
    text = f"{title}\n一、主要做法\n{body or FILLER}\n二、下一步打算\n继续开展法治宣传教育。\n"
    return Auditor(catalogue).audit(read_bytes(text.encode(), "报告.txt"))


def result(catalogue: Catalogue, title: str, body: str = "") -> ElementResult:
    return card(catalogue, title, body).elements[0]


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    years = "binds: {county: direct}\nfrom_year: 2021\nto_year: 2025"
    return load_catalogue(write(tmp_path, file=BASIS, old="binds: {county: direct}", new=years))


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("某县2023年法治政府建设工作报告", "missing"),
        ("某县2021年法治政府建设工作报告", "missing"),
        ("某县2025年法治政府建设工作报告", "missing"),
        ("某县2020年法治政府建设工作报告", "not_applicable"),
        ("某县2026年法治政府建设工作报告", "not_applicable"),
        ("某镇2023年法治政府建设工作报告", "not_applicable"),
        ("某县关于法治政府建设情况的报告", "missing"),
    ],
)
def test_an_element_is_asked_of_its_levels_and_years(title: str, verdict: str, small: Catalogue) -> None:
    assert result(small, title).verdict == verdict


def test_what_does_not_apply_gives_the_reason_and_asks_and_cites_nothing(small: Catalogue) -> None:
    title = "某镇2023年法治政府建设工作报告"
    found = result(small, title)
    assert (found.citations, found.gaps) == ((), ())
    assert found.grounds.conditions == (("本项不适用于乡镇", True),)
    assert "聘请律师3名" in result(small, title, "聘请律师3名。").citations[0].text


def project(tmp_path: Path, rule: str, scope: str, today: date = date(2026, 1, 1)) -> Catalogue:
    rules = write(tmp_path / "rules")
    file = tmp_path / "auditor.yaml"
    file.write_text(WAIVER.format(rule=rule, scope=scope), encoding="utf-8")
    return load_catalogue(rules, str(file), today=today)


@pytest.mark.parametrize("scope", ["{units: [某县]}", "{units: [某*]}", "{levels: [county]}", "{years: [2023]}"])
def test_a_waiver_in_scope_takes_the_element_out_of_the_score(scope: str, tmp_path: Path) -> None:
    catalogue = project(tmp_path, "counsel", scope)
    report = card(catalogue, "某县2023年法治政府建设工作报告")
    assert (report.elements[0].verdict, report.elements[0].gaps, report.score) == ("not_applicable", (), 100.0)
    assert [f.id for f in report.findings if f.id.startswith("waiver")] == ["waiver"]
    assert announcements(catalogue, [report]) == []


@pytest.mark.parametrize(
    "scope", ["{units: [某市]}", "{units: [某?]}", "{units: ['[某]县']}", "{levels: [city]}", "{years: [2022]}"]
)
def test_a_waiver_out_of_scope_changes_nothing_and_is_announced(scope: str, tmp_path: Path) -> None:
    catalogue = project(tmp_path, "counsel", scope)
    report = card(catalogue, "某县2023年法治政府建设工作报告")
    assert report.elements[0].verdict == "missing"
    assert not [f for f in report.findings if f.id.startswith("waiver")]
    assert "没有用到" in announcements(catalogue, [report])[0]


def test_an_expired_waiver_does_not_hold_and_is_announced(tmp_path: Path) -> None:
    catalogue = project(tmp_path, "counsel", "{years: [2023]}", today=date(2026, 7, 1))
    report = card(catalogue, "某县2023年法治政府建设工作报告")
    assert report.elements[0].verdict == "missing"
    assert [f.severity for f in report.findings if f.id == "waiver_expired"] == ["warning"]
    assert "已经过期" in announcements(catalogue, [report])[0]


def test_whether_a_waiver_is_needed_is_judged_over_the_whole_run(tmp_path: Path) -> None:
    catalogue = project(tmp_path, "counsel", "{years: [2023]}")
    report = card(catalogue, "某县2023年法治政府建设工作报告", "聘请律师3名。")
    assert report.elements[0].verdict == "met"
    assert not [f.id for f in report.findings if f.id.startswith("waiver")]
    assert "没有用到" in announcements(catalogue, [report])[0]
    assert announcements(catalogue, [report, card(catalogue, "某县2023年法治政府建设工作报告")]) == []


def test_two_waivers_of_one_element_are_both_in_use(tmp_path: Path) -> None:
    catalogue = project(tmp_path, "counsel", "{years: [2023]}")
    other = catalogue.waivers[0].waiver.model_copy(update={"author": "某局"})
    both = [*catalogue.waivers, catalogue.waivers[0].model_copy(update={"waiver": other})]
    report = card(catalogue.model_copy(update={"waivers": both}), "某县2023年法治政府建设工作报告")
    assert [f.id for f in report.findings if f.id.startswith("waiver")] == ["waiver", "waiver"]
    assert "某办批准" in report.elements[0].grounds.conditions[0][0]


def test_a_law_is_cited_of_the_years_it_was_in_force(tmp_path: Path) -> None:
    dates = 'status: read\n    in_force: 2022-05-01\n    ended: "2023"'
    rules = write(tmp_path, file="instruments.yaml", old="status: read", new=dates)
    titles = {year: f"某县{year}年法治政府建设工作报告" for year in (2021, 2022, 2023, 2024)}
    cited = {year: result(load_catalogue(rules), title).basis for year, title in titles.items()}
    inspection = ("《督察工作规定》第二十五条",)
    assert cited == {2021: (), 2022: inspection, 2023: inspection, 2024: ()}


def test_a_finding_can_be_waived(tmp_path: Path) -> None:
    catalogue = project(tmp_path, "genre", "{levels: [unknown]}")
    text = f"会议通知\n{FILLER}" * 12
    report = Auditor(catalogue).audit(read_bytes(text.encode(), "通知.txt"))
    waived = [f for f in report.findings if f.id in ("genre", "waiver")]
    assert [f.id for f in waived] == ["waiver"]
    assert waived[0].message.startswith("“文种”的豁免（")
    assert waived[0].message.endswith("已适用，不再作此项提示。")


@pytest.mark.parametrize(("year", "state"), [(2018, "not_asked"), (2019, "absent")])
def test_the_contents_of_reports_are_asked_since_the_rules_on_inspection(year: int, state: str) -> None:
    body = "全年审查合同36份，化解纠纷12起。\n二、存在的不足\n执法力量薄弱，培训的次数不够多，普法形式单一。\n" + FILLER
    told = card(load_catalogue(), f"某县{year}年法治政府建设工作报告", body)
    causes = next(block for block in told.blocks if block.id == "causes")
    assert (causes.verdict, causes.state) == ("absent", state)
    assert ("cause_missing" in {finding.id for finding in told.findings}) is (state == "absent")
