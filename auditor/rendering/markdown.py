"""The format “markdown”: tables for a mail or a wiki; nothing of a document is read as markup."""

import re
from collections.abc import Iterator

from auditor.annex import Annex, GroupTally
from auditor.rendering.cleaning import one_line
from auditor.rendering.naming import APART, name_of, percent, rank_of, why_apart, year_of
from auditor.rendering.submission import SUBMISSION, counts, paths, remark_on, remark_on_failures, why_missing
from auditor.rendering.view import View
from auditor.rendering.wording import (
    block_gaps,
    errors_and_warnings,
    lacking,
    near_misses,
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
from auditor.submission import Submission
from auditor.terms import LEVEL_NAMES, SEVERITY_NAMES, VERDICT_NAMES

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&#@!$]|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.|^(?:[-+=]|\d+[.)])")


def render(scorecard: Scorecard, view: View, annex: Annex) -> str:
    """The scorecard with its ranking and statistics; the same at every width and detail."""
    del view
    blocks = ["# 法治政府建设年度报告审核结果"]
    if len(scorecard.reports) > 1:
        blocks += ["## 排名", *_ranking(scorecard, annex)]
    if len(scorecard.reports) > 1 or scorecard.submission.is_called_for:
        blocks += _apart(scorecard, annex)
    blocks += _submission(scorecard.submission)
    if len(scorecard.reports) > 1:
        blocks += ["## 分类统计（缺失率）", *_groups(annex)]
    for report in scorecard.reports:
        blocks += _report(report)
    if scorecard.failures:
        rows = [[text(each.path), text(each.error)] for each in scorecard.failures]
        blocks += ["## 未能审核的文件", *_table(["文件", "原因和办法"], rows)]
    return "\n\n".join(blocks) + "\n"


def text(value: str) -> str:
    """A string of a document on one line, every character that Markdown or HTML would read made plain."""
    return _MARKUP.sub(
        lambda match: "".join(f"\\{char}" if not char.isdigit() else char for char in match[0]), one_line(value)
    )


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    lines = [heads, ["---"] * len(heads), *rows]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _ranking(scorecard: Scorecard, annex: Annex) -> Iterator[str]:
    ranked = annex.statistics.ranked
    names = [text(each.name) for each in annex.statistics.overall.elements]
    rows = [
        [
            rank_of(standing),
            text(name_of(report)),
            LEVEL_NAMES[report.level],
            year_of(report),
            str(report.score),
            text(report.grade),
            text(state_of_blocks(report)) if report.blocks else "—",
            *_verdicts(report, annex.statistics.overall),
        ]
        for report, standing in ((scorecard.reports[number], annex.statistics.standings[number]) for number in ranked)
    ]
    yield from _table(["名次", "单位", "层级", "年度", "得分", "等次", "法定内容", *names], rows)


def _apart(scorecard: Scorecard, annex: Annex) -> Iterator[str]:
    if apart := annex.statistics.apart:
        pairs = [(scorecard.reports[each.report], each) for each in apart]
        yield f"## {APART}"
        yield from _table(
            ["文件", "单位", "年度", "原因"],
            [
                [text(report.path), text(unit_of(report)), year_of(report), text(why_apart(each, scorecard.reports))]
                for report, each in pairs
            ],
        )


def _submission(submission: Submission) -> Iterator[str]:
    if submission.units is None:
        return
    yield f"## {SUBMISSION}"
    yield f"{counts(submission)}。{remark_on_failures(submission)}"
    if missing := submission.missing:
        rows = [[text(each.unit), text(why_missing(each)), text(paths(each))] for each in missing]
        yield from _table(["未报送的单位", "说明", "文件"], rows)
    if submission.unlisted:
        yield from _table(
            ["名单外的文件", "单位", "年度", "说明"],
            [
                [
                    text(each.arrival.path),
                    text(unit_of(each.arrival)),
                    year_of(each.arrival),
                    text(remark_on(each, submission.year)),
                ]
                for each in submission.unlisted
            ],
        )


def _verdicts(report: ReportCard, overall: GroupTally) -> list[str]:
    verdicts = {element.id: VERDICT_NAMES[element.verdict] for element in report.elements}
    return [verdicts.get(each.id, "") for each in overall.elements]


def _groups(annex: Annex) -> Iterator[str]:
    statistics = annex.statistics
    heads = ["分类", "份数", "平均得分", *(text(each.name) for each in statistics.overall.elements)]
    rows = [
        [group.name, str(group.reports), str(group.mean), *(percent(each.missing_rate) for each in group.elements)]
        for group in (*statistics.levels, *statistics.types, statistics.overall)
    ]
    yield from _table(heads, rows)


def _report(report: ReportCard) -> Iterator[str]:
    yield f"## {text(unit_of(report))}　{year_and_level(report)}　{report.score}分　{text(report.grade)}"
    facts = [f"- 标题：{text(report.title)}"] if report.title else []
    facts += [f"- 文件：{text(report.path)}", f"- 要素：{tally(report) or '无'}"]
    if report.blocks:
        facts.append(f"- 法定内容：{text(state_of_blocks(report))}")
    if found := errors_and_warnings(report):
        facts.append(f"- 错误和提醒：{found}")
    yield "\n".join(facts)
    for element in report.elements:
        yield from _element(element)
    if lacking(report) or block_gaps(report):
        yield "### 需要补充"
        items = [f"**{text(each.name)}**：{''.join(map(text, each.gaps))}" for each in lacking(report)]
        items += [f"**法定内容**：{text(gap)}" for gap in block_gaps(report)]
        yield "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))
    if report.findings or report.notes:
        yield "### 其他提示"
        lines = [f"- {SEVERITY_NAMES[each.severity]}：{text(each.message)}" for each in report.findings]
        yield "\n".join([*lines, *(f"- 读取说明：{text(note)}" for note in report.notes)])


def _element(element: ElementResult) -> Iterator[str]:
    yield f"### {VERDICT_NAMES[element.verdict]}　{text(element.name)}（{points(element)}，权重{element.weight}）"
    if reason := why_not_asked(element):
        yield f"原因：{text(reason)}"
    yield from (_quote(citation) for citation in element.citations)
    if element.verdict == "unread":
        yield f"已查找：{text(search_of(element))}"
    if element.verdict == "missing":
        for citation, reason in near_misses(element)[:1]:
            yield f"{_quote(citation)}\n>\n> 未采信：{text(reason)}"
    if element.basis:
        yield f"依据：{'；'.join(map(text, element.basis))}"


def _quote(citation: Citation) -> str:
    return f"> {text(citation.shown)}\n>\n> ——{role_of(citation)}，{text(place_in_full(citation))}"
