"""However long a text repeats one thing, its audit takes a time that grows with it and no faster."""

import time

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

HEAD = "稷川县人民政府关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n"
LIMIT = 5  # seconds of a processor; each of these took several times as long


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}全年办理复议案件{' ' * 20_000}案件100件。", id="blanks before a count"),
        pytest.param(HEAD + "；一、" * 70_000, id="numbers without a heading"),
        pytest.param(HEAD + "。一、行政执法公示1次" * 6_000, id="headings that tell a fact"),
        pytest.param(HEAD + "县工商局检查，" * 20_000, id="outdated names in one sentence"),
        pytest.param(HEAD + "2022年，坚持！" * 10_000, id="sentences that open with another year"),
        pytest.param(HEAD.replace("2023年度", "") + "《" * 200_000, id="titles without end"),
    ],
)
def test_the_time_grows_with_the_text(text: str) -> None:
    document = read_bytes(text.encode(), "a.txt")
    auditor = Auditor(load_catalogue())
    begun = time.process_time()
    auditor.audit(document)
    assert time.process_time() - begun < LIMIT


def test_a_clause_full_of_invisible_characters_is_cited_in_part() -> None:
    text = f"{HEAD}全年行政机关负责人出庭{chr(0x200B) * 300_000}应诉率达到100%，聘请{chr(0x200B) * 5_000}法律顾问2名。"
    card = Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt"))
    cited = [each for element in card.elements for each in element.citations]
    assert {element.id for element in card.elements if element.verdict == "met"} >= {"court_appearance"}
    assert all(len(each.text) <= 2_000 and each.text == text[each.start : each.end] for each in cited)
    assert all(each.start <= start < end <= each.end for each in cited for start, end in each.marks)
    assert all(each.marks for each in cited)
