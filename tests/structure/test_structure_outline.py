"""Headings and opening sentences tell what a section is about; sentences know their section."""

from itertools import pairwise

import pytest
from structure_samples import LONG, report, words

from auditor.structure.places import cite

TITLE = "某县人民政府2023年法治政府建设年度报告\n"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、主要举措和成效", "achievements"),
        ("一、2023年法治政府建设工作情况", "achievements"),
        ("（一）存在的主要问题", "problem"),
        ("二、存在的不足和原因", "problem"),
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况", "leadership"),
        ("四、下一年度工作安排", "plan"),
        ("第四部分 下一步工作打算", "plan"),
        ("第一章 主要举措和成效", "achievements"),
        ("第二章存在的不足和原因", "problem"),
        ("第三节　2024年工作安排", "plan"),
        ("第二、存在的不足", "problem"),
        ("4．2024年工作计划", "plan"),
        ("相关阅读", "basis"),
    ],
)
def test_the_heading_gives_the_role(heading: str, role: str) -> None:
    found = report(f"{TITLE}{heading}\n{LONG}\n")
    assert found.sections[-1].role == role
    assert found.sections[-1].own_role


@pytest.mark.parametrize(
    ("body", "words", "path"),
    [
        ("一是抓实学法。学法8次。二是强化督察。发现问题126个。", "学法8次", "主要举措 > 抓实学法"),
        ("一是抓实学法。学法8次。二是强化督察。发现问题126个。", "发现问题", "主要举措"),
        ("一是抓实学法。学法8次；二是强化督察，发现问题126个。", "发现问题", "主要举措"),
        ("（一）学法。一是领导带头。学法8次。二是全员参与。培训126人。", "培训126", "主要举措 > 学法"),
        ("学法8次。\n同时，也存在一些不足：\n普法形式单一。", "普法形式", "主要举措"),
    ],
)
def test_a_passage_stands_under_headings_and_not_under_the_points_before_it(body: str, words: str, path: str) -> None:
    found = report(f"{TITLE}一、主要举措\n{body}\n")
    start = found.document.text.index(words)
    number = next(n for n, each in enumerate(found.sentences) if found.plain.source[each.end - 1] >= start)
    assert cite(found, start, start + len(words), number, role="done", rule="r").section == path


def test_a_subsection_takes_over_the_role_of_its_parent() -> None:
    found = report(f"{TITLE}二、存在的不足\n（一）执法力量\n{LONG}\n（二）普法形式\n{LONG}\n")
    roles = [(s.heading, s.role, s.own_role) for s in found.sections if s.level == 2]
    assert roles == [("执法力量", "problem", False), ("普法形式", "problem", False)]


@pytest.mark.parametrize(
    ("chapter", "point"),
    [
        ("第二部分：", "一、"),
        ("第二章 ", "一、"),
        ("第二章 ", "第一节 "),
        ("第二节 ", "一、"),
        ("二、", "第一、"),
        ("第二、", "（一）"),
    ],
)
def test_what_stands_above_takes_a_level_of_its_own(chapter: str, point: str) -> None:
    found = report(f"{TITLE}{chapter}存在的不足\n{point}执法力量\n{LONG}\n").sections
    assert found[-2].level == 1
    assert (found[-1].heading, found[-1].role, found[-1].own_role) == ("执法力量", "problem", False)


def test_a_line_of_the_title_is_no_heading() -> None:
    found = report(f"某县关于2023年度法治政府建设情况\n和2024年工作打算的报告\n{LONG}\n")
    assert [section.heading for section in found.sections] == [""]


def test_a_heading_may_run_into_its_paragraph() -> None:
    found = report(f"{TITLE}（一）存在的不足。{LONG}\n")
    section = found.sections[-1]
    assert (section.heading, section.role) == ("存在的不足", "problem")
    assert found.plain.text[section.body :].startswith("本报告所述")


def test_an_opening_sentence_does_the_work_of_a_heading() -> None:
    found = report(f"{TITLE}{LONG}。\n同时，也存在一些不足：执法力量薄弱。\n下一步，我县将加强培训。{LONG}\n")
    assert [s.role for s in found.sections if s.own_role][-2:] == ["problem", "plan"]


def roles(text: str) -> list[str]:
    return [section.role for section in report(text).sections if section.own_role]


def test_articles_of_a_rule_are_demands_those_of_a_report_are_its_parts() -> None:
    assert roles(f"第三条　各单位聘请法律顾问。{LONG}") == ["demands"]
    assert roles(f"第三条，{LONG}") == []
    articles = f"{TITLE}第一条　关于法律顾问。{LONG}\n第二条　关于不足。{LONG}\n第三条　关于来年。{LONG}\n"
    assert roles(articles) == ["problem", "plan"]


def test_labels_part_what_stands_under_one_heading() -> None:
    found = f"{TITLE}二、存在的问题\n{LONG}\n整改情况：{LONG}\n三、普法\n成效：{LONG}\n不足：{LONG}\n安排：{LONG}\n"
    assert roles(found) == ["problem", "achievements", "achievements", "problem", "plan"]


def test_a_paragraph_that_opens_with_the_year_to_come_tells_of_plans() -> None:
    assert roles(f"{TITLE}2024年，集中力量办好四件要事。{LONG}\n") == ["plan"]
    assert roles(f"{TITLE}2024年1月印发细则，{LONG}\n2023年，{LONG}\n") == []


def test_an_annex_is_no_longer_about_the_plan() -> None:
    assert roles(f"{TITLE}四、下一步打算\n{LONG}\n附表　2023年主要数据\n{LONG}\n") == ["plan", "achievements"]


def test_sections_cover_the_text_in_order() -> None:
    found = report(f"{TITLE}一、主要成效\n{LONG}\n二、存在的问题\n{LONG}\n三、下一步打算\n{LONG}\n")
    spans = [(s.start, s.end) for s in found.sections]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(found.plain.text)
    assert all(left[1] == right[0] for left, right in pairwise(spans))


def test_every_sentence_stands_in_its_section() -> None:
    found = report(f"{TITLE}一、主要成效\n审查合同36份。{LONG}\n二、存在的问题\n力量薄弱。{LONG}\n")
    text = found.plain.text
    told = {text[s.start : s.end]: found.sections[s.section].role for s in found.sentences}
    assert told["审查合同36份。"] == "achievements"
    assert told["力量薄弱。"] == "problem"
    assert all(a.end <= b.start for a, b in pairwise(found.sentences))


def test_a_lone_passage_is_no_report() -> None:
    assert report("聘请法律顾问3名。").is_passage
    assert not report(f"{TITLE}一、主要成效\n{LONG}\n").is_passage


@pytest.mark.parametrize("number", ["", "一是", "其一，", "第一，", "第一、", "（一）", "（1）", "①", "1."])
def test_a_part_may_be_opened_after_a_number_of_any_style(number: str) -> None:
    text = f"{number}存在的主要问题是执法人员不足。"
    assert [role for *_, role in words().lead_ins(text, 0, len(text))] == ["problem"]


@pytest.mark.parametrize(
    ("lost", "heading"),
    [
        ("二、存在的不足一是执法力量薄弱，编制不足。", "存在的不足"),
        (
            "二、存在的问题和原因我县法治政府建设虽然取得了一些成绩，但是与上级的要求、群众的期盼相比还有差距。",
            "存在的问题和原因",
        ),
        ("二、2024年工作安排（一）聘请法律顾问，审查合同。", "2024年工作安排"),
    ],
)
def test_a_heading_that_has_lost_its_line_break_ends_where_the_text_under_it_begins(lost: str, heading: str) -> None:
    found = report(f"{TITLE}一、主要成效\n{LONG}。{lost}")
    assert heading in [section.heading for section in found.sections]


def test_a_text_that_has_lost_its_line_breaks_is_no_row() -> None:
    found = report(f"{TITLE}首页 | 公开 | 年报。{LONG * 60}。二、存在的不足一是执法力量薄弱。")
    assert not found.plain.paragraphs[-1].is_row
    assert found.sections[-1].role == "problem"


def test_numbers_that_begin_anew_under_a_bare_heading_stand_below_it() -> None:
    lines = "■ 没做好的\n一、台账多头报送。\n二、审核没有专人。\n■ 2024年怎么干\n一、添5台记录仪。\n二、台账合并。\n"
    found = report(f"{TITLE}1月9日，与律师事务所续约。\n{lines}")
    assert [section.role for section in found.sections[-6:]] == ["problem"] * 3 + ["plan"] * 3
