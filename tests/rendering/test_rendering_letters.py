"""What letters say to units: each matter once, what came near quoted, nothing that only rule writers understand."""

import gc
from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from rendering_samples import SCORECARD, cite

from auditor.rendering import View
from auditor.rendering.letter import files
from auditor.rendering.letter.matters import matters
from auditor.rendering.letter.wording import opening, title
from auditor.scorecard import BlockResult, Citation, ElementResult, Finding, Grounds, NearMiss, ReportCard

NEAR = NearMiss(cite("局长主持会议4次", 100), "同一段里这样的话不足2句")
INTERNAL = NearMiss(cite("首页 > 法律顾问", 200), "同一分句里说的是“首页”", is_for_units=False)


def report(
    *,
    blocks: tuple[BlockResult, ...] = (),
    elements: tuple[ElementResult, ...] = (),
    findings: tuple[Finding, ...] = (),
) -> ReportCard:
    return replace(SCORECARD.reports[0], blocks=blocks, elements=elements, findings=findings)


def block(*near: NearMiss, id_: str = "leadership", element: str = "") -> BlockResult:
    return BlockResult(id_, "履职情况", "absent", (), Grounds(near_misses=near), element=element)


def element(*near: NearMiss, verdict: str = "missing", citations: tuple[Citation, ...] = ()) -> ElementResult:
    gaps = ("没有写履职。应写明次数。",)
    return ElementResult("first", "第一责任人", verdict, 0, 20, ("某规定",), gaps, citations, Grounds(near_misses=near))  # type: ignore[arg-type]


def test_what_came_near_an_absent_block_is_quoted_and_not_called_nothing() -> None:
    (matter,) = matters(report(blocks=(block(NEAR),)))
    assert "报告有相近的表述" in matter.finding
    assert "报告未写" not in matter.finding
    assert [quote.startswith("“局长主持会议4次”") for quote in matter.quotes] == [True]
    assert "不足2句" in matter.quotes[0]


def test_nothing_is_said_only_of_nothing() -> None:
    (matter,) = matters(report(blocks=(block(),)))
    assert (matter.quotes, matter.silence) == ((), "全文未见相关内容。")
    (matter,) = matters(report(blocks=(block(INTERNAL),)))
    assert (matter.quotes, matter.silence) == ((), "全文未见可以认定的相关内容。")


def test_a_reason_that_only_names_matched_words_is_not_told_to_units() -> None:
    (matter,) = matters(report(elements=(element(INTERNAL),)))
    assert (matter.quotes, matter.silence) == ((), "全文未见可以认定的相关内容。")
    (matter,) = matters(report(elements=(element(INTERNAL, NEAR),)))
    assert ["不足2句" in quote for quote in matter.quotes] == [True]


def test_a_block_and_the_element_on_the_same_matter_are_one_row() -> None:
    (matter,) = matters(report(blocks=(block(element="first"),), elements=(element(),)))
    assert matter.name == "法定内容：履职情况"
    assert matter.demand == "增写“履职情况”部分。应写明次数。"
    assert matter.basis.endswith("；某规定")


def test_shortcomings_without_a_cause_are_one_row() -> None:
    told = Finding("cause_missing", "warning", "只列问题，没有写原因。请补写。", (cite("存在的问题", 50),), name="原因")
    (matter,) = matters(report(blocks=(block(id_="causes"),), findings=(told,)))
    assert matter.finding == "【缺失】只列问题，没有写原因。"
    assert [quote.startswith("“存在的问题”") for quote in matter.quotes] == [True]
    assert len(list(matters(report(findings=(told,))))) == 1


def test_waivers_are_no_matter_of_the_unit() -> None:
    told = Finding("waiver_expired", "warning", "“决策”的豁免已经过期；请办理续期或删去。", name="豁免")
    assert list(matters(report(findings=(told,)))) == []


def test_letters_are_made_and_let_go_one_by_one() -> None:
    gc.collect()
    gc.disable()
    try:
        list(files(SCORECARD, View()))
        assert not [each for each in gc.get_objects() if isinstance(each, Document)]
    finally:
        gc.enable()


def test_a_letter_with_nothing_to_mend_proposes_nothing() -> None:
    nothing = report()
    assert title(nothing)[1].endswith("的审核情况反馈函")
    assert opening(nothing, SCORECARD).endswith("现将审核情况反馈如下。")
    assert [name for name, _ in files(replace(SCORECARD, reports=(nothing,)), View())] == [
        "001_稷川县人民政府_审核情况反馈函.docx"
    ]


def test_an_unknown_unit_is_left_to_be_filled_in() -> None:
    assert title(replace(SCORECARD.reports[0], unit=""))[0] == "关于（单位名称）"


def test_only_the_head_of_the_table_is_kept_on_one_page() -> None:
    _, content = next(iter(files(SCORECARD, View())))
    rows = docx.Document(BytesIO(content)).tables[0].rows
    assert [bool(row._tr.findall(f".//{qn('w:cantSplit')}")) for row in rows] == [True] + [False] * (len(rows) - 1)
