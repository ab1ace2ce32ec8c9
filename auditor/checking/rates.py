"""Rates that their own figures do not give, that cannot be, or that are taken of nothing.

A rate counts as given when any two figures of the sentence give it, rounded or cut to the decimals printed.
"""

import re
from collections.abc import Iterable, Sequence

from auditor.catalogue.checks import CheckWords, Proportion
from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase import Phrase
from auditor.checking.figures import Figure, Line, alike
from auditor.checking.numbers import ABOVE, Number
from auditor.checking.quotients import HUNDRED, Quotient, Shares, names
from auditor.checking.slip import Slip
from auditor.text import HAN

NAME = re.compile(
    rf"({HAN}{{2,14}}(?:率|比例|比重|占比|满意度))(?:都|均|各)?(?:已)?(?:达到了?|达|分别为|为|是|保持在?|稳定在?|提高到|提升到|提升至|提高至|升至|上升到|上升至|：)?$"
)
SHARE_OF = re.compile(rf"占(?:比|总数的?|全部的?|总量的?|总{HAN}{{1,6}}的|全部{HAN}{{1,6}}的)?(?:为|达到|达)?$")
AMONG = "其中"
ALL = re.compile("均|全部|都由")
WITH_REST = ("整改率", "整改完成率", "办结率", "审结率", "结案率", "化解率", "完成率", "办复率", "答复率")
REST = re.compile("[，；](?:剩余|其余|余下|尚有|还有|仍有)的?")
PENDING = re.compile(
    f"{HAN}{{0,4}}(?:正在|正|尚在|仍在|还在|尚未|还未|未)(?:按|在|依)?{HAN}{{0,4}}(?:整改|办|审|化解|答复|完成|推进)"
)
WINDOW = 12
NEAR = 200


class Rates:
    """Checks rates against the figures around them."""

    def __init__(self, proportions: Sequence[Proportion], words: CheckWords, lexicon: Words) -> None:
        self._proportions = [(each, [Phrase(none, lexicon.concepts) for none in each.none]) for each in proportions]
        self._shares = tuple(words.shares)
        self._qualified = tuple(words.qualified)

    def check(self, lines: Sequence[Line]) -> Iterable[Slip]:
        """Every sentence of a report."""
        for line in lines:
            for index, figure in enumerate(line.figures):
                if figure.number.unit != "%":
                    continue
                name = NAME.search(figure.label)
                yield from self._range(figure, name[1] if name else "")
                if name and not any(word in name[1] for word in self._qualified):
                    yield from self._given(line, index, name[1])
                elif not name:
                    yield from _share(line, index)

    def _range(self, figure: Figure, name: str) -> Iterable[Slip]:
        number = figure.number
        is_share = name.endswith(self._shares) or SHARE_OF.search(figure.label) is not None
        is_above = number.low > HUNDRED or (number.value == HUNDRED and not number.words.isdisjoint(ABOVE))
        if not is_share or (not is_above and number.value >= 0):
            return
        what, above = name or "所占比例", "以上" if number.value == HUNDRED else ""
        yield Slip(
            "share_out_of_range",
            f"“{what}”写成“{number.shown}{above}”，部分占整体的比例只能在0%至100%之间。请核对后改正。",
            ((number.start, number.end),),
        )

    def _given(self, line: Line, index: int, name: str) -> Iterable[Slip]:
        rate = line.figures[index].number
        earlier = line.figures[max(0, index - 6) : index]
        for proportion, none in self._proportions:
            if not name.endswith(tuple(proportion.rate)):
                continue
            nothing = _nothing(line, rate, earlier, proportion, none)
            if nothing is not None:
                yield nothing
                return
            yield from _rest(line, index, name, proportion.id)
            if index and _is_told(line.figures[index - 1], proportion):
                return
            shares = Shares(line, earlier, proportion)
            if shares.last is None or shares.last.unit == "%" or _is_of_another_time(line, shares.last, rate):
                return
            likeliest = shares.likeliest()
            if likeliest is None or likeliest.is_above_one or _is_given(line, index):
                return
            says_all = ALL.search(line.between(likeliest.wholes[-1].end, shares.last.start))
            if not (rate.value == HUNDRED and says_all) and not any(each.fits(rate) for each in shares.all()):
                yield _wrong(name, rate, likeliest, proportion.id)
            return


def _rest(line: Line, index: int, name: str, rule: str) -> Iterable[Slip]:
    """整改率100%，剩余2个正在整改: all of them, and yet some are left."""
    rate = line.figures[index].number
    if rate.value != HUNDRED or index + 1 == len(line.figures) or not name.endswith(WITH_REST):
        return
    left = line.figures[index + 1]
    said = line.between(rate.end, left.number.start)
    if left.number.value > 0 and REST.fullmatch(said) and PENDING.match(left.tail):
        yield Slip(
            "rate_wrong",
            f"“{name}”写成“{rate.shown}”，后文又说“{said[1:]}{left.number.shown}{left.tail}”，前后矛盾。"
            "请改正比率；如有特定范围（如到期应办的），请写明。",
            ((rate.start, rate.end), (left.number.start, left.number.end)),
            rule,
        )


def _is_told(figure: Figure, proportion: Proportion) -> bool:
    """Whether a figure is a rate of the proportion: one that follows at once is taken of something else."""
    name = NAME.search(figure.label) if figure.number.unit == "%" else None
    return name is not None and name[1].endswith(tuple(proportion.rate))


def _is_of_another_time(line: Line, part: Number, rate: Number) -> bool:
    """Whether the rate is told of an earlier year or is compared with one."""
    return (
        re.search(r"上年|去年|同期|往年|20[0-9]{2}年|力争|目标|要求|不低于", line.between(part.end, rate.start))
        is not None
    )


def _is_given(line: Line, index: int) -> bool:
    """Whether any two figures around the rate, number `index` of its sentence, give it."""
    rate = line.figures[index].number
    around = line.figures[max(0, index - WINDOW) : index + WINDOW]
    numbers = [figure.number for figure in around if figure.number.unit not in {"%", "个百分点"}]
    return any(
        Quotient((part,), (whole,)).fits(rate)
        for part in numbers
        for whole in numbers
        if part is not whole
        and not part.surely_above(whole)
        and (part.unit == whole.unit or not part.unit or not whole.unit)
    )


def _nothing(
    line: Line, rate: Number, earlier: Sequence[Figure], proportion: Proportion, none: Sequence[Phrase]
) -> Slip | None:
    """A rate of 100 % over none."""
    if rate.value != HUNDRED:
        return None
    zero = next((f.number for f in reversed(earlier) if f.number.value == 0 and names(f, proportion.whole, ())), None)
    if zero is not None:
        span, shown = (zero.start, zero.end), line.between(zero.start, zero.end)
    else:
        floor = max(line.start, rate.start - NEAR)
        before = line.between(floor, rate.start)
        found = next((hit for phrase in none if (hit := phrase.search(before)) is not None), None)
        if found is None or re.search(r"[1-9]|；|上年|去年|力争|确保", before[found.end() :]):
            return None
        span, shown = (floor + found.start(), floor + found.end()), found.group(0)
    return Slip(
        "rate_of_none",
        f"前文说“{shown.rstrip('，、；。')}”，后文又称比率为“{rate.shown}”：没有发生的事项不能计算比率（0÷0）。"
        "请删去该比率，或写明“本年度未发生”。",
        (span, (rate.start, rate.end)),
        proportion.id,
    )


def _share(line: Line, index: int) -> Iterable[Slip]:
    """其中重大案件12件，占36%: the share of the whole that 其中 goes back to."""
    rate = line.figures[index].number
    if not index or not SHARE_OF.search(line.figures[index].label):
        return
    part = line.figures[index - 1].number
    said = line.between(part.start - len(line.figures[index - 1].label) - 3, part.start)
    if AMONG not in said or not re.fullmatch("[，（]?占[^，。；]{0,10}", line.between(part.end, rate.start)):
        return
    wholes = alike(line.before(part.start), part.unit)
    if wholes and part.unit and not _is_given(line, index):
        yield _wrong("所占比例", rate, Quotient((part,), (wholes[-1],)))


def _wrong(name: str, rate: Number, quotient: Quotient, rule: str = "") -> Slip:
    numbers = (*quotient.parts, *quotient.wholes)
    *others, last = (f"“{number.shown}”" for number in numbers)
    return Slip(
        "rate_wrong",
        f"“{name}”写成“{rate.shown}”，但按文中{''.join(others)}和{last}计算，{quotient.told()}。"
        "请改正比率或数字；如另有分子、分母，请一并写明。",
        tuple(sorted((number.start, number.end) for number in (*numbers, rate))),
        rule,
    )
