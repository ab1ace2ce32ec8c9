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

from auditor.comparing.statements import Told
from auditor.comparison import Outcome, Promise

# Set on pairs of reports written for this project (tests/comparing), not on real ones.
KEPT, PARTLY, AGAIN = 0.45, 0.22, 0.6
SHORTEST = 8
DEADLINE = re.compile(r"[0-9]+月(?:底|末)?前?|(?:年|季度|上半年|下半年)(?:底|末)?前")


def promises(last: Sequence[Told], this: Sequence[Told]) -> tuple[Promise, ...]:
    """Each item of last year's plan with its outcome."""
    weights = _weights([*last, *this])
    done = [(told, _pairs(told.key)) for told in this if told.role in ("done", "zero")]
    planned = [_pairs(told.key) for told in this if told.role == "plan"]
    return tuple(
        _promise(item, done, planned, weights) for item in last if item.role == "plan" and len(item.key) >= SHORTEST
    )


def _promise(
    item: Told, done: list[tuple[Told, frozenset[str]]], planned: list[frozenset[str]], weights: dict[str, float]
) -> Promise:
    wanted = _pairs(item.key)
    overlap, evidence = max(
        ((_overlap(wanted, pairs, weights), told.statement) for told, pairs in done),
        key=lambda found: found[0],
        default=(0.0, None),
    )
    outcome: Outcome = "kept" if overlap >= KEPT else "partly" if overlap >= PARTLY else "no_trace"
    return Promise(
        item=item.statement,
        outcome=outcome,
        overlap=round(overlap, 2),
        evidence=evidence if outcome != "no_trace" else None,
        again=any(_overlap(wanted, pairs, weights) >= AGAIN for pairs in planned),
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


def _overlap(wanted: frozenset[str], found: frozenset[str], weights: dict[str, float]) -> float:
    total = sum(weights[pair] for pair in wanted)
    return sum(weights[pair] for pair in wanted & found) / total if total else 0.0
