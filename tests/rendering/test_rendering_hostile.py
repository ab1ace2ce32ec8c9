"""Strings of documents and file names never reach a terminal raw, nor are they read as markup."""

import dataclasses
import json
from typing import Any

import pytest
from rendering_samples import SCORECARD
from rich.text import Text

from auditor.rendering import FORMATS, View
from auditor.rendering.cleaning import clean, one_line
from auditor.rendering.explain import explain_report
from auditor.scorecard import Scorecard

HOSTILE = "\x1b[2J\x1b]0;x\x07甲\x9b31m\x00乙\x7f\u202e丙\u2066\u200b丁[link=https://e.example]戊[/link][bold]己[/]:smile:\r\n庚"
BAD = set("\x00\x07\x0d\x7f\x9b\u202e\u2066\u200b")
VIEWS = [
    View(width, is_terminal=is_terminal, has_color=True, detail=detail)
    for width in (80, 120)
    for is_terminal in (True, False)
    for detail in ("quiet", "normal", "verbose")
]


def poison(value: Any, string: str = HOSTILE) -> Any:
    """The scorecard with every string that is no code made hostile; passages keep their true length."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in dataclasses.fields(value)]
        given = {name: getattr(value, name) for name in names}
        changed = {name: given[name] if name in KEPT else poison(given[name], string) for name in names}
        if "marks" in changed:
            changed["end"] = changed["start"] + len(changed["text"])
        return dataclasses.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(poison(each, string) for each in value)
    if isinstance(value, dict):
        return {key: poison(each, string) for key, each in value.items()}
    return string if isinstance(value, str) else value


KEPT = {"verdict", "role", "match", "severity", "level", "kind", "id"}


@pytest.fixture
def hostile() -> Scorecard:
    poisoned = poison(SCORECARD)
    assert isinstance(poisoned, Scorecard)
    return poisoned


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_scorecard(view: View, hostile: Scorecard) -> None:
    content = FORMATS["terminal"].render(hostile, view)
    assert isinstance(content, str)
    assert not BAD & set(content)
    assert "\x1b]" not in content
    assert "\x1b[2J" not in content
    plain = Text.from_ansi(content).plain if view.is_terminal else content
    assert "\x1b" not in plain
    joined = "".join(plain.split())
    assert "\\x1b[2J\\x1b]0;x\\x07" in joined.replace("【", "").replace("】", "")
    if view.detail != "quiet":
        assert "[link=https://e.example]戊[/link][bold]己[/]:smile:" in joined


@pytest.mark.parametrize("is_terminal", [True, False])
def test_explain(is_terminal: bool, hostile: Scorecard) -> None:
    content = explain_report(hostile.reports[0], None, View(80, is_terminal=is_terminal))
    assert not (BAD | {"\x1b"}) & set(content)


def test_json_keeps_the_strings_and_prints_none_of_them_raw(hostile: Scorecard) -> None:
    content = FORMATS["json"].render(hostile, View())
    assert isinstance(content, str)
    assert not (BAD | {"\x1b"}) & set(content)
    assert json.loads(content)["reports"][0]["title"] == HOSTILE


def test_clean_keeps_what_is_harmless() -> None:
    assert clean("一、成效\t甲\n“乙”①　丙") == "一、成效\t甲\n“乙”①　丙"
    assert clean("a\x1b\x9b\u202e\udcff\U000e0041") == "a\\x1b\\x9b\\u202e\\udcff\\U000e0041"


def test_one_line() -> None:
    assert one_line("甲 \r\n\t乙\n丙") == "甲 乙 丙"
    assert one_line("甲\r乙") == "甲 乙"


def test_a_long_run_of_blanks_costs_no_time() -> None:
    blanks = " " * 300_000  # minutes, if every blank were tried anew
    assert one_line(f"甲{blanks}乙{blanks}\n丙") == f"甲{blanks}乙 丙"
