"""What came near and does not count: where it is quoted, and whether a reporting unit understands why."""

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes
from auditor.scorecard import ReportCard

AUDITOR = Auditor(load_catalogue(None))
FILLER = "全年组织各类普法宣传活动，群众反映良好，各项工作平稳有序推进。\n" * 3


def card(text: str) -> ReportCard:
    return AUDITOR.audit(read_bytes(f"某县2023年法治政府建设工作报告\n{text}\n{FILLER}".encode(), "a.txt"))


def test_an_absent_block_tells_what_its_element_found_elsewhere() -> None:
    told = card(
        "县委书记、县长共同担任领导小组组长，全年先后5次召开县委常委会、县政府常务会，听取依法行政工作情况汇报。"
    )
    block = next(each for each in told.blocks if each.element)
    element = next(each for each in told.elements if each.id == block.element)
    assert (block.verdict, element.verdict) == ("absent", "met")
    near = block.grounds.near_misses
    assert [each.citation for each in near[: len(element.citations)]] == list(element.citations)
    assert all(each.is_for_units for each in near)


def reasons(text: str) -> dict[str, bool]:
    return {near.why: near.is_for_units for each in card(text).elements for near in each.grounds.near_misses}


def test_a_matched_word_is_no_reason_for_units_and_a_decoy_is_one() -> None:
    assert reasons("分管领导旁听庭审2次。企业出庭的有3人，分管领导旁听庭审2次。") == {"同一分句里说的是“旁听”": False}
    assert reasons("企业负责人出庭应诉3次。") == {"说的是企业、用人单位等的负责人": True}
