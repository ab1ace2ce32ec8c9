"""Charts as figures to draw: the templates turn them into SVG. Lengths are in SVG units."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.annex import Annex, GroupTally
from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import shorten
from auditor.rendering.naming import name_of, percent
from auditor.scorecard import ReportCard, Scorecard
from auditor.terms import VERDICT_NAMES

WIDTH = 900
LABEL = 290
BAR = 22
STEP = 34
MOST_BARS = 20
LABEL_COLUMNS = 38
BINS = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: position, width, the class that colours it, what is written on it and shown on pointing."""

    x: float
    width: float
    kind: str
    label: str
    tip: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label, at its height, and a remark behind it."""

    y: int
    label: str
    pieces: tuple[Piece, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Horizontal bars under a title; labels end, and bars begin, at `label`."""

    title: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    label: int = LABEL
    thickness: int = BAR

    @property
    def height(self) -> int:
        """Height of the drawing."""
        return len(self.bars) * STEP + 8


def verdict_chart(group: GroupTally) -> Chart:
    """For each element, how many reports got which verdict."""
    bars = []
    for number, tally in enumerate(group.elements):
        total = sum(tally.verdicts.values())
        pieces = []
        x = float(LABEL)
        for verdict, name in VERDICT_NAMES.items():
            count = tally.verdicts.get(verdict, 0)
            width = round((WIDTH - LABEL - 90) * count / total, 1) if total else 0
            if count:
                tip = f"{one_line(tally.name)}：{name}{count}份"
                pieces.append(Piece(x, width, verdict, str(count) if width >= 18 else "", tip))
            x = round(x + width, 1)
        label = shorten(one_line(tally.name), LABEL_COLUMNS)
        bars.append(Bar(number * STEP + 4, label, tuple(pieces), f"缺失{percent(tally.missing_rate)}"))
    return Chart("各要素结论分布（份）", tuple(bars))


def score_chart(reports: Iterable[ReportCard]) -> Chart:
    """How many of the graded reports have which score, in tens."""
    counts = [0] * BINS
    for report in filter(lambda report: report.is_graded, reports):
        counts[min(BINS - 1, int(report.score // 10))] += 1
    most = max(counts, default=0) or 1
    bars = []
    for number, count in enumerate(reversed(counts)):
        low = (BINS - 1 - number) * 10
        label = f"{low}～{low + 10}分" if low == 90 else f"{low}～{low + 9.9}分"
        width = round(count / most * (WIDTH - LABEL - 90), 1)
        piece = Piece(LABEL, width, "plain", "", f"{label}：{count}份")
        bars.append(Bar(number * STEP + 4, label, (piece,), f"{count}份"))
    return Chart("得分分布", tuple(bars))


def copying_chart(scorecard: Scorecard, annex: Annex) -> Chart:
    """The reports that share most of their text with other units."""
    bars = []
    for number, each in enumerate(annex.sharing.copying[:MOST_BARS]):
        unit = name_of(scorecard.reports[each.report])
        width = round(each.share * (WIDTH - LABEL - 90), 1)
        tip = f"{unit}：与其他单位相同的文字占全文{percent(each.share)}"
        piece = Piece(LABEL, max(width, 1), "missing", "", tip)
        bars.append(Bar(number * STEP + 4, shorten(unit, LABEL_COLUMNS), (piece,), percent(each.share)))
    return Chart("与其他单位相同的文字占全文的比例（前20名）", tuple(bars))
