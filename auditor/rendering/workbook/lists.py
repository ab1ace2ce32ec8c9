"""The sheets of gaps, of findings and of files that could not be audited."""

from collections.abc import Iterator
from typing import Any

from auditor.rendering.instruments import CONTENTS_OF_REPORTS
from auditor.rendering.naming import short_basis
from auditor.rendering.wording import lacking, near_misses, place_in_full, role_of, unit_of
from auditor.rendering.workbook.sheet import Cell, Column, write_table
from auditor.rendering.workbook.styles import Styles
from auditor.scorecard import Citation, ElementResult, ReportCard, Scorecard
from auditor.terms import BLOCK_VERDICT_NAMES, LEVEL_NAMES, SEVERITY_NAMES, VERDICT_NAMES

CITED = 3


def write_gaps(sheet: Any, scorecard: Scorecard, styles: Styles) -> None:
    """What each report has to add, with what it says now."""
    columns = [
        Column("单位", 22),
        Column("层级", 10),
        Column("年度", 7),
        Column("事项", 20),
        Column("结论", 9),
        Column("权重", 6),
        Column("应补内容", 40),
        Column("报告现有内容（引文）", 46),
        Column("位置", 20),
        Column("依据", 30),
        Column("文件", 30),
    ]
    note = "逐份逐项列出要补写的内容。“未采信”的引文是相近而不能算作本项的内容，括号里写明原因。"
    rows = (row for report in scorecard.reports for row in _gaps(report, styles))
    write_table(sheet, ("应补内容", note), columns, rows, styles, frozen=1)


def _gaps(report: ReportCard, styles: Styles) -> Iterator[list[Cell]]:
    who: list[Cell] = [
        (unit_of(report), styles.text),
        (LEVEL_NAMES[report.level], styles.center),
        (report.year, styles.count),
    ]
    file: Cell = (report.path, styles.text)
    for element in lacking(report):
        quotes, places = _existing(element)
        yield [
            *who,
            (element.name, styles.text),
            (VERDICT_NAMES[element.verdict], styles.verdicts[element.verdict]),
            (element.weight, styles.count),
            (_numbered(element.gaps), styles.text),
            (_numbered(quotes) or "无", styles.text),
            (_numbered(places), styles.text),
            (_numbered([short_basis(each) for each in element.basis]), styles.text),
            file,
        ]
    for block in report.blocks:
        if block.state in ("absent", "unread"):
            is_absent = block.state == "absent"
            yield [
                *who,
                (f"法定内容：{block.name}", styles.text),
                ("缺失" if is_absent else BLOCK_VERDICT_NAMES[block.state], styles.blocks[block.state]),
                (None, styles.center),
                (f"补写“{block.name}”。" if is_absent else "请提供能够读取全部内容的文件。", styles.text),
                ("无", styles.text),
                (None, styles.text),
                (short_basis(CONTENTS_OF_REPORTS), styles.text),
                file,
            ]


def _existing(element: ElementResult) -> tuple[list[str], list[str]]:
    """The best passages there are, else the nearest miss, and where they stand."""
    if element.citations:
        shown = element.citations[:CITED]
        return [f"〔{role_of(each)}〕{each.shown}" for each in shown], [place_in_full(each) for each in shown]
    near = near_misses(element)[:1]
    quotes = [f"〔未采信：{why}〕{citation.shown}" for citation, why in near]
    return quotes, [place_in_full(citation) for citation, _ in near]


def _numbered(items: list[str] | tuple[str, ...]) -> str:
    if len(items) == 1:
        return items[0]
    return "　".join(f"（{number}）{item}" for number, item in enumerate(items, 1))


def write_findings(sheet: Any, scorecard: Scorecard, styles: Styles) -> None:
    """Remarks that are no element, with their passages, and notes on the reading of files."""
    columns = [
        Column("单位", 22),
        Column("类别", 9),
        Column("提示", 60),
        Column("引文", 60),
        Column("位置", 30),
        Column("文件", 34),
    ]
    rows = (row for report in scorecard.reports for row in _findings(report, styles))
    write_table(
        sheet, ("其他提示", "体裁、数据、格式等方面的提示，以及读取文件时的说明。"), columns, rows, styles, frozen=1
    )


def _findings(report: ReportCard, styles: Styles) -> Iterator[list[Cell]]:
    for finding in report.findings:
        citations: tuple[Citation | None, ...] = finding.citations or (None,)
        for citation in citations:
            yield [
                (unit_of(report), styles.text),
                (SEVERITY_NAMES[finding.severity], styles.center),
                (finding.message, styles.text),
                (citation.shown if citation else None, styles.text),
                (place_in_full(citation) if citation else None, styles.text),
                (report.path, styles.text),
            ]
    for note in report.notes:
        yield [
            (unit_of(report), styles.text),
            ("读取说明", styles.center),
            (note, styles.text),
            (None, styles.text),
            (None, styles.text),
            (report.path, styles.text),
        ]


def write_failures(sheet: Any, scorecard: Scorecard, styles: Styles) -> None:
    """Files that could not be audited, and what to do."""
    rows = ([(each.path, styles.text), (each.error, styles.text)] for each in scorecard.failures)
    note = f"共{len(scorecard.failures)}个文件未能审核，不计入统计。" if scorecard.failures else "没有未能审核的文件。"
    write_table(sheet, ("未能审核的文件", note), [Column("文件", 60), Column("原因和办法", 80)], rows, styles)
