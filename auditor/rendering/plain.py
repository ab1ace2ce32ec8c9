"""The scorecard as plain lines, for pipes and files: one fact a line, matched words in 【】."""

from collections.abc import Iterator

from auditor.rendering.cleaning import one_line
from auditor.rendering.summary import summary
from auditor.rendering.view import View
from auditor.rendering.wording import (
    block_gaps,
    errors_and_warnings,
    lacking,
    marked,
    near_misses,
    place,
    place_in_full,
    points,
    role_of,
    search_of,
    state_of_blocks,
    tally,
    unit_of,
    why_not_asked,
    year_and_level,
)
from auditor.scorecard import Citation, ElementResult, ReportCard, Scorecard
from auditor.terms import BLOCK_VERDICT_NAMES, SEVERITY_NAMES, VERDICT_NAMES

CITED = 2


def render(scorecard: Scorecard, view: View) -> str:
    """The scorecard as lines."""
    lines: list[str] = []
    is_full = view.detail == "verbose"
    for report in scorecard.reports:
        lines += [*_report(report, is_full), ""]
    for title, found in summary(scorecard):
        lines += [title, *(f"  {each}" for each in found), ""]
    if scorecard.failures:
        lines.append("未能审核的文件")
        lines += [f"  {one_line(each.path)}：{one_line(each.error)}" for each in scorecard.failures]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n" if lines else ""


def quoted(citation: Citation) -> str:
    """The passage with the matched words in 【】."""
    return "".join(f"【{text}】" if is_match else text for text, is_match in marked(citation))


def _report(report: ReportCard, is_full: bool) -> Iterator[str]:
    yield f"{unit_of(report)}  {year_and_level(report)}  {report.score}分  {one_line(report.grade)}"
    if report.title:
        yield f"标题：{one_line(report.title)}"
    yield f"文件：{one_line(report.path)}"
    yield f"要素：{tally(report) or '无'}"
    if report.blocks:
        yield f"法定内容：{state_of_blocks(report)}"
    if found := errors_and_warnings(report):
        yield f"错误和提醒：{found}"
    for element in report.elements:
        yield ""
        yield from _element(element, is_full)
    if report.blocks:
        yield ""
        yield "法定内容"
        for block in report.blocks:
            where = f"  {place(block.citations[0])}  {one_line(block.citations[0].shown)}" if block.citations else ""
            yield f"  {BLOCK_VERDICT_NAMES[block.state]}  {one_line(block.name)}{where}"
    if lacking(report) or block_gaps(report):
        yield ""
        yield "需要补充（按权重排列）"
        yield from _gaps(report)
    if report.findings or report.notes:
        yield ""
        yield "其他提示"
        yield from _remarks(report)


def _element(element: ElementResult, is_full: bool) -> Iterator[str]:
    verdict = VERDICT_NAMES[element.verdict]
    yield f"{verdict}  {one_line(element.name)}（{points(element)}，权重{element.weight}）"
    if reason := why_not_asked(element):
        yield f"  原因：{reason}"
    shown = element.citations if is_full else element.citations[:CITED]
    for citation in shown:
        yield f"  {role_of(citation)}  {place_in_full(citation)}"
        yield f"    {quoted(citation)}"
    if len(shown) < len(element.citations):
        yield f"  另有{len(element.citations) - len(shown)}处"
    if searched := search_of(element):
        yield f"  已查找：{searched}"
    if is_full or element.verdict == "missing":
        for citation, reason in near_misses(element)[: None if is_full else 1]:
            yield f"  未采信  {place_in_full(citation)}"
            yield f"    {quoted(citation)}"
            yield f"    原因：{one_line(reason)}"
    if is_full:
        yield from (f"  依据：{one_line(basis)}" for basis in element.basis)


def _gaps(report: ReportCard) -> Iterator[str]:
    for element in lacking(report):
        verdict = VERDICT_NAMES[element.verdict]
        yield f"  {one_line(element.name)}（{verdict}，权重{element.weight}）"
        yield from (f"    {one_line(gap)}" for gap in element.gaps)
    yield from (f"  法定内容：{gap}" for gap in block_gaps(report))


def _remarks(report: ReportCard) -> Iterator[str]:
    for finding in report.findings:
        yield f"  {SEVERITY_NAMES[finding.severity]}：{one_line(finding.message)}"
        for citation in finding.citations:
            yield f"    {place_in_full(citation)}：{quoted(citation)}"
    yield from (f"  读取说明：{one_line(note)}" for note in report.notes)
