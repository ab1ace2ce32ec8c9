"""Rows of tables pasted as text: what the cell of this year says of the matter that the row names."""

import re
import unicodedata
from typing import Literal

from auditor.structure import Report

Cell = Literal["value", "zero", "blank", "not_applicable"]

CELL = re.compile(r"[|\t]|\s+")
NUMERIC = re.compile(r"^[0-9][0-9.,]*%?$|^百分之.+$")
BLANK = re.compile(r"^[—\-–/／]{1,4}$|^空$|^$")
NONE = re.compile(r"^(?:0|零|无)(?:件|次|人|起|份)?(?:[，（].*)?$")
NOT_APPLICABLE = re.compile(r"不适用|不涉及|零报告")
LAST_YEAR = re.compile(r"上年|上期|去年|同期")
THIS_YEAR = re.compile(r"本年|本期|今年|数量|数值|完成情况|情况|次数")
YEAR = re.compile(r"^(20[0-3][0-9])年?(?:度)?$")


def cell_of_this_year(report: Report, sentence: int) -> Cell | None:
    """What a row gives for the year reported on, None when the sentence is no row or holds no such cell."""
    if not report.sentences[sentence].is_row:
        return None
    cells = _cells(report, sentence)
    values = [i for i, cell in enumerate(cells) if i > 0 and _is_value(cell)]
    if any(len(cell) >= 4 and i > 0 and not _is_value(cell) for i, cell in enumerate(cells)) and len(cells) <= 3:
        values = [i for i in values if not BLANK.match(cells[i])]
    if not values:
        return None
    from_right = _column_from_right(report, sentence, len(cells))
    index = len(cells) - from_right if from_right is not None else values[0]
    if not 0 < index < len(cells) or not _is_value(cells[index]):
        index = values[0]
    cell = cells[index]
    if NOT_APPLICABLE.search(cell):
        return "not_applicable"
    if BLANK.match(cell):
        return "blank"
    return "zero" if NONE.match(cell) else "value"


def _cells(report: Report, sentence: int) -> list[str]:
    """The cells as the document has them; the plain text has lost the spaces between them."""
    span = report.sentences[sentence]
    paragraph = report.plain.paragraphs[span.paragraph]
    source = report.document.paragraphs[paragraph.first]
    text = unicodedata.normalize("NFKC", report.document.text[source.start : source.end].strip())
    return [cell for cell in CELL.split(text) if cell]


def _is_value(cell: str) -> bool:
    return any(p.match(cell) for p in (NUMERIC, BLANK, NONE)) or NOT_APPLICABLE.search(cell) is not None


def _column_from_right(report: Report, sentence: int, width: int) -> int | None:
    """Where the header of the table puts this year, counted from the right; None when it does not say."""
    year = report.identity.reference_year
    for number in range(sentence - 1, -1, -1):
        if not report.sentences[number].is_row:
            return None
        header = _cells(report, number)
        years = [i for i, cell in enumerate(header) if YEAR.match(cell)]
        if years:
            named = [i for i in years if YEAR.match(header[i])[1] == str(year)]  # type: ignore[index]
            return len(header) - (named[0] if named else years[-1])
        if any(LAST_YEAR.search(cell) for cell in header):
            this = [i for i, cell in enumerate(header) if THIS_YEAR.search(cell) and not LAST_YEAR.search(cell)]
            if this:
                return len(header) - this[-1]
    return None
