"""Rows of tables pasted as text: what the cell of this year says of the matter that the row names."""

import re
import unicodedata
from typing import Literal

from auditor.structure import Report

Cell = Literal["value", "zero", "blank", "not_applicable"]

CELL = re.compile(r"[|\t]|\s+")
MEASURE = "件|次|人|起|份|项|个|场|例|宗|名|家|条|处"
NUMERIC = re.compile(rf"^[0-9][0-9.,/]*(?:%|台|{MEASURE})?(?:[,，（(].*)?$|^百分之.+$")
BLANK = re.compile(r"^[—\-–/／…]{1,4}$|^空$|^$|^待(?:统计|核|定|填)|^(?:未|暂未)统计|^暂缺")
NONE = re.compile(rf"^(?:0|零|无)(?:{MEASURE})?(?:[，（(].*)?$")
NOT_APPLICABLE = re.compile(r"不适用|不涉及|零报告")
LAST_YEAR = re.compile(r"上年|上期|去年|同期")
THIS_YEAR = re.compile(r"本年|本期|今年|数量|数值|完成情况|情况|次数")
YEAR = re.compile(r"^(20[0-3][0-9])年?(?:度)?$")
LONGEST_ROW = 400
LONGEST_REMARK = 12


class Rows:
    """The table rows of one report; each is looked at once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._cells_of: dict[int, Cell | None] = {}
        self._columns: dict[int, int | None] = {}

    def cell_of_this_year(self, sentence: int) -> Cell | None:
        """What a row gives for the year reported on, None when the sentence is no row or holds no such cell."""
        if not self._report.sentences[sentence].is_row:
            return None
        if sentence not in self._cells_of:
            self._cells_of[sentence] = self._look_up(sentence)
        return self._cells_of[sentence]

    def _look_up(self, sentence: int) -> Cell | None:
        cells = self._cells(sentence)
        values = [i for i, cell in enumerate(cells) if i > 0 and _is_value(cell)]
        if len(cells) <= 3 and any(len(cell) >= 4 and not _is_value(cell) for cell in cells[1:]):
            values = [i for i in values if not BLANK.match(cells[i])]
        if not values:
            return None
        column = self._column(sentence)
        index = len(cells) - column if column is not None else values[0]
        if not 0 < index < len(cells) or not _is_value(cells[index]):
            index = values[0]
        return _meaning(cells[index])

    def _cells(self, sentence: int) -> list[str]:
        """The cells as the document has them, with the spaces between them; slashes may set them off too."""
        paragraph = self._report.plain.paragraphs[self._report.sentences[sentence].paragraph]
        source = self._report.document.paragraphs[paragraph.first]
        text = self._report.document.text[source.start : min(source.end, source.start + LONGEST_ROW)]
        cells = [cell for cell in CELL.split(unicodedata.normalize("NFKC", text)) if cell]
        slashes = cells[1::2]
        return cells[::2] if len(slashes) > 1 and set(slashes) == {"/"} else cells

    def _is_of_table(self, sentence: int) -> bool:
        """Whether a sentence is a row, or the rest of a remark that was wrapped in its cell."""
        span = self._report.sentences[sentence]
        wrapped = span.end - span.start <= LONGEST_REMARK and sentence > 0
        return span.is_row or (wrapped and self._report.sentences[sentence - 1].is_row)

    def _column(self, sentence: int) -> int | None:
        """Where the header of the table puts this year, counted from the right; None when it does not say."""
        first = sentence
        while first not in self._columns and first > 0 and self._is_of_table(first - 1):
            first -= 1
        column = self._columns.setdefault(first, None)
        for row in range(first, sentence):
            if row + 1 not in self._columns:
                column = _column_named_by(self._cells(row), self._report.identity.reference_year) or column
                self._columns[row + 1] = column
            column = self._columns[row + 1]
        return column


def _meaning(cell: str) -> Cell:
    if NOT_APPLICABLE.search(cell):
        return "not_applicable"
    if BLANK.match(cell):
        return "blank"
    return "zero" if NONE.match(cell) else "value"


def _is_value(cell: str) -> bool:
    return any(p.match(cell) for p in (NUMERIC, BLANK, NONE)) or NOT_APPLICABLE.search(cell) is not None


def _column_named_by(header: list[str], year: int | None) -> int | None:
    """The column of this year that a header row names, counted from the right."""
    years = {i: found[1] for i, cell in enumerate(header) if (found := YEAR.match(cell))}
    if years:
        named = [i for i, each in years.items() if each == str(year)]
        return len(header) - (named[0] if named else max(years))
    if any(LAST_YEAR.search(cell) for cell in header):
        this = [i for i, cell in enumerate(header) if THIS_YEAR.search(cell) and not LAST_YEAR.search(cell)]
        return len(header) - this[-1] if this else None
    return None
