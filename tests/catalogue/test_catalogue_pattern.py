"""One expression, three engines: the same matches, in bounded time."""

import re
import time
from typing import Any

import pcre2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue.pattern import OFTEN, SHORT, Pattern

SOURCE = "(县长|镇长|长)[^；]{0,40}?(出庭|应诉)(?:[1-9][0-9]*)?次"
HOSTILE = "甲乙" * 300 + "；丁"
MANY_WAYS = "(甲|乙)" + "[^；]{0,40}?(甲乙|甲|乙)" * 5 + "丁"


def spans(match: Any) -> list[tuple[int, int]] | None:
    return [match.span(group) for group in range(3)] if match else None


PIECES = st.sampled_from(["县长", "镇长", "长", "出庭", "应诉", "3", "12", "次", "；", "，", "𠮷", "a"])


@given(st.lists(PIECES).map("".join))
def test_all_engines_find_the_same(text: str) -> None:
    seldom, often = Pattern(SOURCE, gaps=1), Pattern(SOURCE, gaps=1)
    often._searches = OFTEN
    expected = spans(re.search(SOURCE, text))
    assert spans(seldom.search(text)) == expected
    assert spans(often.search(text)) == expected
    assert spans(seldom._linear.search(text)) == expected


def test_a_pattern_searched_often_goes_to_pythons_engine_unless_the_text_is_long() -> None:
    searched = Pattern("出庭", gaps=0)
    for _ in range(OFTEN):
        searched.search("负责人出庭")
    assert "_often" not in vars(searched)
    searched.search("字" * SHORT + "出庭")
    assert "_often" not in vars(searched)
    assert searched.search("负责人出庭").span() == (3, 5)
    assert "_often" in vars(searched)


@pytest.mark.parametrize("searches", [0, OFTEN])
def test_a_hostile_text_is_left_to_the_linear_engine(searches: int) -> None:
    hard = Pattern(MANY_WAYS, gaps=5)
    hard._searches = searches
    begun = time.process_time()
    assert hard.search(HOSTILE) is None
    assert time.process_time() - begun < 1
    assert "_linear" in vars(hard)
    assert hard.search(HOSTILE + "甲乙甲乙甲乙丁")[0].endswith("丁")


def test_without_leave_to_make_machine_code_the_linear_engine_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise pcre2.LibraryError(-48)

    monkeypatch.setattr(pcre2, "compile", refuse)
    assert Pattern("出庭", gaps=0).search("负责人出庭").span() == (3, 5)
