"""Report cards as plain data and as packed records, and back."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.batch.record import Record
from auditor.batch.result import Result
from auditor.batch.serial import Outcome, from_plain, to_plain
from auditor.rendering.contract import failure_line, report_line
from auditor.scorecard import (
    BlockResult,
    Citation,
    ElementResult,
    Evidenced,
    Failure,
    Finding,
    Grounds,
    NearMiss,
    ReportCard,
)

EXAMPLES = settings(max_examples=40)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=8)
TEXTS = st.lists(ANY_TEXT, max_size=2).map(tuple)
SHARES = st.floats(0, 100)


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


CITATIONS = st.builds(
    Citation,
    text=ANY_TEXT,
    section=ANY_TEXT,
    rule=ANY_TEXT,
    similarity=SHARES | st.integers(0, 100),
    marks=few(st.tuples(st.integers(), st.integers())),
)
GROUNDS = st.builds(
    Grounds,
    sought=TEXTS,
    conditions=few(st.tuples(ANY_TEXT, st.booleans())),
    near_misses=few(st.builds(NearMiss, citation=CITATIONS, why=ANY_TEXT)),
    searched=ANY_TEXT,
)
ELEMENTS = st.builds(
    ElementResult, id=ANY_TEXT, name=ANY_TEXT, basis=TEXTS, gaps=TEXTS, citations=few(CITATIONS), grounds=GROUNDS
)
CARDS = st.builds(
    ReportCard,
    path=ANY_TEXT,
    title=ANY_TEXT,
    unit=ANY_TEXT,
    score=SHARES,
    grade=ANY_TEXT,
    elements=few(ELEMENTS),
    blocks=few(st.builds(BlockResult, id=ANY_TEXT, name=ANY_TEXT, citations=few(CITATIONS))),
    findings=few(st.builds(Finding, id=ANY_TEXT, message=ANY_TEXT, citations=few(CITATIONS))),
    identity=st.dictionaries(ANY_TEXT, st.builds(Evidenced, value=ANY_TEXT, source=ANY_TEXT), max_size=2),
    notes=TEXTS,
)
FAILURES = st.builds(Failure, path=ANY_TEXT, error=ANY_TEXT)


def through_json(outcome: Outcome) -> Outcome:
    return from_plain(json.loads(json.dumps(to_plain(outcome))))


@EXAMPLES
@given(CARDS | FAILURES)
def test_nothing_is_lost_on_the_way_through_json(outcome: Outcome) -> None:
    again = through_json(outcome)
    assert again == outcome
    assert repr(again) == repr(outcome)  # 100 stays 100, tuples stay tuples


@EXAMPLES
@given(CARDS, ANY_TEXT)
def test_a_record_gives_back_the_card_and_its_line_at_any_path(card: ReportCard, path: str) -> None:
    record = Record.from_bytes(Record.pack(card).to_bytes())
    moved = replace(card, path=path)
    assert repr(record.card(path)) == repr(moved)
    assert record.line(path) == report_line(moved)
    assert Result(path, record).line == Result(path, moved).line


@EXAMPLES
@given(CARDS | FAILURES)
def test_a_line_is_one_line_of_harmless_json(outcome: Outcome) -> None:
    line = failure_line(outcome) if isinstance(outcome, Failure) else report_line(outcome)
    assert line.splitlines() == [line]
    assert "\x1b" not in line
    line.encode("utf-8")
    assert json.loads(line).get("failure", json.loads(line))["path"] == outcome.path


@EXAMPLES
@given(FAILURES, st.data())
def test_damaged_bytes_are_noticed(failure: Failure, data: st.DataObject) -> None:
    card = ReportCard(failure.path, failure.error, "", "unknown", None, 1.0, "", (), (), ())
    whole = Record.pack(card).to_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    spoilt = bytearray(whole)
    spoilt[at] ^= data.draw(st.integers(1, 255))
    for damaged in (bytes(spoilt), whole[:at]):
        with pytest.raises(ValueError, match=r"damaged|too short"):
            Record.from_bytes(damaged)


@pytest.mark.parametrize("data", [{}, {"report": None}, {"report": {"path": 1}}, {"failure": {"kind": "?"}}])
def test_data_of_another_shape_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        from_plain(data)
