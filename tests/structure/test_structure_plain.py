"""The plain text: what is joined, widened, mended, left out, and that every character keeps its offset."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structure_samples import document, words

from auditor.structure import structure
from auditor.structure.plain import Plain, make_plain


def plain(text: str) -> Plain:
    return make_plain(document(text), words().characters)


def lines(text: str) -> list[str]:
    made = plain(text)
    return [made.text[p.start : p.end] for p in made.paragraphs]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("法 律 顾 问", "法律顾问"),
        ("法律　顾问", "法律顾问"),
        ("法律\u200b顾\ufeff问", "法律顾问"),
        ("出庭率１００％", "出庭率100%"),
        ("全年,共办理;其中:一是(略)", "全年，共办理；其中：一是（略）"),
        ("公示1,287条", "公示1,287条"),
        ("“三项制度”落实", "三项制度落实"),
        ("法律顧問審查合同", "法律顾问审查合同"),
        ("⼯作⼈员⾏政⻓期", "工作人员行政长期"),
        ("法\ue5e5律\ufe00顾\u3164问\U000e0041", "法律顾问"),
        ("検査被吿提髙", "检查被告提高"),
        ("出庭率l00%", "出庭率100%"),
        ("2O23年", "2023年"),
        ("办结1O件", "办结10件"),
        ("诉讼9件.认真执行制度.", "诉讼9件。认真执行制度."),
        ("一.主要做法", "一.主要做法"),
        ("PDCA循环、OA系统", "PDCA循环、OA系统"),
        ("第—责任人", "第一责任人"),
        ("2021—2025年", "2021—2025年"),
        ("执法——公示", "执法——公示"),
        ("hello world", "hello world"),
    ],
)
def test_how_characters_are_read(text: str, read: str) -> None:
    assert lines(text) == [read]


def test_hard_wrapped_lines_are_joined_over_a_page_mark() -> None:
    text = (
        "全年办理行政复议案件十二件，行政诉讼案件九件，行政机关负责人出庭\n"
        "应诉九件，出庭应诉率百分之百，其中主要负责人出庭三件，旁听庭审两\n"
        "- 3 -\n"
        "次，邀请法官授课一次，组织模拟法庭一次，编写典型案例汇编一本并印\n"
        "发各执法单位学习。"
    )
    joined = lines(text)
    assert len(joined) == 1
    assert "旁听庭审两次，" in joined[0]
    assert "行政机关负责人出庭应诉九件" in joined[0]


def test_a_short_line_with_a_number_goes_on_when_it_ends_in_mid_sentence() -> None:
    text = (
        "（一）压实领导责任。厅党组书记、厅长认真履行推进法治建设第一责任\n"
        "人职责，先后主持厅党组会、厅长办公会研究法治议题十一个，并对执法\n"
        "案卷评查等工作作出批示七次。\n"
        "（二）严格规范执法。深入推行行政执法三项制\n"
        "度，执法行为更加规范。"
    )
    assert [line[:3] for line in lines(text)] == ["（一）", "（二）"]


WRAPPED = (
    "街道党工委书记、办事处主任切实履行职责，全年主持召开会议研究法治\n"
    "工作四次，听取专题汇报两次，对行政执法、行政应诉等工作作出批示七\n"
    "次，街道班子成员年终述法十一人次。\n"
)


def test_a_numbered_heading_over_two_lines_ends_with_its_short_line() -> None:
    text = "（一）压实责任，党政主要负责人认真履行推进法治建设第一责任\n人职责\n" + WRAPPED
    assert lines(text)[0] == "（一）压实责任，党政主要负责人认真履行推进法治建设第一责任人职责"


def test_an_indented_line_begins_a_paragraph() -> None:
    text = WRAPPED + "  街道办事处聘请法律顾问三名，审查合同、协议三十六份，出具意见\n  十五份\n  另有公职律师一名\n"
    assert lines(text)[1:] == [
        "街道办事处聘请法律顾问三名，审查合同、协议三十六份，出具意见",
        "十五份",
        "另有公职律师一名",
    ]
    assert len(lines(text.replace("次，街", "  次，街"))) == 2  # most lines are indented: it is the margin


def test_indented_lines_that_go_on_tell_that_a_short_text_was_wrapped() -> None:
    text = (
        "一、主要成效\n  2025年，城南街道扎实推进依\n法行政。\n（一）压实责任\n"
        "  党工委书记全年主持会议，研究\n法治工作4次。\n二、存在的不足\n  力量薄弱。\n三、下一步打算\n  加强培训。"
    )
    assert lines(text)[1] == "2025年，城南街道扎实推进依法行政。"
    assert lines(text)[3] == "党工委书记全年主持会议，研究法治工作4次。"


@pytest.mark.parametrize(
    "title", ["清源县城南街道办事处关于2025年度法治政府建设情况的报告", "清源县水利局2025年度法治政府部门建设工作总结"]
)
def test_a_title_as_long_as_the_lines_stands_alone(title: str) -> None:
    assert lines(f"{title}\n{WRAPPED}")[0] == title


CONTENTS = ["一、主要举措和成效", "（一）依法决策", "二、存在的不足"]


@pytest.mark.parametrize("page", ["\t3", "……………3", " 3", "........（3）", ""])
def test_a_typed_table_of_contents_is_passed_over(page: str) -> None:
    report = ["一、主要举措和成效", "（一）依法决策", "审查合同三十六份。", "二、存在的不足", "力量薄弱。"]
    assert lines("\n".join(["某镇总结", "目  录", *(entry + page for entry in CONTENTS), *report])) == [
        "某镇总结",
        *report,
    ]


def test_what_follows_the_word_for_contents_without_being_one_is_read() -> None:
    report = ["目录", "重大行政决策事项目录共3项，", "一、供水价格", "二、公交线路"]
    assert lines("\n".join(report)) == report[1:]


def test_a_break_within_a_term_tells_that_a_text_was_wrapped() -> None:
    text = "首页 概况 公开\n门票实名预约是重大行政决\n策，经专家论证。局法\n律顾问列席会议6次。\n上一篇：图解"
    made = make_plain(document(text), words().characters, words().cuts_term)
    paragraphs = [made.text[p.start : p.end] for p in made.paragraphs]
    assert paragraphs[1] == "门票实名预约是重大行政决策，经专家论证。局法律顾问列席会议6次。"
    assert len(paragraphs) == 3


def test_a_short_numbered_line_that_ends_within_a_term_goes_on() -> None:
    text = (
        "顾问在防范化解风险中发挥了重要作用，不断提高依法办事水平，\n机关干部法治意识普遍增强。\n"
        "一是公开不够，重大行政决\n策的公众参与多停留在征求部门意见，听证会开得少，专家库也是\n建了没有用。"
    )
    made = make_plain(document(text), words().characters, words().cuts_term)
    assert "重大行政决策的公众参与" in made.text


def wrapped(paragraph: str, width: int) -> str:
    return "\n".join(paragraph[at : at + width] for at in range(0, len(paragraph), width))


def test_where_empty_lines_part_the_paragraphs_a_full_line_goes_on_after_a_sentence() -> None:
    paragraphs = [
        "二、党政主要负责人履行推进法治建设第一责任人职责情况",
        "局长五次主持召开党组会，逐项听取法治建设工作的汇报，并作了批示。年底在全局大会上述法，"
        "就三个问题作了说明，接受全体干部职工的评议打分，满意率为百分之九十八。",
        "三、存在的不足",
        "执法力量薄弱，主要是因为编制少、任务重，人员长期在外借调，一时难以补足到位，执法装备也比较陈旧。",
    ]
    assert paragraphs[1].index("。") == 31
    assert lines("\n\n".join(wrapped(each, 32) for each in paragraphs)) == paragraphs


def test_lines_of_their_own_stay_apart() -> None:
    text = "一、主要做法\n全年开展普法宣传活动。\n二、存在不足\n力量薄弱。"
    assert lines(text) == text.split("\n")


def test_a_number_set_off_by_spaces_makes_no_row() -> None:
    text = (
        "全年由市自然资源局承办的重大行政决策事项，\n"
        "国土空间规划调整等 3 项重大行政决策草案\n"
        "均履行了公众参与、专家论证、合法性审查程\n"
        "序，公示征求意见 30 日。"
    )
    assert len(lines(text)) == 1


def test_rows_of_a_table_are_told_from_sentences() -> None:
    made = plain("单位  应诉件数  出庭件数\n县公安局  12  12\n全年出庭12件，比上年多2件。")
    assert [p.is_row for p in made.paragraphs] == [True, True, False]
    made = plain("处罚公示  388  空  平台迁移，未导出\n全年公示 388 条，比上年多 20 条。")
    assert [p.is_row for p in made.paragraphs] == [True, False]


CHARACTERS = "法律顾问出庭，。：；（）, :;()“”l0O1２％%　 \n\u200b—－－顧問應訴年件第一、.A"


@given(st.text(alphabet=CHARACTERS, max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    read = document(text)
    made = make_plain(read, words().characters)
    assert len(made.source) == len(made.text) + 1
    assert made.source[-1] == len(text)
    assert all(a <= b for a, b in pairwise(made.source))
    last = 0
    for paragraph in made.paragraphs:
        assert last <= paragraph.start < paragraph.end <= len(made.text)
        assert made.text[paragraph.end] == "\n"
        last = paragraph.end + 1
        first = read.paragraphs[paragraph.first]
        final = read.paragraphs[paragraph.last]
        places = made.source[paragraph.start : paragraph.end]
        assert all(a < b for a, b in pairwise(places))
        assert first.start <= places[0] <= places[-1] < final.end


@given(st.text(alphabet="法律顾问出庭应诉全年共件", min_size=1, max_size=80))
def test_plain_chinese_is_untouched(text: str) -> None:
    made = plain(text)
    assert made.text == text + "\n"
    assert made.source == [*range(len(text)), len(text), len(text)]


def test_offsets_lead_to_the_document_and_back() -> None:
    text = "  “某县”数据\n共 61 件。"
    made = plain(text)
    at = made.text.index("县数")
    start, end = made.to_document(at, at + 2)
    assert text[start:end] == "县”数"
    assert made.from_document(start, end) == (at, at + 2)


def test_the_sentence_at_an_offset_or_after_it() -> None:
    report = structure(document("甲。乙。\n丙"), words())
    text = report.plain.text
    found = [text[report.sentences[report.sentence_at(at)].start] for at in range(len(text) + 1)]
    assert "".join(found) == "甲甲乙乙丙丙丙丙"[: len(found)]
