"""What the comments say: at each passage what it is worth and what is missing, at the end the list of gaps."""

from collections.abc import Iterator

from auditor.rendering.cleaning import one_line
from auditor.rendering.wording import absent_blocks, lacking, near_misses, role_of, state_of_blocks, tally
from auditor.scorecard import SEVERITY_NAMES, VERDICT_NAMES, Citation, ElementResult, ReportCard

Note = tuple[Citation, list[str]]


def notes(card: ReportCard) -> Iterator[Note]:
    """The comment for each cited passage, in the order of the elements."""
    for element in card.elements:
        yield from _on_element(element)
    for finding in card.findings:
        for citation in finding.citations:
            yield citation, [f"【{SEVERITY_NAMES[finding.severity]}】{one_line(finding.message)}"]


def _on_element(element: ElementResult) -> Iterator[Note]:
    head = f"【{VERDICT_NAMES[element.verdict]}】{one_line(element.name)}"
    for number, citation in enumerate(element.citations):
        role = f"此处按“{role_of(citation)}”认定。"
        yield citation, [head, role, *(one_line(gap) for gap in element.gaps if number == 0)]
    if element.verdict == "missing":
        for citation, reason in near_misses(element):
            yield citation, [head, f"此处未采信：{one_line(reason).rstrip('。')}。"]


def summary(card: ReportCard, lost: list[Note]) -> list[str]:
    """The comment at the end: the state of the draft, what to add, and what could not be shown at its place."""
    lines = [f"审核意见汇总：{card.score}分，{one_line(card.grade)}。{tally(card)}。"]
    if card.blocks:
        lines.append(f"法定内容：{state_of_blocks(card)}。")
    items = [f"{one_line(each.name)}：{''.join(map(one_line, each.gaps))}" for each in lacking(card)]
    items += [f"补写“{name}”。" for name in absent_blocks(card)]
    lines.append("需要补充：" if items else "没有需要补充的内容。")
    lines += [f"{number}.{item}" for number, item in enumerate(items, 1)]
    if lost:
        lines.append("以下内容在脚注、文本框等处，不能加批注：")
        lines += [f"“{one_line(citation.shown)}”{''.join(words)}" for citation, words in lost]
    return lines
