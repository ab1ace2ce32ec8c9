"""The grounds of a report's verdicts in words: what was looked for, found, refused, and why."""

from collections.abc import Iterator

from auditor.rendering.cleaning import one_line
from auditor.rendering.folding import fold_text
from auditor.rendering.plain import quoted
from auditor.rendering.view import View
from auditor.rendering.wording import near_misses, place_in_full, points, role_of, state_of_blocks
from auditor.scorecard import BlockResult, Citation, ElementResult, ReportCard
from auditor.terms import BLOCK_VERDICT_NAMES, LEVEL_NAMES, ROLE_NAMES, VERDICT_NAMES, MatchKind

MATCH_NAMES: dict[MatchKind, str] = {
    "exact": "原词",
    "pattern": "句式",
    "words": "分词搭配",
    "fuzzy": "近似字词",
}
IDENTITY_NAMES = {"title": "标题", "unit": "单位", "level": "层级", "year": "年度"}


def explain_report(report: ReportCard, only: str | None, view: View) -> str:
    """The grounds of all verdicts, or of the one element or block with this id; folded when a person reads them."""
    parts = [(each.id, list(_element(each))) for each in report.elements]
    parts += [(each.id, list(_block(each))) for each in report.blocks]
    told = [lines for id_, lines in parts if only in (None, id_)]
    if only is None:
        told.insert(0, list(_head(report)))
    lines = [line for number, each in enumerate(told) for line in (["", *each] if number else each)]
    if not lines:
        lines = ["文本按片段审核，不判断法定内容。"]
    if not view.is_terminal:
        return "".join(f"{line}\n" for line in lines)
    return "".join(f"{line}\n" for each in lines for line in _folded(each, view.width))


def _folded(line: str, width: int) -> Iterator[str]:
    body = line.lstrip(" ")
    indent = len(line) - len(body)
    hanging = indent + 2
    for number, part in enumerate(fold_text(body, width - hanging)):
        yield " " * (hanging if number else indent) + part


def _head(report: ReportCard) -> Iterator[str]:
    yield one_line(report.path)
    for key, name in IDENTITY_NAMES.items():
        found = report.identity.get(key)
        if found is None or not found.value:
            yield f"{name}：未识别"
            continue
        value = LEVEL_NAMES[report.level] if key == "level" else one_line(found.value)
        yield f"{name}：{value}（取自{one_line(found.source)}）"
    yield f"得分：{report.score}（{one_line(report.grade)}），按权重平均，零报告和不适用的要素不计"
    if report.blocks:
        yield f"法定内容：{state_of_blocks(report)}"


def _element(element: ElementResult) -> Iterator[str]:
    grounds = element.grounds
    name = f"{one_line(element.name)}（{element.id}）"
    yield f"{name}：{VERDICT_NAMES[element.verdict]}，{points(element)}，权重{element.weight}"
    yield from _listed("依据", element.basis)
    yield from _listed("查找了", grounds.sought)
    yield from _found(element)
    yield from _listed("还要补充", element.gaps)


def _block(block: BlockResult) -> Iterator[str]:
    yield f"{one_line(block.name)}（{block.id}）：法定内容，{BLOCK_VERDICT_NAMES[block.state]}"
    yield from _listed("不适用的原因", (block.exemption,) if block.state == "not_asked" else ())
    yield from _found(block)
    if block.state == "absent":
        yield from _listed("还要补充", (f"增写“{block.name}”部分。",))


def _found(result: ElementResult | BlockResult) -> Iterator[str]:
    """Where was looked, which conditions held, what was found and what does not count."""
    grounds = result.grounds
    yield from _listed("查找范围", (grounds.searched,) if grounds.searched else ())
    if grounds.conditions:
        yield "  认定条件"
        yield from (f"    {'成立' if held else '不成立'}：{one_line(words)}" for words, held in grounds.conditions)
    yield "  找到了" if result.citations else "  找到了：没有"
    for citation in result.citations:
        yield f"    〔{role_of(citation)}〕{place_in_full(citation)}（{_how(citation)}）"
        yield f"      {quoted(citation)}"
        if citation.why:
            yield f"      认定为“{ROLE_NAMES[citation.role]}”的原因：{one_line(citation.why)}"
    if grounds.near_misses:
        yield "  没有采信"
    for citation, reason in near_misses(result):
        yield f"    {place_in_full(citation)}（{_how(citation)}）"
        yield f"      {quoted(citation)}"
        yield f"      不采信的原因：{one_line(reason)}"


def _how(citation: Citation) -> str:
    return f"{one_line(citation.rule)}，按{MATCH_NAMES[citation.match]}"


def _listed(title: str, texts: tuple[str, ...]) -> Iterator[str]:
    if texts:
        yield f"  {title}"
    yield from (f"    {one_line(text)}" for text in texts)
