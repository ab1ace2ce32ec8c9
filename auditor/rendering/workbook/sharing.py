"""The sheets of passages that units share, and of the reports by the part they share."""

from typing import Any

from auditor.annex import Sharing
from auditor.rendering.naming import name_of
from auditor.rendering.workbook.sheet import Cell, Column, write_table
from auditor.rendering.workbook.styles import Styles
from auditor.scorecard import Scorecard

LISTED = 12
PASSAGES_NOTE = (
    "不同单位的报告中文字相同的整句（30字以上，不计标点和单位名称）。"
    "标为“通用表述”的见于许多单位，一般不是抄录。是否抄录由人工判断。"
)
REPORTS_NOTE = "雷同比例＝与其他单位相同的字数÷全文字数，通用表述不计。"


def write_sharing(passages: Any, reports: Any, scorecard: Scorecard, sharing: Sharing, styles: Styles) -> None:
    """Fill both sheets."""
    names = [name_of(report) for report in scorecard.reports]
    columns = [
        Column("序号", 6),
        Column("相同的段落", 80),
        Column("字数", 7),
        Column("份数", 7),
        Column("性质", 10),
        Column("所在报告和位置", 60),
    ]
    rows: list[list[Cell]] = [
        [
            (number, styles.count),
            (each.text, styles.text),
            (each.length, styles.count),
            (len(each.places), styles.count),
            ("通用表述" if each.is_common else "疑似雷同", styles.center),
            (_places(names, [(place.report, place.paragraph) for place in each.places]), styles.text),
        ]
        for number, each in enumerate(sharing.passages, 1)
    ]
    write_table(passages, ("相同段落", PASSAGES_NOTE), columns, rows, styles)
    columns = [Column("单位", 30), Column("雷同比例", 12), Column("最相近的报告", 30), Column("与其相同的比例", 16)]
    columns.append(Column("文件", 40))
    rows = [
        [
            (names[each.report], styles.text),
            (each.share, styles.rate),
            (names[each.nearest], styles.text),
            (each.share_with_nearest, styles.rate),
            (scorecard.reports[each.report].path, styles.text),
        ]
        for each in sharing.copying
    ]
    note = REPORTS_NOTE if rows else f"没有发现不同单位之间整句相同的情况。{REPORTS_NOTE}"
    write_table(reports, ("雷同情况", note), columns, rows, styles)


def _places(names: list[str], places: list[tuple[int, int]]) -> str:
    shown = "；".join(f"{names[report]}第{paragraph}段" for report, paragraph in places[:LISTED])
    return shown if len(places) <= LISTED else f"{shown}；等{len(places)}份"
