"""What a citation holds: the passage that counts, with the particular that shows it."""

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

AUDITOR = Auditor(load_catalogue())


def quotes(text: str) -> list[str]:
    card = AUDITOR.audit(read_bytes(text.encode(), "文.txt"))
    element = next(each for each in card.elements if each.id == "legal_counsel")
    return [text[each.start : each.end] for each in element.citations]


def test_the_particular_of_the_next_sentence_is_cited_where_nothing_else_shows_the_matter() -> None:
    assert quotes("镇政府设立法律顾问。全年审查合同36份，治安平稳。") == ["镇政府设立法律顾问。全年审查合同36份"]


def test_a_particular_in_the_sentence_itself_is_enough() -> None:
    assert quotes("镇政府聘请法律顾问3名，治安平稳。全年审查合同36份。")[0] == "镇政府聘请法律顾问3名，治安平稳"
