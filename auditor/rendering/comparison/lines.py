"""The comparison as lines, folded to a terminal's width; in a pipe one fact a line."""

from collections.abc import Iterator

from auditor.comparison import TREND_NAMES, Carried, Comparison, Promise
from auditor.rendering.cleaning import one_line
from auditor.rendering.comparison.wording import (
    CARRIED_NOTE,
    PROMISES_NOTE,
    block_verdicts,
    head,
    outcome_of,
    place_of,
    share_of,
    tally_of_promises,
    verdicts,
)
from auditor.rendering.folding import fold_text
from auditor.rendering.view import View

WIDEST = 120
LISTED = 20


def render(comparison: Comparison, view: View) -> str:
    """The comparison for a person to read."""
    lines = []
    for indent, text in _lines(comparison, LISTED if view.detail != "verbose" else None):
        if view.is_terminal:
            room = min(view.width, WIDEST) - indent
            lines += [" " * indent + line for line in fold_text(one_line(text), room)]
        else:
            lines.append(" " * indent + one_line(text))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(comparison: Comparison, most: int | None) -> Iterator[tuple[int, str]]:
    yield 0, f"上次：{head(comparison.last)}"
    yield 2, comparison.last.path
    yield 0, f"本次：{head(comparison.this)}"
    yield 2, comparison.this.path
    yield from ((0, f"注意：{remark}") for remark in comparison.remarks)
    yield 0, ""
    yield 0, "结论变化"
    for change in comparison.elements:
        last, this = verdicts(change)
        yield 2, f"{TREND_NAMES[change.trend]}  {change.name}：{last} → {this}"
    for block in comparison.blocks:
        last, this = block_verdicts(block)
        yield 2, f"{TREND_NAMES[block.trend]}  法定内容“{block.name}”：{last} → {this}"
    yield 0, ""
    yield (
        0,
        f"上年计划的落实（{len(comparison.promises)}项）：{tally_of_promises(comparison) or '上年报告中没有找到计划'}",
    )
    yield 2, PROMISES_NOTE
    for number, promise in enumerate(comparison.promises, 1):
        yield from _promise(number, promise)
    yield 0, ""
    yield 0, f"上年不足原文重现（{len(comparison.shortcomings)}处）"
    for each in comparison.shortcomings:
        yield 2, f"本次{place_of(each.this)}（上次{place_of(each.last)}）：{each.last.shown}"
    yield 0, ""
    yield 0, f"沿用上年的文字（{len(comparison.carried)}处，占{share_of(comparison)}）"
    yield 2, CARRIED_NOTE
    yield from _carried(comparison.carried, most)


def _promise(number: int, promise: Promise) -> Iterator[tuple[int, str]]:
    yield 2, f"{number}. {outcome_of(promise)}  {promise.item.shown}（上次{place_of(promise.item)}）"
    if promise.evidence is not None:
        yield 5, f"本次{place_of(promise.evidence)}：{promise.evidence.shown}"


def _carried(carried: tuple[Carried, ...], most: int | None) -> Iterator[tuple[int, str]]:
    for each in carried[:most]:
        yield 2, f"本次{place_of(each.this)}（上次{place_of(each.last)}），{each.length}字：{each.this.shown}"
    if most is not None and len(carried) > most:
        yield 2, f"另有{len(carried) - most}处，加 --verbose 查看。"
