"""No change makes an audit do a fifth more than the committed counts say (benchmarks/hot_path.json).

When it must do more, for new rules or a finer judgement, run `python benchmarks/hot_path.py --write` and say why.
"""

import json
import sys

import pytest
from hot_path import FILE, count, grown

BEFORE = {"calls": {"all": 1000, "a": 900, "b": 100}, "searches": {"all": 10, "a": 10}}


def test_an_audit_does_no_more_than_it_did() -> None:
    committed = json.loads(FILE.read_text(encoding="utf-8"))
    if committed["python"] != f"{sys.version_info.major}.{sys.version_info.minor}":
        pytest.skip("each version of Python has instructions of its own; counted for " + committed["python"])
    more = grown(count(), committed["counts"])
    assert not more, "an audit does more than before; what grew:\n" + "\n".join(more)


@pytest.mark.parametrize("calls", [500, 1000, 1200])
def test_a_fifth_more_is_allowed(calls: int) -> None:
    assert grown({"calls": {"all": calls, "a": calls}}, BEFORE) == []


def test_what_grew_is_named_most_first() -> None:
    now = {"calls": {"all": 1300, "a": 950, "b": 200, "c": 150}, "searches": {"all": 11, "a": 11}}
    assert [line.split()[:2] for line in grown(now, BEFORE)] == [
        ["calls", "all"],
        ["calls", "c"],
        ["calls", "b"],
        ["calls", "a"],
    ]
