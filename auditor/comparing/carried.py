"""Passages of last year's report that stand in this year's again."""

from collections.abc import Iterator, Sequence

from auditor.comparing.statements import Told
from auditor.comparison import Carried, Statement

# Shorter statements (“特此报告”) recur by nature.
SHORTEST = 20
SHORTEST_SHORTCOMING = 10


def carried(last: Sequence[Told], this: Sequence[Told], text: str, last_text: str) -> tuple[Carried, ...]:
    """Statements equal but for years and punctuation; those that follow one another in both reports are one.

    Args:
        last: Last year's statements.
        this: This year's.
        text: This year's text.
        last_text: Last year's.
    """
    found = sorted(_runs(last, this, text, last_text), key=lambda each: (-each.length, each.this.start))
    return tuple(found)


def share(found: Sequence[Carried], this: Sequence[Told]) -> float:
    """The part of this year's statements that was carried over, by characters."""
    total = sum(len(told.key) for told in this)
    return min(1.0, sum(each.length for each in found) / total) if total else 0.0


def shortcomings(last: Sequence[Told], this: Sequence[Told]) -> tuple[Carried, ...]:
    """Last year's shortcomings that stand among this year's word for word."""
    now: dict[str, list[Told]] = {}  # by each of the stretches that a shortcoming may begin with
    for told in this:
        if told.role == "problem":
            for start in range(len(told.key) - SHORTEST_SHORTCOMING + 1):
                now.setdefault(told.key[start : start + SHORTEST_SHORTCOMING], []).append(told)
    found = []
    for told in last:
        if told.role == "problem" and len(told.key) >= SHORTEST_SHORTCOMING:
            alike = now.get(told.key[:SHORTEST_SHORTCOMING], [])
            again = next((other for other in alike if told.key in other.key), None)
            if again is not None:
                found.append(Carried(told.statement, again.statement, len(told.key)))
    return tuple(found)


def _runs(last: Sequence[Told], this: Sequence[Told], text: str, last_text: str) -> Iterator[Carried]:
    where: dict[str, int] = {}
    for number, told in enumerate(last):
        if len(told.key) >= SHORTEST:
            where.setdefault(told.key, number)
    number = 0
    while number < len(this):
        at = where.get(this[number].key)
        count = 1
        if at is not None:
            while (
                number + count < len(this)
                and at + count < len(last)
                and this[number + count].key == last[at + count].key
            ):
                count += 1
            length = sum(len(told.key) for told in this[number : number + count])
            yield Carried(
                _joined(last[at : at + count], last_text), _joined(this[number : number + count], text), length
            )
        number += count


def _joined(run: Sequence[Told], text: str) -> Statement:
    """Statements that follow one another as one."""
    first, last = run[0].statement, run[-1].statement
    hidden = tuple(span for told in run for span in told.statement.hidden)
    return Statement(text[first.start : last.end], first.start, last.end, first.paragraph, last.last_paragraph, hidden)
