"""Passages that units share: known again under another name, merged, told from set phrases."""

import time

from auditor.annex import Sharing
from auditor.comparing import Sharer
from auditor.comparing.passages import bare, passages
from auditor.reading import Document, read_bytes

ONE = "全县27个执法单位的执法主体、权限、依据和程序在稷川县门户网站统一公开，群众随时可查可评。"
TWO = "县财政安排专项资金，为一线人员配备执法记录仪312台，建成音像采集工作站19个并投入使用。"
OWN = "本地另有一句别处都没有的话，写的是南坡水库灌区水费收缴纠纷的调处经过和最后结果。"
PHRASE = "深入学习贯彻习近平法治思想，坚持党的领导、人民当家作主、依法治国有机统一，推进法治建设。"


def document(*lines: str) -> Document:
    return read_bytes("\n".join(lines).encode(), "a.txt")


def sharing(*reports: tuple[str, Document | None]) -> Sharing:
    sharer = Sharer()
    for unit, text in reports:
        sharer.add(text, unit)
    return sharer.sharing()


def test_a_copy_with_the_name_changed_and_its_neighbour_are_one_passage() -> None:
    other = (ONE + TWO).replace("稷川县", "青石县").replace("，", " ，")
    found = sharing(("稷川县人民政府", document(OWN, ONE + TWO)), ("青石县人民政府", document(other)))
    (passage,) = found.passages
    assert passage.text == ONE + TWO
    assert [(place.report, place.paragraph) for place in passage.places] == [(0, 2), (1, 1)]
    assert not passage.is_common
    whole, part = found.copying
    assert (whole.report, whole.nearest, whole.share) == (1, 0, 1.0)
    assert (part.report, part.nearest) == (0, 1)
    assert 0.6 < part.share < 0.75


def test_two_years_of_one_unit_are_no_copy() -> None:
    found = sharing(("稷川县人民政府", document(ONE)), ("稷川县人民政府", document(ONE)))
    assert found == Sharing()


def test_short_sentences_and_missing_texts_do_not_count() -> None:
    found = sharing(
        ("甲县", document("特此报告，请予审议。")), ("乙县", document("特此报告，请予审议。")), ("丙县", None)
    )
    assert found == Sharing()


def test_what_many_units_write_is_a_set_phrase() -> None:
    reports = [(f"{name}县人民政府", document(PHRASE)) for name in "甲乙丙丁戊己庚辛壬癸"]
    found = sharing(*reports, ("子县人民政府", document(ONE)), ("丑县人民政府", document(ONE)))
    assert [(passage.is_common, len(passage.places)) for passage in found.passages] == [(False, 2), (True, 10)]
    assert {each.report for each in found.copying} == {10, 11}


def test_large_groups_cost_no_square_of_pairs() -> None:
    reports = [(f"单位{number}局", document(ONE)) for number in range(300)]
    reports += [(f"别处{number}局", document(OWN + str(number))) for number in range(1500)]
    found = sharing(*reports)
    assert len(found.copying) == 300


def test_wrapped_lines_are_one_sentence() -> None:
    wrapped = [TWO[at : at + 20] for at in range(0, len(TWO), 20)]
    lines = [*wrapped, *[OWN[at : at + 20] for at in range(0, len(OWN), 20)]]
    keys = [each.key for each in passages(document(*lines), "")]
    assert keys == [bare(TWO), bare(OWN)]


def test_the_sentences_of_many_wrapped_lines_are_found_in_time_that_grows_with_them() -> None:
    wrapped = document(*["。一" * 7] * 30_000)
    begun = time.process_time()
    assert len(list(passages(wrapped, ""))) > 30_000
    assert time.process_time() - begun < 5  # line by line it took more than a minute


def test_personal_data_are_masked() -> None:
    sharer = Sharer()
    text = TWO.replace("投入", "（电话13907312288）投入")
    at = text.index("13907312288")
    for unit in ("稷川县人民政府", "青石县人民政府"):
        sharer.add(document(text), unit, ((at + 3, at + 7),))
    (passage,) = sharer.sharing().passages
    assert "139****2288" in passage.text
