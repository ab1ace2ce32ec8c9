"""The sheet of units by elements."""

from collections.abc import Iterator
from typing import Any

from auditor.annex import Standing, Statistics
from auditor.rendering.naming import NOT_RANKED, why_apart
from auditor.rendering.wording import unit_of
from auditor.rendering.workbook.sheet import Cell, Column, write_table
from auditor.rendering.workbook.styles import Styles
from auditor.scorecard import ReportCard, Scorecard
from auditor.terms import BLOCK_VERDICT_NAMES, LEVEL_NAMES, VERDICT_NAMES

NOTE = (
    "每行一份报告，按得分排列，同分的比法定内容，仍相同的并列。点表头箭头可以按文字或颜色筛选。"
    "未见年度报告标题的（送错的文件、片段）{}和同一单位重复报送的列在最后，不排名，不计入统计。"
)


def write_matrix(sheet: Any, scorecard: Scorecard, statistics: Statistics, styles: Styles) -> None:
    """Write it, best report first."""
    overall = statistics.overall
    columns = [
        Column("名次", 8),
        Column("单位", 24),
        Column("层级", 10),
        Column("同级名次", 9),
        Column("同级份数", 9),
        Column("年度", 7),
        Column("得分", 7),
        Column("等次", 7),
        *(Column(each.name, 13) for each in overall.elements),
        *(Column(f"法定内容：{each.name}", 12) for each in overall.blocks),
        Column("不排名的原因", 24),
        Column("文件", 30),
    ]
    why = {each.report: why_apart(each, scorecard.reports) for each in statistics.apart}
    rows = (
        _row(scorecard.reports[number], statistics.standings[number], why.get(number, ""), statistics, styles)
        for number in [*statistics.ranked, *why]
    )
    year = scorecard.submission.year
    note = NOTE.format(f"、不是{year}年度的" if year is not None else "")
    write_table(sheet, ("评分矩阵", note), columns, rows, styles, frozen=2, printed=len(columns) - 1)


def _row(report: ReportCard, standing: Standing | None, why: str, statistics: Statistics, styles: Styles) -> list[Cell]:
    return [
        (standing.rank, styles.count) if standing else (NOT_RANKED, styles.center),
        (unit_of(report), styles.text),
        (LEVEL_NAMES[report.level], styles.center),
        (standing.rank_in_level if standing else None, styles.count),
        (standing.of_level if standing else None, styles.count),
        (report.year, styles.count),
        (report.score, styles.score),
        (report.grade, styles.center),
        *_elements(report, statistics, styles),
        *_blocks(report, statistics, styles),
        (why, styles.text),
        (report.path, styles.text),
    ]


def _elements(report: ReportCard, statistics: Statistics, styles: Styles) -> Iterator[Cell]:
    verdicts = {element.id: element.verdict for element in report.elements}
    for each in statistics.overall.elements:
        verdict = verdicts.get(each.id)
        yield (VERDICT_NAMES[verdict], styles.verdicts[verdict]) if verdict else (None, styles.center)


def _blocks(report: ReportCard, statistics: Statistics, styles: Styles) -> Iterator[Cell]:
    verdicts = {block.id: block.state for block in report.blocks}
    for each in statistics.overall.blocks:
        verdict = verdicts.get(each.id)
        yield (BLOCK_VERDICT_NAMES[verdict], styles.blocks[verdict]) if verdict else (None, styles.center)
