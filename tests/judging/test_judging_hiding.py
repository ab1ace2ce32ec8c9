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
