"""One quantity with two values: the same full noun phrase, told of the whole year in both places."""

import re
from collections.abc import Iterable, Sequence

from auditor.checking.figures import Figure, Line, show
from auditor.checking.slip import Slip

SHORTEST = 4
NEAR = 120
FILLERS = re.compile(
    r"(?:累计|共计|一共|总共|共|总计|现有|已|了|达到|达|有|为)+$|^(?:累计|共计|一共|总共|共|总计|已|开展|组织|举办|办理|完成|实施|各类)+"
)
# Another body than the reporter, told of earlier in the paragraph: what follows may be its own.
OTHERS = re.compile("(?<![我本全各格布])(?:局|队|镇|乡|街道|法院|检察院|中心)(?![长面限部势域内村])")
LOOK_BACK = 300
GENERIC = re.compile(r"其中|分别|各(?!类)|每|人均|平均|第|占")


class Repeats:
    """Finds quantities that are given twice with different values.

    Args:
        totals: Words that mark a figure as the whole year's.
        other_times: Words that mark it as another time's.
    """

    def __init__(self, totals: Sequence[str], other_times: Sequence[str]) -> None:
        words = "|".join(re.escape(word) for word in sorted(totals, key=len, reverse=True))
        self._total = re.compile(rf"(?:{words})") if totals else None
        self._other = re.compile("|".join(map(re.escape, other_times))) if other_times else None

    def check(self, lines: Sequence[Line], year: int | None) -> Iterable[Slip]:
        """Compare the figures of a report on `year`."""
        if self._total is None:
            return
        seen: dict[tuple[str, str], Figure] = {}
        told: set[tuple[str, str]] = set()
        for line in lines:
            if line.role not in {"none", "achievements", "leadership"}:
                continue
            for figure in line.figures:
                key = self._key(line, figure, year)
                if key is None:
                    continue
                other = seen.setdefault(key, figure)
                if key not in told and not figure.number.meets(other.number.low, other.number.high):
                    told.add(key)
                    yield _differs(key[0], other, figure)

    def _key(self, line: Line, figure: Figure, year: int | None) -> tuple[str, str] | None:
        number = figure.number
        if not number.unit or number.unit in {"%", "个百分点"} or self._total is None:
            return None
        said = figure.label
        total = self._total.search(said)
        if total is None or GENERIC.search(said):
            return None
        label = FILLERS.sub("", FILLERS.sub("", re.sub(r"^[度，]", "", said[total.end() :])))
        if len(label) < SHORTEST or self._is_of_another_time(line, figure, year) or _is_of_others(line, figure):
            return None
        return f"{said[: total.start()]}{label}", number.unit

    def _is_of_another_time(self, line: Line, figure: Figure, year: int | None) -> bool:
        said = line.between(max(line.start, figure.number.start - NEAR), figure.number.end) + figure.tail
        years = {int(found) for found in re.findall(r"20[0-9]{2}(?=年)", said)}
        return bool(years - {year}) or (self._other is not None and self._other.search(said) is not None)


def _is_of_others(line: Line, figure: Figure) -> bool:
    start = figure.number.start
    return OTHERS.search(line.between(max(0, start - LOOK_BACK), start).rpartition("\n")[2]) is not None


def _differs(name: str, first: Figure, second: Figure) -> Slip:
    one, two = first.number, second.number
    return Slip(
        "value_differs",
        f"同一事项前后两个数：“{name}”前文为“{one.shown}”，后文为“{two.shown}”"
        f"（相差{show(abs(one.value - two.value))}）。请核对后统一；如口径不同，请分别写明范围。",
        ((one.start, one.end), (two.start, two.end)),
    )
