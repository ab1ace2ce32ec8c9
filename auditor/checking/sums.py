"""Parts that do not add up to their whole, and a part that is larger than it.

A whole and its parts are told by 其中, by brackets right after the whole, or by 合计 after the parts. Parts add up only
where they surely exclude each other: kinds of one division (rules/checks/divisions.yaml), or things listed with 、.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.catalogue.checks import Division
from auditor.checking.figures import Figure, Line, alike, show
from auditor.checking.growth import DOWN, UP
from auditor.checking.numbers import Number, total
from auditor.checking.slip import Slip
from auditor.text import is_han

AMONG = re.compile(r"其中[：，]?|（(?<=[^\W_]（)(?!其中)")
IN_ALL = re.compile(r"[，、]?(?:合计|共计|总计)(?:为|有)?$")
GAP = re.compile(
    r"(?P<mark>[、，；和及])?(?P<rest>其他|其它|其余)?(?P<label>(?:《[^》\n]{1,40}》、?)+等|[一-龥《》A-Za-z]{0,14})"
)
REST = ("其他", "其它", "其余")
CHANGE = re.compile(rf"(?:{UP}|{DOWN})了?$")
BESIDES = ("另", "还", "此外", "现有", "共", "累计", "同时")
KIND = "类"
PEOPLE = ("人", "人次")
MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One of several parts: its words, its number, and the mark before it ("" for the first)."""

    label: str
    number: Number
    mark: str


class Sums:
    """Checks parts against wholes."""

    def __init__(self, divisions: Sequence[Division]) -> None:
        self._divisions = divisions

    def check(self, lines: Sequence[Line]) -> Iterable[Slip]:
        """Every sentence of a report."""
        for index, line in enumerate(lines):
            for found in AMONG.finditer(line.text):
                at = line.start + found.start()
                earlier = line.before(at)
                if at == line.start and index and lines[index - 1].sentence.paragraph == line.sentence.paragraph:
                    earlier = lines[index - 1].before(lines[index - 1].end)
                bracket = found[0] == "（"
                if not bracket and not _opens(line, at, earlier):
                    continue
                parts = _parts(line, line.start + found.end())
                if bracket and not (earlier and earlier[-1].number.end == at and _fills(line, parts)):
                    continue
                unit = next((part.number.unit for part in parts if part.number.unit), "")
                earlier = [figure for figure in earlier if not CHANGE.search(figure.label)]
                wholes = alike(earlier, unit) if unit else [figure.number for figure in earlier[-1:]]
                if len(wholes) > 1 and line.are_listed(wholes[-2], wholes[-1]):
                    continue  # the parts can be of all of them together
                if parts and wholes:
                    yield from self._judge(wholes, parts, is_bracket=bracket)
            yield from self._in_all(line)

    def _judge(self, wholes: Sequence[Number], parts: Sequence[Part], *, is_bracket: bool) -> Iterable[Slip]:
        """Parts against the wholes they can be of."""
        division, complete = self._division(parts)
        listed = list(parts) if division else _listed(parts)
        largest = next((part for part in listed if all(part.number.surely_above(whole) for whole in wholes)), None)
        whole = wholes[-1]
        if largest is not None:
            yield Slip(
                "part_exceeds_whole",
                f"部分大于总数：总数为“{whole.shown}”，其中“{largest.label}{largest.number.shown}”"
                f"（{show(largest.number.value)}＞{show(whole.value)}）。请核对两个数字，改正有误的一个。",
                (_span(whole), _span(largest.number)),
            )
            return
        if len(listed) < 2 or (whole.unit in PEOPLE and not division and not is_bracket):
            return
        low, high = total([part.number for part in listed])
        if any(other.meets(low, high) for other in wholes):
            return
        if whole.high is not None and low > whole.high:
            yield _mismatch("parts_exceed", whole, listed, division, is_doubtful=not division)
        elif high is not None and high < whole.low:
            has_rest = listed[-1].label.startswith(REST)
            if has_rest or complete or is_bracket:
                yield _mismatch("parts_short", whole, listed, division, is_doubtful=not has_rest)

    def _division(self, parts: Sequence[Part]) -> tuple[str, bool]:
        """The id of the division whose kinds the parts are ("" for none), and whether they are all of them."""
        labels = [part.label for part in parts]
        for division in self._divisions:
            kinds = [_kind_of(label, division.kinds) for label in labels]
            if None in kinds or len(set(kinds)) < len(kinds) or len(kinds) < 2:
                continue
            named = set(kinds)
            return division.id, any(named >= set(every) for every in division.complete)
        return "", False

    def _in_all(self, line: Line) -> Iterable[Slip]:
        """简易110件、普通280件，合计398件."""
        for index, figure in enumerate(line.figures):
            number = figure.number
            first = line.figures[index - 1].number if index else None
            if first is None or not IN_ALL.fullmatch(line.between(first.end, number.start)) or not number.is_exact:
                continue
            parts = _parts_before(line, index)
            same = all(part.number.unit == number.unit for part in parts)
            if len(parts) < 2 or not same or not number.unit:
                continue
            low, high = total([part.number for part in parts])
            if not number.meets(low, high):
                yield _mismatch("parts_exceed" if low > number.low else "parts_short", number, parts)


def _parts(line: Line, start: int) -> list[Part]:
    """The parts listed from an offset on, as far as the list surely goes."""
    parts: list[Part] = []
    at, unit = start, ""
    for figure in line.after(start):
        number = figure.number
        gap = GAP.fullmatch(line.between(at, number.start))
        if gap is None or len(parts) == MOST_PARTS or number.unit in {"%", "个百分点"}:
            break
        if parts and gap["label"].startswith(BESIDES):
            break
        if (parts and gap["mark"] is None) or not (gap["label"] or gap["rest"]):
            break
        if number.unit and unit and number.unit != unit:
            break
        unit = unit or number.unit
        parts.append(Part((gap["rest"] or "") + gap["label"], number, gap["mark"] or ""))
        at = number.end
    return parts


def _parts_before(line: Line, stop: int) -> list[Part]:
    """The parts listed with 、 before figure number `stop`."""
    parts: list[Part] = []
    for index in range(stop - 1, max(-1, stop - 1 - MOST_PARTS), -1):
        number = line.figures[index].number
        left = line.figures[index - 1].number.end if index else line.start
        gap = GAP.fullmatch(line.between(left, number.start))
        if gap is not None and gap["mark"] in {"、", "和", "及"} and gap["label"]:
            parts.append(Part(gap["label"], number, gap["mark"]))
            continue
        parts.append(Part(line.figures[index].label, number, ""))
        break
    return parts[::-1]


def _listed(parts: Sequence[Part]) -> list[Part]:
    """The first part and those joined to it with 、, or all called 类; after a comma another matter may begin."""
    listed = list(parts[:1])
    for part in parts[1:]:
        alike = part.label.endswith(KIND) and listed[0].label.endswith(KIND)
        if part.mark not in {"、", "和", "及"} and not alike:
            break
        listed.append(part)
    return listed


def _opens(line: Line, at: int, earlier: Sequence[Figure]) -> bool:
    """Whether 其中 begins a clause or follows its whole; in 参与其中 it is an object."""
    before = line.between(at - 1, at) if at > line.start else ""
    return not is_han(before) or any(figure.number.end == at for figure in earlier)


def _fills(line: Line, parts: Sequence[Part]) -> bool:
    """Whether the parts are all that stands in the brackets."""
    return len(parts) > 1 and line.between(parts[-1].number.end, parts[-1].number.end + 1) == "）"


def _kind_of(label: str, kinds: Sequence[str]) -> str | None:
    named = [kind for kind in kinds if kind in label]
    return max(named, key=len) if named else None


def _mismatch(check: str, whole: Number, parts: Sequence[Part], rule: str = "", *, is_doubtful: bool = False) -> Slip:
    summed = sum((part.number.value for part in parts), Fraction(0))
    terms = "＋".join(show(part.number.value) for part in parts)
    way = "多" if check == "parts_exceed" else "少"
    advice = "；如各项有交叉或未列全，请注明" if is_doubtful else "，改正有误的数字"
    return Slip(
        check,
        f"各项之和与总数不符：{terms}＝{show(summed)}，比总数“{whole.shown}”{way}{show(abs(summed - whole.value))}。"
        f"请逐项核对{advice}。",
        (_span(whole), (parts[0].number.start, parts[-1].number.end)),
        rule,
        is_doubtful=is_doubtful,
    )


def _span(number: Number) -> tuple[int, int]:
    return number.start, number.end
