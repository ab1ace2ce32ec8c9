"""Percent and percentage points: a rate changes by points, a count by percent; a fall is no negative one."""

import re
from collections.abc import Iterable, Sequence

from auditor.checking.figures import Figure, Line
from auditor.checking.growth import DOWN, UP
from auditor.checking.numbers import POINTS
from auditor.checking.rates import NAME
from auditor.checking.slip import Slip

LAST_YEAR = r"同比|(?:较|比|与)(?:上年|去年|上一年)(?:度|同期)?(?:相比)?"
# Nothing but the comparison stands between: what changes is the figure before it.
STEP = re.compile(rf"[，（]?(?:{LAST_YEAR})，?(?:(?P<up>{UP})|(?P<down>{DOWN}))了?")
RATES = frozenset({"", "%", POINTS})
OF_A_RATE = re.compile("上升|提高|提升|下降|降低|回落")
FALLS = re.compile(rf"(?:{DOWN})了?$")
TOLD_STEP = re.compile(rf"(?:{LAST_YEAR})(?:(?P<up>{UP})|(?P<down>{DOWN}))了?$")


def check_points(lines: Sequence[Line]) -> Iterable[Slip]:
    """Every sentence of a report."""
    for line in lines:
        for index, figure in enumerate(line.figures):
            falls = FALLS.search(figure.label) if figure.number.unit in {"%", POINTS} else None
            if falls and figure.number.value < 0:
                yield _slip(f"“{falls[0]}{figure.number.shown}”有两重否定，成了上升。请去掉负号。", figure)
            if index:
                yield from _step(line, index)


def _step(line: Line, index: int) -> Iterable[Slip]:
    """A change against the figure that changes."""
    figure, change = line.figures[index - 1], line.figures[index]
    told = STEP.fullmatch(line.between(figure.number.end, change.number.start))
    if told is None:
        return
    unit, unit_of_change = figure.number.unit, change.number.unit
    shown = f"“{figure.number.shown}”的变化写成“{change.number.shown}”"
    first = TOLD_STEP.search(figure.label)
    # With a count before it, what changes may be the count: 受理187件，办结率99.4%，同比下降13.6%.
    if unit == unit_of_change == "%" and index == 1 and NAME.search(figure.label) and OF_A_RATE.search(told[0]):
        advice = "请改为“个百分点”；如确是相对变化，请写明上年的比率。"
        yield _slip(f"比率{shown}：两个百分率相减，单位是“个百分点”。{advice}", figure, change)
    elif unit not in RATES and unit_of_change == POINTS:
        advice = "数量增减的幅度用“%”，“个百分点”只用于两个百分率相减。请核对改正。"
        yield _slip(f"数量{shown}：{advice}", figure, change)
    elif unit == "%" and unit_of_change not in RATES and first and bool(first["up"]) != bool(told["up"]):
        one, other = first[0] + figure.number.shown, told[0].lstrip("，（") + change.number.shown
        yield _slip(f"前说“{one}”，后说“{other}”，一升一降，互相矛盾。请核对改正。", figure, change)


def _slip(message: str, *figures: Figure) -> Slip:
    return Slip("points", message, tuple((each.number.start, each.number.end) for each in figures))
