"""Verdicts of two years side by side."""

from auditor.comparison import BlockChange, ElementChange, Trend
from auditor.scorecard import ReportCard
from auditor.terms import BlockState, Verdict

# Worst first; what is not scored is as good as met.
RANKS: dict[Verdict | BlockState, int] = {
    **{"missing": 0, "mentioned": 1, "weak": 2, "met": 3, "exempt": 3, "not_applicable": 3},
    **{"absent": 0, "present": 1},
}

NOT_ASKED = (None, "not_asked")


def element_changes(last: ReportCard, this: ReportCard) -> tuple[ElementChange, ...]:
    """One change for each element of either report, in the order of this year's."""
    names = {each.id: each.name for each in (*this.elements, *last.elements)}
    before = {each.id: each.verdict for each in last.elements}
    now = {each.id: each.verdict for each in this.elements}
    return tuple(
        ElementChange(key, name, before.get(key), now.get(key), _trend(before.get(key), now.get(key)))
        for key, name in names.items()
    )


def block_changes(last: ReportCard, this: ReportCard) -> tuple[BlockChange, ...]:
    """One change for each statutory block of either report."""
    names = {each.id: each.name for each in (*this.blocks, *last.blocks)}
    before = {each.id: each.state for each in last.blocks}
    now = {each.id: each.state for each in this.blocks}
    return tuple(
        BlockChange(
            key,
            name,
            before.get(key),
            now.get(key),
            _trend(before.get(key), now.get(key)),
        )
        for key, name in names.items()
    )


def _trend(before: Verdict | BlockState | None, now: Verdict | BlockState | None) -> Trend:
    if before == now:
        return "same"
    if before in NOT_ASKED or now in NOT_ASKED:
        return "new" if before in NOT_ASKED else "not_asked"
    if "unread" in (before, now):
        return "unread"
    last, this = RANKS[before], RANKS[now]
    if last == this:
        return "same"
    if last < this:
        return "gained" if last == 0 else "better"
    return "dropped" if this == 0 else "worse"
