"""Slips are read as the term they stand for; words that are right as they stand are not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structure_samples import report


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("聘请法律顾间3名。", "法律顾问"),
        ("聘请法津顾问3名。", "法律顾问"),
        ("配备公职律帅2名。", "公职律师"),
        ("重大行攻决策程序", "重大行政决策程序"),
        ("行政机关负责人出廷应诉12件。", "出庭应诉"),
        ("行政执法三顶制度", "三项制度"),
        ("重大执法诀定法制审核", "重大执法决定"),
    ],
)
def test_a_slip_is_mended(text: str, term: str) -> None:
    found = report(text)
    assert term in found.plain.text
    assert found.repairs
    for repair in found.repairs:
        assert found.plain.text[repair.start : repair.end] == repair.term
        assert repair.found in text
        assert 0 < repair.similarity < 100


@pytest.mark.parametrize(
    "text",
    [
        "全年办理行政复议案件12件。",
        "全年办理行政诉讼案件12件。",
        "设立公司律师2名。",
        "公益律师进社区。",
        "解答群众法律问题30个。",
        "落实各项制度和四项制度。",
        "防汛应急工作。",
        "聘请法律顾问，公职律师12名。",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    found = report(text)
    assert found.plain.text.strip() == text
    assert found.repairs == ()


def test_a_mended_slip_is_cited_as_it_stands() -> None:
    text = "县政府聘请法律顾间3名，审查合同。"
    found = report(text)
    (repair,) = found.repairs
    source = found.plain.source
    assert text[source[repair.start] : source[repair.end - 1] + 1] == "法律顾间"
    assert repair.found == "法律顾间"


SLIPPED = st.lists(
    st.sampled_from(["法律顾间", "重大行政决笨程序", "公职律帅", "出庭应拆", "，", "全年", "县政府", "。", "\n", " "]),
    max_size=30,
).map("".join)


@given(SLIPPED)
def test_offsets_stay_in_order_after_mending(text: str) -> None:
    if not text.strip(" \n"):
        return
    plain = report(text).plain
    assert len(plain.source) == len(plain.text) + 1
    assert all(a <= b for a, b in pairwise(plain.source))
    for paragraph in plain.paragraphs:
        assert "\n" not in plain.text[paragraph.start : paragraph.end]
        assert plain.text[paragraph.end] == "\n"
