"""What the report does not say is told where it belongs."""

from dataclasses import replace

from annotating_samples import SENTENCE, card, comments, draft, saved

from auditor.annotating import annotate
from auditor.scorecard import (
    BlockResult,
    Citation,
    ElementResult,
    Evidenced,
    Finding,
    Grounds,
    NearMiss,
    ReportCard,
)
from auditor.terms import Role

LINES = ("某县2023年法治政府建设年度报告", "一、主要成效", f"{SENTENCE}。", "二、存在的不足", "人手不足。")
TEXT = "\n".join(LINES)


def cited(words: str, section: str, role: Role = "done") -> Citation:
    start = TEXT.index(words)
    return Citation(
        words, start, start + len(words), role, section, 1, None, "r", "exact", marks=((start, start + len(words)),)
    )


DONE = BlockResult("achievements", "举措成效", "present", (cited("一、主要成效", "主要成效"),))
PROBLEM = BlockResult("shortcomings", "不足", "present", (cited("二、存在的不足", "存在的不足", "problem"),))
CAUSES = BlockResult("causes", "原因", "absent", ())
LEADERS = BlockResult("leadership", "履职情况", "absent", (), element="e")
COUNSEL = ElementResult("counsel", "法律顾问", "missing", 0, 20, (), ("没有写。应写明人数。",), ())


def report(*blocks: BlockResult, elements: tuple[ElementResult, ...] = ()) -> ReportCard:
    return replace(card(TEXT), blocks=blocks, elements=elements)


def told(made: ReportCard) -> dict[str, str]:
    """The comments but the last, and what they stand on."""
    *found, _ = comments(annotate(saved(draft(*LINES)), TEXT, made).data).items()
    return dict(found)


def test_an_element_belongs_in_the_part_on_what_was_done() -> None:
    lead = "【缺失】报告缺少以下内容，请在这一部分或者其后补写："
    assert told(report(DONE, PROBLEM, elements=(COUNSEL,))) == {
        f"{lead}\n法律顾问：没有写。应写明人数。": "一、主要成效"
    }


def test_an_absent_block_belongs_behind_the_one_before_it() -> None:
    ((words, where),) = told(report(DONE, PROBLEM, CAUSES, LEADERS)).items()
    assert (words.split("\n")[1:], where) == (["法定内容“原因”。", "法定内容“履职情况”。"], "二、存在的不足")


def test_an_element_belongs_with_the_block_on_the_same_matter() -> None:
    ((words, where),) = told(report(DONE, PROBLEM, LEADERS, elements=(replace(COUNSEL, id="e"),))).items()
    assert (words.split("\n")[1:], where) == (
        ["法定内容“履职情况”。", "法律顾问：没有写。应写明人数。"], "二、存在的不足"
    )  # fmt: skip


def test_without_a_part_the_title_is_meant_or_else_the_first_line() -> None:
    made = report(replace(DONE, citations=(cited(SENTENCE, "主要成效"),)), CAUSES)
    words = "【缺失】报告缺少以下内容，请补写：\n法定内容“原因”。"
    assert told(made) == {words: LINES[0]}
    title = Evidenced("法治政府建设年度报告", "标题", 7, 17)
    assert told(replace(made, identity={"title": title})) == {words: title.value}


def near(passage: Citation) -> Grounds:
    return Grounds(near_misses=(NearMiss(passage, "不算单独的部分"),))


def test_what_is_all_but_a_block_is_where_it_is_told_of() -> None:
    elsewhere, empty = cited("出庭率100%", "主要成效"), cited("一、主要成效", "主要成效")
    leaders, causes = replace(LEADERS, grounds=near(elsewhere)), replace(CAUSES, grounds=near(empty))
    met = replace(COUNSEL, id="e", verdict="met", gaps=(), citations=(elsewhere,))
    assert told(report(PROBLEM, causes, leaders, elements=(met,))) == {
        "【缺失】法定内容“原因”\n此处未采信：不算单独的部分。\n请增写这一部分。": "一、主要成效",
        "【缺失】法定内容“履职情况”\n此处未采信：不算单独的部分。\n请增写这一部分。": "出庭率100%",
    }


def test_what_only_has_words_in_common_is_not() -> None:
    ((_, where),) = told(report(DONE, PROBLEM, replace(CAUSES, grounds=near(cited("出庭率100%", "主要成效"))))).items()
    assert where == "二、存在的不足"


def test_a_block_is_not_told_of_twice() -> None:
    finding = Finding("cause_missing", "warning", "没有写原因。", (cited("二、存在的不足", "存在的不足"),))
    made = replace(report(DONE, PROBLEM, CAUSES), findings=(finding,))
    assert told(made) == {"【提醒】没有写原因。": "二、存在的不足"}


def test_what_is_not_asked_or_could_not_be_read_is_no_lack() -> None:
    unread = replace(COUNSEL, verdict="unread")
    blocks = (replace(CAUSES, exemption="该年度不要求"), replace(LEADERS, verdict="unread"))
    assert told(report(DONE, PROBLEM, *blocks, elements=(unread,))) == {}
