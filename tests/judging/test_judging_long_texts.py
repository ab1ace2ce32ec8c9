"""However long a text repeats one thing, its audit makes no more of it than of a short one."""

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

HEAD = "稷川县人民政府关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n"


def test_a_clause_full_of_invisible_characters_is_cited_in_part() -> None:
    text = f"{HEAD}全年行政机关负责人出庭{chr(0x200B) * 300_000}应诉率达到100%，聘请{chr(0x200B) * 5_000}法律顾问2名。"
    card = Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt"))
    cited = [each for element in card.elements for each in element.citations]
    assert {element.id for element in card.elements if element.verdict == "met"} >= {"court_appearance"}
    assert all(len(each.text) <= 2_000 and each.text == text[each.start : each.end] for each in cited)
    assert all(each.start <= start < end <= each.end for each in cited for start, end in each.marks)
    assert all(each.marks for each in cited)
