"""A passage that a verdict rests on is printed without the personal data in it."""

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

TEXT = """稷川县人民政府关于2023年度法治政府建设情况的报告
一、主要举措和成效
县政府聘请法律顾问3名（电话13907312288），全年审查合同57份。
"""


def test_quotes_of_verdicts_hide_what_a_finding_points_at() -> None:
    card = Auditor(load_catalogue()).audit(read_bytes(TEXT.encode(), "a.txt"))
    (element,) = (each for each in card.elements if each.id == "legal_counsel")
    quotes = [each for each in element.citations if "电话" in each.text]
    assert quotes
    assert all("13907312288" in each.text and "13907312288" not in each.shown for each in quotes)


def test_no_datum_is_shown_however_many_there_are() -> None:
    numbers = [f"1390731{number:04d}" for number in range(25)]
    calls = "".join(f"监督员联系电话{number}。\n" for number in numbers)
    text = TEXT.replace("县政府聘请", f"{calls}县政府聘请")
    card = Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt"))
    quotes = [quote for element in card.elements for quote in element.citations]
    quotes += [quote for finding in card.findings for quote in finding.citations]
    assert any("13907312288" in each.text for each in quotes)
    assert not [each for each in quotes for number in (*numbers, "13907312288") if number in each.shown]
    assert len(card.hidden) == 26


def test_no_heading_shows_what_is_personal() -> None:
    text = TEXT.replace("县政府聘请", "（一）聘请法律顾问，联系人张明13907312288\n县政府聘请")
    card = Auditor(load_catalogue()).audit(read_bytes(text.encode(), "a.txt"))
    cited = [quote for element in card.elements for quote in element.citations]
    cited += [miss.citation for element in card.elements for miss in element.grounds.near_misses]
    headings = {each.section for each in cited}
    assert "主要举措和成效 > 聘请法律顾问，联系人张明139****2288" in headings
    assert not [each for each in headings if "13907312288" in each]


def test_no_finding_says_what_is_personal() -> None:
    lines = "".join(f"全年共办理村民王大明反映的信访案件{count}件。\n" for count in (3, 5))
    card = Auditor(load_catalogue()).audit(read_bytes(f"{TEXT}{lines}".encode(), "a.txt"))
    (finding,) = (each for each in card.findings if each.id == "value_differs")
    assert "村民王**反映的信访案件" in finding.message
