"""What a rate is taken of: parts over wholes, several of either added up, or a whole less what is missing from it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.catalogue.checks import Proportion
from auditor.checking.figures import Figure, Line, show
from auditor.checking.numbers import Number, total
from auditor.text import HAN

NEGATED = re.compile(rf"(?:不(?![断仅少但服])|未(?!成年)|没){HAN}{{0,4}}$")
CARRIED = "结转"
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Quotient:
    """Parts over wholes, in percent.

    Attributes:
        parts: Their sum is the numerator.
        wholes: Their sum is the denominator.
        is_rest: Whether the parts are what the numerator lacks (不合格18批次, of a rate of those that passed).
    """

    parts: tuple[Number, ...]
    wholes: tuple[Number, ...]
    is_rest: bool = False

    def fits(self, rate: Number) -> bool:
        """Whether it can be the rate, within the bounds of all figures and rounded or cut as the rate is."""
        low, high = total(self.parts)
        least_whole, most_whole = total(self.wholes)
        if least_whole <= 0:
            return False
        least = low * 100 / most_whole if most_whole else Fraction(0)
        most = None if high is None else high * 100 / least_whole
        if len(self.parts) > 1 and least > HUNDRED:
            return False
        if self.is_rest:
            least, most = (Fraction(0) if most is None else HUNDRED - most), HUNDRED - least
        lowest, highest = allowed(rate)
        return (highest is None or least <= highest) and (most is None or lowest <= most)

    @property
    def is_above_one(self) -> bool:
        """Whether its parts exceed its wholes: one of them is then of something else."""
        whole = total(self.wholes)[1]
        return whole is not None and total(self.parts)[0] > whole

    def told(self) -> str:
        """How it is worked out: （1264－18）÷1264＝98.58%."""
        part, whole = (sum((n.value for n in each), Fraction(0)) for each in (self.parts, self.wholes))
        if self.is_rest:
            part, above = whole - part, "－".join([_sum(self.wholes), *(show(n.value) for n in self.parts)])
            above = f"（{above}）"
        else:
            above = _sum(self.parts)
        return f"{above}÷{_sum(self.wholes)}" + (f"＝{float(part * 100 / whole):.2f}%" if whole else "")


def allowed(rate: Number) -> tuple[Fraction, Fraction | None]:
    """The true values that a printed rate can stand for: rounded or cut to its last digit."""
    return rate.low - rate.place / 2, None if rate.high is None else rate.high + rate.place


class Shares:
    """The figures of a sentence that a proportion names as its parts and its wholes, all of the unit of the last part.

    Attributes:
        last: The last part, None when none is named.
    """

    def __init__(self, line: Line, figures: Sequence[Figure], proportion: Proportion) -> None:
        """Sort the figures before a rate of the proportion."""
        self._line = line
        # 应出庭74件 is a whole, though 出庭 stands in it.
        but_not = [*proportion.rate, *(word for word in proportion.whole if any(p in word for p in proportion.part))]
        named = [figure for figure in figures if names(figure, proportion.part, but_not)]
        self.last = named[-1].number if named else None
        self._alike = [f for f in figures if self.last is not None and f.number.unit == self.last.unit]
        named = [figure for figure in named if figure in self._alike]
        wholes = [figure for figure in self._alike if names(figure, proportion.whole, ())]
        self._wholes = [figure for figure in wholes if figure not in named] or [f for f in wholes if f is not named[-1]]
        self._parts = [figure for figure in named if figure not in self._wholes]
        self._carried = [f for f in self._alike if f not in named and f not in self._wholes and CARRIED in f.label]
        self._missing = [figure for figure in self._parts if _lacks(figure, proportion.part, but_not)]

    def likeliest(self) -> Quotient | None:
        """How a reader would work the rate out; None when a part or a whole is not named."""
        if not self._wholes or not self._parts or self._are_all_before():
            return None
        wholes = self._joined(self._wholes[-1]) + self._carried
        if self._missing:
            return Quotient(_numbers(self._missing), _numbers(wholes), is_rest=True)
        parts = _numbers(self._parts)
        if total(parts)[0] > sum(figure.number.value for figure in wholes):
            parts = (max(parts, key=lambda number: number.value),)
        return Quotient(parts, _numbers(wholes))

    def all(self) -> Iterator[Quotient]:
        """Every way to work the rate out that makes sense."""
        denominators = [[whole] for whole in self._wholes]
        denominators += [joined for whole in self._wholes if len(joined := self._joined(whole)) > 1]
        denominators.append(self._wholes)
        denominators += [[*wholes, *self._carried] for wholes in denominators] if self._carried else []
        for wholes in denominators:
            below = _numbers(wholes)
            yield Quotient(_numbers(self._parts), below)
            for run in self._runs(wholes):
                yield Quotient(_numbers(run), below)
            for missing in (*([each] for each in self._missing), self._missing):
                if missing:
                    yield Quotient(_numbers(missing), below, is_rest=True)

    def _are_all_before(self) -> bool:
        """Whether every part stands before every whole: it is then another matter's (化解40件，全县排查4710件)."""
        return self._parts[-1].number.end <= self._wholes[0].number.start

    def _joined(self, whole: Figure) -> list[Figure]:
        """A whole with those listed with it: 行政处罚案卷126卷、行政许可案卷80卷."""
        at = self._alike.index(whole)
        joined = [whole]
        for figure in self._alike[:at][::-1]:
            if figure in self._parts or not self._line.are_listed(figure.number, joined[0].number):
                break
            joined.insert(0, figure)
        for figure in self._alike[at + 1 :]:
            if figure in self._parts or not self._line.are_listed(joined[-1].number, figure.number):
                break
            joined.append(figure)
        return joined

    def _runs(self, wholes: Sequence[Figure]) -> Iterator[list[Figure]]:
        """Neighbours among the figures after the wholes, one of them a part: 撤销5件、确认违法3件."""
        after = self._alike[self._alike.index(wholes[-1]) + 1 :]
        for start in range(len(after)):
            for stop in range(start + 1, len(after) + 1):
                run = after[start:stop]
                if any(figure in self._parts for figure in run):
                    yield run


def names(figure: Figure, words: Sequence[str], but_not: Sequence[str]) -> bool:
    """Whether one of the words stands before or after the number."""
    said = _said(figure, but_not)
    return any(word in said for word in words)


def _said(figure: Figure, but_not: Sequence[str]) -> str:
    said = figure.label + "｜" + figure.tail
    for other in but_not:
        said = said.replace(other, "")
    return said


def _lacks(figure: Figure, words: Sequence[str], but_not: Sequence[str]) -> bool:
    """Whether it counts those of which the words do not hold: 不合格18批次, 尚有5起未化解."""
    said = _said(figure, but_not)
    return all(NEGATED.search(said[: said.find(word)]) for word in words if word in said)


def _numbers(figures: Sequence[Figure]) -> tuple[Number, ...]:
    return tuple(figure.number for figure in figures)


def _sum(numbers: Sequence[Number]) -> str:
    terms = "＋".join(show(number.value) for number in numbers)
    return f"（{terms}）" if len(numbers) > 1 else terms
