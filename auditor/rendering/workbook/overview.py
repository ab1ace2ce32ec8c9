"""The first sheet: the run at a glance, with the chart of verdicts by element."""

from typing import Any

from auditor.annex import ElementTally, GroupTally, Statistics
from auditor.rendering.naming import APART, why_apart
from auditor.rendering.workbook.sheet import Cell, Column, put, put_table, set_up_page
from auditor.rendering.workbook.styles import CHART_COLOURS, Styles
from auditor.scorecard import Scorecard
from auditor.terms import VERDICT_NAMES

FIRST_WIDTH = 34
WIDTH = 10
COLUMNS = 9


def write_overview(sheet: Any, book: Any, scorecard: Scorecard, statistics: Statistics, styles: Styles) -> None:
    """Write it: figures, elements with their chart, statutory blocks."""
    overall = statistics.overall
    sheet.set_column(0, 0, FIRST_WIDTH)
    sheet.set_column(1, COLUMNS - 1, WIDTH)
    sheet.set_row(0, 30)
    put(sheet, 0, 0, ("法治政府建设年度报告审核结果", styles.title))
    catalogue = f"审核规则：{scorecard.catalogue_name}（{scorecard.catalogue_version}版）"
    put(sheet, 1, 0, (f"{catalogue}。结论由规则自动得出，请对照引文复核。", styles.note))
    row = _figures(sheet, 3, scorecard, statistics, styles)
    row = _elements(sheet, row + 2, overall, styles)
    first = row - len(overall.elements) + 1
    if overall.elements:
        _chart(sheet, book, first, row, row + 2)
        row += 18
    row = _blocks(sheet, row + 1, overall, styles)
    if statistics.apart:
        _apart(sheet, row + 2, scorecard, statistics, styles)
    set_up_page(sheet, landscape=False)


def _figures(sheet: Any, top: int, scorecard: Scorecard, statistics: Statistics, styles: Styles) -> int:
    overall = statistics.overall
    columns = [
        Column("计入统计的报告（份）", FIRST_WIDTH),
        Column("平均得分", WIDTH),
        *(Column(grade, WIDTH) for grade, _ in overall.grades),
        Column("不计入统计（份）", WIDTH),
        Column("未能审核（个）", WIDTH),
    ]
    cells: list[Cell] = [
        (overall.reports, styles.count),
        (overall.mean, styles.score),
        *((count, styles.count) for _, count in overall.grades),
        (len(statistics.apart), styles.count),
        (len(scorecard.failures), styles.count),
    ]
    put(sheet, top, 0, ("总体情况", styles.heading))
    return put_table(sheet, top + 1, columns, [cells], styles)


def _elements(sheet: Any, top: int, overall: GroupTally, styles: Styles) -> int:
    put(sheet, top, 0, ("各要素结论分布（份）", styles.heading))
    columns = [
        Column("要素", FIRST_WIDTH),
        *(Column(name, WIDTH) for name in VERDICT_NAMES.values()),
        Column("缺失率", WIDTH),
    ]
    rows = ([*_counts(each, styles), (each.missing_rate, styles.rate)] for each in overall.elements)
    return put_table(sheet, top + 1, columns, rows, styles)


def _counts(tally: ElementTally, styles: Styles) -> list[Cell]:
    counts: list[Cell] = [
        (tally.verdicts.get(verdict, 0), styles.verdicts[verdict] if tally.verdicts.get(verdict) else styles.count)
        for verdict in VERDICT_NAMES
    ]
    return [(tally.name, styles.text), *counts]


def _chart(sheet: Any, book: Any, first: int, last: int, at: int) -> None:
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for number, (verdict, name) in enumerate(VERDICT_NAMES.items(), 1):
        chart.add_series(
            {
                "name": name,
                "categories": ["总览", first, 0, last, 0],
                "values": ["总览", first, number, last, number],
                "fill": {"color": CHART_COLOURS[verdict]},
                "border": {"none": True},
                "gap": 60,
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}})
    chart.set_legend({"position": "bottom"})
    chart.set_title({"name": "各要素结论占比", "name_font": {"size": 12}})
    chart.set_size({"width": 760, "height": 330})
    sheet.insert_chart(at, 0, chart, {"description": "各要素结论占比"})


def _blocks(sheet: Any, top: int, overall: GroupTally, styles: Styles) -> int:
    put(sheet, top, 0, ("五项法定内容（份）", styles.heading))
    columns = [
        Column("法定内容", FIRST_WIDTH),
        Column("有", WIDTH),
        Column("无", WIDTH),
        Column("未能判断", WIDTH),
        Column("不适用", WIDTH),
        Column("缺失率", WIDTH),
    ]
    rows: list[list[Cell]] = [
        [
            (each.name, styles.text),
            (each.present, styles.blocks["present"] if each.present else styles.count),
            (each.absent, styles.blocks["absent"] if each.absent else styles.count),
            (each.unread, styles.blocks["unread"] if each.unread else styles.count),
            (each.not_asked, styles.blocks["not_asked"] if each.not_asked else styles.count),
            (each.missing_rate, styles.rate),
        ]
        for each in overall.blocks
    ]
    return put_table(sheet, top + 1, columns, rows, styles)


def _apart(sheet: Any, top: int, scorecard: Scorecard, statistics: Statistics, styles: Styles) -> None:
    """A list down the first column: the second and later ones are narrow, and text runs on over empty cells."""
    put(sheet, top, 0, (f"{APART}（{len(statistics.apart)}份）", styles.heading))
    for row, each in enumerate(statistics.apart, top + 1):
        put(
            sheet, row, 0, (f"{scorecard.reports[each.report].path}：{why_apart(each, scorecard.reports)}", styles.note)
        )
