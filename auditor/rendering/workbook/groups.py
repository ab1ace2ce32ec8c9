"""The sheet of missing rates by level and by type of unit."""

from typing import Any

from auditor.annex import GroupTally, Statistics
from auditor.rendering.workbook.sheet import Cell, Column, put, put_table, set_up_page
from auditor.rendering.workbook.styles import Styles

HIGH = 0.3
NOTE = f"缺失率＝判为“缺失”的份数÷要求写该项且能够判断的份数；达到{HIGH:.0%}的用红色标出。“—”表示没有报告需要写该项。"


def write_groups(sheet: Any, statistics: Statistics, styles: Styles) -> None:
    """Two tables, one above the other, each with the whole run as its last row."""
    overall = statistics.overall
    sheet.set_row(0, 26)
    put(sheet, 0, 0, ("分类统计", styles.title))
    put(sheet, 1, 0, (NOTE, styles.note))
    for number, column in enumerate(_columns("", overall)):
        sheet.set_column(number, number, column.width)
    row = 3
    for title, groups in (("按层级", statistics.levels), ("按单位类型", statistics.types)):
        put(sheet, row, 0, (title, styles.heading))
        row = put_table(sheet, row + 1, _columns(title, overall), _rows(groups, overall, styles), styles) + 2
    sheet.freeze_panes(2, 1)
    set_up_page(sheet, landscape=True)


def _columns(title: str, overall: GroupTally) -> list[Column]:
    return [
        Column(title.removeprefix("按"), 16),
        Column("份数", 7),
        Column("平均得分", 9),
        *(Column(grade, 7) for grade, _ in overall.grades),
        *(Column(f"{each.name}缺失率", 14) for each in overall.elements),
        *(Column(f"法定内容“{each.name}”缺失率", 14) for each in overall.blocks),
    ]


def _rows(groups: tuple[GroupTally, ...], overall: GroupTally, styles: Styles) -> list[list[Cell]]:
    return [
        [
            (group.name, styles.text),
            (group.reports, styles.count),
            (group.mean, styles.score),
            *((count, styles.count) for _, count in group.grades),
            *(_rate(each.missing_rate, styles) for each in group.elements),
            *(_rate(each.missing_rate, styles) for each in group.blocks),
        ]
        for group in (*groups, overall)
    ]


def _rate(rate: float | None, styles: Styles) -> Cell:
    if rate is None:
        return "—", styles.center
    return rate, styles.high_rate if rate >= HIGH else styles.rate
