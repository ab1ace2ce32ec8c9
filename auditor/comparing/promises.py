"""Last year's plan against what this year's report says was done, by the words they share.

Words are pairs of neighbouring characters, weighed by how rare they are in the two reports. That tells a plan kept in
like words from one that is never heard of again; it cannot tell the same thing said in other words, so every outcome
names its evidence and a person decides.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log

import numpy

from auditor.comparing.statements import Told
from auditor.comparison import Outcome, Promise, Statement

# Set on pairs of reports written for this project (tests/comparing), not on real ones.
KEPT, PARTLY, AGAIN = 0.45, 0.22, 0.6
SHORTEST = 8
DEADLINE = re.compile(r"[0-9]+月(?:底|末)?前?|(?:年|季度|上半年|下半年)(?:底|末)?前")


def promises(last: Sequence[Told], this: Sequence[Told]) -> tuple[Promise, ...]:
    """Each item of last year's plan with its outcome."""
    weights = _weights([*last, *this])
    done = _Statements([told for told in this if told.role in ("done", "zero")], weights)
    planned = _Statements([told for told in this if told.role == "plan"], weights)
    return tuple(_promise(item, done, planned) for item in last if item.role == "plan" and len(item.key) >= SHORTEST)


def _promise(item: Told, done: "_Statements", planned: "_Statements") -> Promise:
    wanted = _pairs(item.key)
    overlap, evidence = done.nearest(wanted)
    outcome: Outcome = "kept" if overlap >= KEPT else "partly" if overlap >= PARTLY else "no_trace"
    return Promise(
        item=item.statement,
        outcome=outcome,
        overlap=round(overlap, 2),
        evidence=evidence if outcome != "no_trace" else None,
        again=planned.nearest(wanted)[0] >= AGAIN,
    )


def _pairs(key: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(DEADLINE.sub("", key)) if not (a + b).isascii())


def _weights(all_told: Iterable[Told]) -> dict[str, float]:
    """The weight of each pair: nothing where every statement has it, most where only one has."""
    counts: Counter[str] = Counter()
    total = 0
    for told in all_told:
        counts.update(_pairs(told.key))
        total += 1
    return {pair: log((1 + total) / count) for pair, count in counts.items()}


class _Statements:
    """Statements by the pairs they hold, so that one more costs an item no more than the pairs they share."""

    def __init__(self, all_told: Sequence[Told], weights: dict[str, float]) -> None:
        self._told = all_told
        self._weights = weights
        holders: dict[str, list[int]] = {}
        for number, told in enumerate(all_told):
            for pair in _pairs(told.key):
                holders.setdefault(pair, []).append(number)
        self._holders = {pair: numpy.array(numbers) for pair, numbers in holders.items()}

    def nearest(self, wanted: frozenset[str]) -> tuple[float, Statement | None]:
        """The part of the pairs, by weight, that the nearest statement has, and the first such statement."""
        total = sum(self._weights[pair] for pair in sorted(wanted))
        if not total or not self._told:
            return 0.0, None
        shared = numpy.zeros(len(self._told))
        for pair in sorted(wanted & self._holders.keys()):  # in one order, for sums that are the same in every run
            shared[self._holders[pair]] += self._weights[pair]
        best = int(shared.argmax())
        return float(shared[best] / total), self._told[best].statement
