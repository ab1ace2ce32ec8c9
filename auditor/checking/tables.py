"""Tables whose last row gives totals that the rows above do not add up to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.checking.slip import Slip, Span
from auditor.structure import Report

CELL_END = re.compile(r"[\t|]")
TOTAL = ("合计", "总计", "共计")
SUBTOTAL = re.compile("其中|小计|合计|总计|共计")
COUNT = re.compile(r"([0-9]{1,9})(?:件|个|人|次|份|起|项|名|场|条|家|户)?")
NO_SUM = re.compile("率|比|%|％|幅|平均|人均|序号|编号|年龄|排名|名次")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and where it stands in the plain text."""

    cells: list[str]
    span: Span


def check_tables(report: Report) -> Iterable[Slip]:
    """Every table with a row of totals at its end, above which each row is one of the things added up."""
    for table in _tables(report):
        last = next((index for index, row in enumerate(table) if _label(row).startswith(TOTAL)), None)
        if last is None or any(len(row.cells) != len(table[0].cells) for row in table[: last + 1]):
            continue
        if not any(SUBTOTAL.search(_label(row)) for row in table[:last]):
            for column in range(1, len(table[0].cells)):
                yield from _column(table[0], table[1:last], table[last], column)


def _tables(report: Report) -> Iterator[list[Row]]:
    """The rows of each table, as far as rows follow each other."""
    rows: list[Row] = []
    for paragraph in report.plain.paragraphs:
        if paragraph.is_row:
            printed = report.printed(paragraph.start, paragraph.end)
            rows.append(Row([cell.strip() for cell in CELL_END.split(printed)], (paragraph.start, paragraph.end)))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _label(row: Row) -> str:
    """What a row is of: its first cells that are no figures."""
    return "".join(cell for cell in row.cells[:2] if not COUNT.fullmatch(cell)).replace(" ", "")


def _column(head: Row, rows: Sequence[Row], total: Row, column: int) -> Iterable[Slip]:
    """One column of counts against its total."""
    name = head.cells[column]
    told, *counts = (COUNT.fullmatch(row.cells[column]) for row in (total, *rows))
    if COUNT.fullmatch(name) or NO_SUM.search(name) or told is None or None in counts or len(counts) < FEWEST:
        return
    values = [int(each[1]) for each in counts if each]
    difference = sum(values) - int(told[1])
    if difference:
        terms = "＋".join(map(str, values))
        way = "多" if difference > 0 else "少"
        yield Slip(
            "parts_exceed" if difference > 0 else "parts_short",
            f"表中“{name}”一列各行之和与合计不符：{terms}＝{sum(values)}，比合计“{told[0]}”{way}{abs(difference)}。"
            "请逐行核对；如各行有交叉或未列全，请注明。",
            (total.span,),
            is_doubtful=True,
        )
