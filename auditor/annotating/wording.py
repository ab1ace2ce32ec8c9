"""What the comments say: where something is to be mended or added, what; at the end the state of the draft."""

from collections.abc import Iterator, Sequence

from auditor.annotating.absence import on_absence
from auditor.annotating.note import Note, note, refused
from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import shorten
from auditor.rendering.wording import (
    block_gaps,
    errors_and_warnings,
    lacking,
    near_misses,
    slip_of,
    state_of_blocks,
    tally,
)
from auditor.scorecard import Citation, ElementResult, Finding, ReportCard
from auditor.terms import SEVERITY_NAMES, VERDICT_NAMES, Role

QUOTED = 40  # columns
STANDING: dict[Role, str] = {
    "done": "此处写的是已经开展的工作，已计入。",
    "problem": "此处写的是存在的问题，不算本年度已经开展。",
    "plan": "此处写的是下一步打算，不算本年度已经开展。",
    "required": "此处只是提出要求，不算本年度已经开展。",
    "zero": "此处写明本年度没有发生或不涉及。",
}


def notes(card: ReportCard, text: str, *, is_full: bool) -> Iterator[Note]:
    """The comments: one on each element with something to add; for each slip one that explains it, others that say so.

    Args:
        card: The audit.
        text: The text that was read.
        is_full: Whether every cited passage bears a comment, also where nothing is to be done.
    """
    for element in card.elements:
        noted = list(_on_element(element))
        yield from noted if is_full else noted[: bool(element.gaps)]
    yield from on_absence(card, text)
    for finding in card.findings:
        yield from _on_slip(finding)


def _on_element(element: ElementResult) -> Iterator[Note]:
    head = f"【{VERDICT_NAMES[element.verdict]}】{one_line(element.name)}"
    told = [(citation, _standing(citation)) for citation in element.citations]
    if element.verdict == "missing":
        told = [(citation, refused(why)) for citation, why in near_misses(element)]
    for number, (citation, standing) in enumerate(told):
        yield note(citation, head, standing, *(one_line(gap) for gap in element.gaps if number == 0))


def _standing(citation: Citation) -> str:
    """What a passage counts as, and why."""
    text = STANDING[citation.role]
    if citation.why and citation.role != "done":
        text = f"此处不算本年度已经开展。原因：{one_line(citation.why)}。"
    slip = slip_of(citation)
    return f"{text}{slip}。" if slip else text


def _on_slip(finding: Finding) -> Iterator[Note]:
    severity = f"【{SEVERITY_NAMES[finding.severity]}】"
    first, *others = sorted(finding.citations, key=lambda each: each.start) or (None,)
    if first is None:
        return
    yield note(first, f"{severity}{one_line(finding.message)}")
    for citation in others:
        yield note(citation, f"{severity}见上一条，与“{shorten(one_line(first.shown), QUOTED)}”处是同一个问题。")


def beside(told: Note, aside: str) -> list[str]:
    """What a comment says that cannot stand on the passage itself, for that is in a text box or a note."""
    return [f"{aside}中的“{shorten(one_line(told.shown), QUOTED)}”：", *told.lines]


def summary(card: ReportCard, lost: Sequence[Note]) -> list[str]:
    """The comment at the end: the state of the draft, what to add, and what could not be shown at its place."""
    lines = [f"审核意见汇总：{card.score}分，{one_line(card.grade)}。{tally(card)}。"]
    if found := errors_and_warnings(card):
        lines.append(f"另有{found}，请逐处核对。")
    if card.blocks:
        lines.append(f"法定内容：{state_of_blocks(card)}。")
    items = [f"{one_line(each.name)}：{''.join(map(one_line, each.gaps))}" for each in lacking(card)]
    items += [f"{gap}。" for gap in block_gaps(card)]
    lines.append("需要补充：" if items else "没有需要补充的内容。")
    lines += [f"{number}.{item}" for number, item in enumerate(items, 1)]
    unplaced = [f"【{SEVERITY_NAMES[each.severity]}】{one_line(each.message)}" for each in card.findings]
    lines += [line for line, each in zip(unplaced, card.findings, strict=True) if not each.citations]
    if lost:
        lines.append("以下内容没有找到在文中的位置，不能在原处加批注：")
        lines += [f"“{one_line(each.shown)}”{''.join(each.lines)}" for each in lost]
    return lines
