"""Folding Chinese text to columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rendering.folding import cells, fold, fold_text, pad, shorten


def test_wide_characters_take_two_columns() -> None:
    assert cells("法治a1，") == 8
    assert pad("法", 4) == "法  "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("全年办理案件", ["全年办理", "案件"]),
        ("全年办理，案件", ["全年办", "理，案件"]),
        ("全年办（甲）", ["全年办", "（甲）"]),
        ("全年办2023年", ["全年办", "2023年"]),
        ("出庭率98.5%好", ["出庭率", "98.5%好"]),
        ("甲\n乙", ["甲", "乙"]),
        ("", [""]),
    ],
)
def test_folds_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert fold_text(text, 8) == lines


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert fold_text("a" * 10, 4) == ["aaaa", "aaaa", "aa"]


def test_styles_stay_with_their_characters() -> None:
    assert fold([("全年", 1), ("办理案件", 2)], 8) == [[("全年", 1), ("办理", 2)], [("案件", 2)]]


def test_shorten() -> None:
    assert shorten("全年办理", 8) == "全年办理"
    assert shorten("全年办理案件", 8) == "全年办…"


@given(st.text("全年，。（）a1 \n", max_size=60), st.integers(2, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = fold_text(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
