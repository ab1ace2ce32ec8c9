"""Rows of tables pasted as text: what the cell of this year says of the matter that the row names."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from auditor.structure import Report
from auditor.text import REPORT_YEAR

Cell = Literal["value", "zero", "blank", "not_applicable"]

BLANK_BETWEEN_FIGURES = re.compile(r"(?<=[0-9%])\s+(?=[0-9])")
MEASURE = "件|次|人|起|份|项|个|场|例|宗|名|家|条|处"
NUMERIC = re.compile(rf"^[0-9][0-9.,/]*(?:%|台|{MEASURE})?(?:[,，（(].*)?$|^百分之.+$")
BLANK = re.compile(
    rf"^[—\-–/／…×xX_○□?*]{{1,4}}(?:%|台|{MEASURE})?$|^空$|^$|^(?:未|暂未)统计|^暂缺|"
    r"^[(（]?(?:[^,，)）]{0,6}[,，])?待(?:统计|核|定|填|补|导出|汇总|更新)"
)
NONE = re.compile(rf"^(?:0|零|无)(?:{MEASURE})?(?:[，（(].*)?$")
NOT_APPLICABLE = re.compile(r"不适用|不涉及|零报告")
LAST_YEAR = re.compile(r"上年|上期|去年|同期")
THIS_YEAR = re.compile(r"本年|本期|今年|数量|数值|完成情况|情况|次数")
TARGET = re.compile(r"(?:年度)?(?:目标|任务|计划|标准|要求|完成标准|工作要求|目标要求)(?:值|数|量)?")
DONE = re.compile(r"(?:实际)?完成(?:值|数|量|情况)?|实绩|实际|结果|落实情况")
REMARKS = re.compile(r"备注|说明")
YEAR = re.compile(f"({REPORT_YEAR})年?(?:度)?")
OF_OTHERS = re.compile(r"全(?:国|省|市|州|县|区)|系统|平均|同类")
LONGEST_COLUMN_NAME = 10
LONGEST_ROW = 400
LONGEST_REMARK = 12


@dataclass(frozen=True, slots=True)
class _Header:
    """What a header row tells: how many cells, which from the right is this year's, whether the last is for remarks."""

    cells: int
    column: int
    remarks: bool

    def index(self, row: list[str]) -> int:
        """The cell of this year; where an empty cell leaves no trace (PDF, blanks), a missing one is the remark."""
        without_remark = self.remarks and len(row) == self.cells - 1 and NUMERIC.match(row[-1]) is not None
        return len(row) - self.column + without_remark


class Rows:
    """The table rows of one report; each is looked at once."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._cells_of: dict[int, Cell | None] = {}
        self._headers: dict[int, _Header | None] = {}

    def cell_of_this_year(self, sentence: int) -> Cell | None:
        """What a row gives for the year reported on, None when the sentence is no row or holds no such cell."""
        if not self._report.sentences[sentence].is_row:
            return None
        if sentence not in self._cells_of:
            self._cells_of[sentence] = self._look_up(sentence)
        return self._cells_of[sentence]

    def _look_up(self, sentence: int) -> Cell | None:
        cells = self._cells(sentence)
        values = [i for i, cell in enumerate(cells) if i > 0 and cell and _is_value(cell)]
        if sum(map(bool, cells)) <= 3 and any(len(cell) >= 4 and not _is_value(cell) for cell in cells[1:]):
            values = [i for i in values if not BLANK.match(cells[i])]
        if not values:
            return None
        header = self._header(sentence)
        index = header.index(cells) if header else -1
        if not 0 < index < len(cells) or not _is_value(cells[index]):
            index = values[0]
        return _meaning(cells[index])

    def _cells(self, sentence: int) -> list[str]:
        """The cells as the document has them, empty ones too where a sign parts them; slashes may part them as well."""
        paragraph = self._report.plain.paragraphs[self._report.sentences[sentence].paragraph]
        source = self._report.document.paragraphs[paragraph.first]
        text = self._report.document.text[source.start : min(source.end, source.start + LONGEST_ROW)]
        row = unicodedata.normalize("NFKC", text)
        sign = next((each for each in "|\t" if each in row), None)
        if sign:
            parted = row.strip().removeprefix("|").removesuffix("|") if row.startswith("|") else row
            pieces = (piece for cell in parted.split(sign) for piece in BLANK_BETWEEN_FIGURES.split(cell))
            return ["".join(piece.split()) for piece in pieces]
        cells = row.split()
        slashes = cells[1::2]
        return cells[::2] if len(slashes) > 1 and set(slashes) == {"/"} else cells

    def _is_of_table(self, sentence: int) -> bool:
        """Whether a sentence is a row, or the rest of a remark that was wrapped in its cell."""
        span = self._report.sentences[sentence]
        wrapped = span.end - span.start <= LONGEST_REMARK and sentence > 0
        return span.is_row or (wrapped and self._report.sentences[sentence - 1].is_row)

    def _header(self, sentence: int) -> _Header | None:
        """What the header of the table tells; None when it does not say where this year stands."""
        first = sentence
        while first not in self._headers and first > 0 and self._is_of_table(first - 1):
            first -= 1
        header = self._headers.setdefault(first, None)
        for row in range(first, sentence):
            if row + 1 not in self._headers:
                header = _told_by(self._cells(row), self._report.identity.reference_year) or header
                self._headers[row + 1] = header
            header = self._headers[row + 1]
        return header


def _meaning(cell: str) -> Cell:
    if NOT_APPLICABLE.search(cell):
        return "not_applicable"
    if BLANK.match(cell):
        return "blank"
    return "zero" if NONE.match(cell) else "value"


def _is_value(cell: str) -> bool:
    return any(p.match(cell) for p in (NUMERIC, BLANK, NONE)) or NOT_APPLICABLE.search(cell) is not None


def _told_by(row: list[str], year: int | None) -> _Header | None:
    """The header that a row is; None when it names no column of this year."""
    years = {i: found[1] for i, cell in enumerate(row) if (found := _year_of_column(cell))}
    has_figures = any(NUMERIC.match(cell) for i, cell in enumerate(row) if i not in years)
    if years and not has_figures:
        column: int | None = next((i for i, each in years.items() if each == str(year)), max(years))
    elif any(LAST_YEAR.search(cell) for cell in row):
        column = _last(i for i, cell in enumerate(row) if THIS_YEAR.search(cell) and not LAST_YEAR.search(cell))
    elif not has_figures and any(TARGET.fullmatch(cell) for cell in row):
        column = _last(i for i, cell in enumerate(row) if DONE.fullmatch(cell))
    else:
        column = None
    if column is None:
        return None
    return _Header(len(row), len(row) - column, REMARKS.search(row[-1]) is not None)


def _last(columns: Iterable[int]) -> int | None:
    return max(columns, default=None)


def _year_of_column(name: str) -> re.Match[str] | None:
    """The year that the name of a column gives (2022年, 本局2022年), unless its figures are those of others."""
    return None if len(name) > LONGEST_COLUMN_NAME or OF_OTHERS.search(name) else YEAR.search(name)
