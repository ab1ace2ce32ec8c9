"""Changes that contradict their two figures: 由85件增加到72件; 52件，比上年的40件增长20%."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from auditor.checking.figures import Line, show
from auditor.checking.numbers import POINTS, Number
from auditor.checking.quotients import allowed
from auditor.checking.slip import Slip

UP, DOWN = r"增长|增加|上升|提高|提升|上涨|扩大|增至|升", r"下降|减少|降低|压缩|缩短|压减|回落|缩减|降"
CHANGE = re.compile(
    rf"，?(?:同比|环比|较上年|比上年)?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|率|幅度)?(?P<to>达到|达|为)?"
)
RATE_NAME = re.compile(r"，?(?:(?P<up>增长率|增幅|增速|涨幅|升幅)|(?P<down>降幅|下降率|减幅))(?:达到|达|为)?")
TO = re.compile(
    rf"的?，?(?:(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:至|到|为)了?|(?P<up2>增至|升至|增为)|(?P<down2>降至|减至|减为))"
    r"(?:今年的|本年度?的|20[0-9]{2}年的)?"
)
FROM = re.compile(r"(?:由|从)[^，。；：]{0,14}$")
AGAINST = re.compile(
    r"[，（]?(?:同比)?(?:比|较|相比于?)(?:上年|去年|上一年度?|前一年|20[0-9]{2}年)(?:度|同期)?的?(?:同期的?)?"
)
THIS_YEAR = re.compile(r"，(?:今年|本年度?|(?P<year>20[0-9]{2})年度?)(?P<said>[^，。；：0-9]{0,8})")
LAST_YEAR = re.compile(r"(?:上年|去年|上一年度?)[^，。；：]{0,10}$")
OF_LAST_YEAR = re.compile(f"{LAST_YEAR.pattern}|{AGAINST.pattern}$")
YEAR = re.compile(r"(20[0-9]{2})年度?(?P<said>[^，。；：]{0,14})$")


def check_growth(lines: Sequence[Line]) -> Iterable[Slip]:
    """Every sentence of a report."""
    for line in lines:
        for index in range(len(line.figures) - 1):
            yield from _at(line, index)


def _at(line: Line, index: int) -> Iterable[Slip]:
    """The change told by the figures from `index` on."""
    first, second = line.figures[index], line.figures[index + 1]
    old, new = first.number, second.number
    gap = line.between(old.end, new.start)
    third = line.figures[index + 2].number if index + 2 < len(line.figures) else None
    after = line.between(new.end, third.start) if third else ""
    if old.unit == new.unit and (to := TO.fullmatch(gap)) and FROM.search(first.label):
        rises = bool(to["up"] or to["up2"])
        contradiction = old.surely_above(new) if rises else new.surely_above(old)
        if contradiction:
            yield _backwards(old, new, rises=rises)
        elif third:
            yield from _magnitude(old, new, third, after)
    elif third and old.unit == new.unit and AGAINST.fullmatch(gap):
        yield from _magnitude(new, old, third, after)
    elif third and old.unit == new.unit and _year_by_year(first.label, gap):
        yield from _magnitude(old, new, third, after)
    elif third and old.unit == new.unit and (step := CHANGE.fullmatch(gap)) and not step["to"] and _is_change(after):
        is_last_year = OF_LAST_YEAR.search(first.label) is not None
        yield from _step(old, new, third, rises=bool(step["up"]), is_last_year=is_last_year)


def _year_by_year(before: str, gap: str) -> bool:
    """去年40件，今年28件; 2024年行政应诉案件82件，2025年74件, of the same matter."""
    this, last = THIS_YEAR.fullmatch(gap), YEAR.search(before)
    if this is None:
        return False
    if last is None or this["year"] is None:
        return LAST_YEAR.search(before) is not None
    return int(this["year"]) == int(last[1]) + 1 and this["said"] in last["said"]


def _is_change(gap: str) -> re.Match[str] | None:
    return CHANGE.fullmatch(gap) or RATE_NAME.fullmatch(gap)


def _magnitude(old: Number, new: Number, told: Number, gap: str) -> Iterable[Slip]:
    """A change told in percent, in percentage points or in the figures' own unit."""
    change = _is_change(gap)
    if change is None or not old.unit:
        return
    rises = bool(change["up"])
    if (old.surely_above(new)) if rises else new.surely_above(old):
        yield _backwards(old, new, rises=rises)
        return
    if None in (old.high, new.high) or old.low <= 0:
        return
    assert old.high is not None and new.high is not None  # noqa: S101
    sign = 1 if rises else -1
    if told.unit == "%" and old.unit != "%":
        least, most = sorted(sign * (end - 1) * 100 for end in (new.low / old.high, new.high / old.low))
        result = f"（{show(new.value)}－{show(old.value)}）÷{show(old.value)}＝{_percent(new.value, old.value)}"
        low, high = allowed(told)
    elif told.unit in {POINTS, old.unit} and (told.unit != "%"):
        if (told.unit == POINTS) != (old.unit == "%"):
            return
        least, most = sorted((sign * (new.low - old.high), sign * (new.high - old.low)))
        result = f"{show(new.value)}－{show(old.value)}＝{show(new.value - old.value)}"
        slack = told.place if told.unit == POINTS else Fraction(0)
        low, high = told.low - slack, None if told.high is None else told.high + slack
    else:
        return
    if (high is not None and least > high) or most < low:
        yield _differs(old, new, told, result)


def _step(figure: Number, step: Number, told: Number, *, rises: bool, is_last_year: bool) -> Iterable[Slip]:
    """52件，同比增加12件，增长20%: last year's is this year's less the step; or 较上年的40件增加12件，增长20%."""
    if not (figure.is_exact and step.is_exact and figure.unit and told.unit == "%"):
        return
    old = figure.value
    if not is_last_year:
        old += -step.value if rises else step.value
    low, high = allowed(told)
    if old <= 0:
        return
    true = step.value * 100 / old
    if true < low or (high is not None and true > high):
        given = "" if is_last_year else f"上年应为{show(old)}，"
        result = f"{given}{show(step.value)}÷{show(old)}＝{float(true):.2f}%"
        yield _differs(figure, step, told, result)


def _percent(new: Fraction, old: Fraction) -> str:
    return f"{float((new - old) * 100 / old):.2f}%"


def _backwards(old: Number, new: Number, *, rises: bool) -> Slip:
    word = "增加（提高）" if rises else "减少（下降）"
    return Slip(
        "growth_wrong",
        f"前后数字与变化方向矛盾：由“{old.shown}”到“{new.shown}”不是{word}。请核对两个数字和表述。",
        ((old.start, old.end), (new.start, new.end)),
    )


def _differs(old: Number, new: Number, told: Number, result: str) -> Slip:
    return Slip(
        "growth_wrong",
        f"变化幅度写成“{told.shown}”，与文中“{old.shown}”和“{new.shown}”不符：{result}。请改正幅度或数字。",
        ((old.start, old.end), (new.start, new.end), (told.start, told.end)),
    )
