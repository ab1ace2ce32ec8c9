"""Scorecard -> letters: one .docx for each report, with what only the sender knows left blank."""

import gc
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from auditor import MAKER
from auditor.rendering.formats import FolderNeededError
from auditor.rendering.letter.matters import Matter, matters
from auditor.rendering.letter.seal import seal
from auditor.rendering.letter.style import (
    BODY_FONT,
    CENTER,
    FIFTH,
    HEAD_FONT,
    LEFT,
    LINE,
    RED,
    RIGHT,
    SECOND,
    TITLE_FONT,
    name_fallbacks,
    rule,
    set_up_page,
    write,
)
from auditor.rendering.letter.wording import addressee, demands, general_view, kind_of, opening, title
from auditor.rendering.naming import file_name
from auditor.rendering.packing import packed
from auditor.rendering.view import View
from auditor.scorecard import ReportCard, Scorecard

COLUMNS = (("序号", 11), ("事项", 25), ("存在问题和报告原文", 52), ("依据", 32), ("整改要求", 36))
TABLE_LINE = Pt(16)
CREATED = datetime(2000, 1, 1)


def render(scorecard: Scorecard, view: View) -> bytes:
    """The letter on the only report of a run.

    Raises:
        FolderNeededError: When there are several or none.
    """
    del view
    if len(scorecard.reports) != 1:
        raise FolderNeededError("整改建议函每份报告一封，请用 --output 写明存放的文件夹。")
    return letter(scorecard.reports[0], scorecard)


def files(scorecard: Scorecard, view: View) -> Iterator[tuple[str, bytes]]:
    """A letter for each report, with its file name."""
    del view
    for name, report in zip(names(scorecard.reports), scorecard.reports, strict=True):
        yield name, letter(report, scorecard)
        gc.collect(1)  # the parts of a document refer to each other, and would stay until the end of a long run


def names(reports: Sequence[ReportCard]) -> list[str]:
    """The names of those letters."""
    return [file_name(number, report, ".docx", kind_of(report)) for number, report in enumerate(reports, 1)]


def letter(report: ReportCard, scorecard: Scorecard) -> bytes:
    """One letter."""
    document = docx.Document()
    set_up_page(document)
    name_fallbacks(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "".join(title(report)), "", ""
    properties.category = MAKER
    properties.created = properties.modified = CREATED
    _head(document, report)
    _body(document, report, scorecard)
    _foot(document)
    seal(document)
    out = BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _head(document: Any, report: ReportCard) -> None:
    write(
        document.add_paragraph(), "（发函单位名称）", font=TITLE_FONT, size=Pt(30), align=CENTER, line=Pt(44), color=RED
    )
    rule(document.paragraphs[-1])
    write(document.add_paragraph(), "　　　　函〔　　　　〕　　号", align=RIGHT)
    write(document.add_paragraph(), "")
    for line in title(report):
        write(document.add_paragraph(), line, font=TITLE_FONT, size=SECOND, align=CENTER, line=Pt(34))
    write(document.add_paragraph(), "")
    write(document.add_paragraph(), f"{addressee(report)}：", align=LEFT)


def _body(document: Any, report: ReportCard, scorecard: Scorecard) -> None:
    listed = list(matters(report))
    _text(document, opening(report, scorecard))
    _heading(document, "一、总体评价")
    _text(document, general_view(report))
    _heading(document, "二、需要整改的事项")
    if listed:
        _text(document, f"经审核，需要补充和修改的事项共{len(listed)}项，列表如下。")
        _table(document, listed)
    else:
        _text(document, "审核未发现需要补充和修改的事项。")
    _heading(document, "三、有关要求")
    for number, text in enumerate(demands(bool(listed))):
        mark = f"（{'一二三'[number]}）" if listed else ""
        _text(document, mark + text)


def _heading(document: Any, text: str) -> None:
    paragraph = write(document.add_paragraph(), text, font=HEAD_FONT, indent=2)
    paragraph.paragraph_format.keep_with_next = True


def _text(document: Any, text: str) -> None:
    write(document.add_paragraph(), text, indent=2)


def _table(document: Any, listed: list[Matter]) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, (name, _) in zip(table.rows[0].cells, COLUMNS, strict=True):
        _cell(cell, name, font=HEAD_FONT, align=CENTER)
    for name in ("w:cantSplit", "w:tblHeader"):  # other rows may run on over the page
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement(name))
    for number, matter in enumerate(listed, 1):
        cells = table.add_row().cells
        _cell(cells[0], str(number), align=CENTER)
        _cell(cells[1], matter.name)
        _cell(cells[2], matter.finding)
        for quote in matter.quotes:
            _cell(cells[2], f"原文：{quote}", is_more=True)
        if matter.silence and not matter.quotes:
            _cell(cells[2], f"原文：{matter.silence}", is_more=True)
        _cell(cells[3], matter.basis or "—", align=LEFT if matter.basis else CENTER)
        _cell(cells[4], matter.demand)
    for row in table.rows:
        for cell, (_, width) in zip(row.cells, COLUMNS, strict=True):
            cell.width = Mm(width)
    for column, (_, width) in zip(table.columns, COLUMNS, strict=True):
        column.width = Mm(width)


def _cell(cell: Any, text: str, *, font: str = BODY_FONT, align: Any = LEFT, is_more: bool = False) -> None:
    paragraph = cell.add_paragraph() if is_more else cell.paragraphs[0]
    write(paragraph, text, font=font, size=FIFTH, align=align, line=TABLE_LINE)


def _foot(document: Any) -> None:
    write(document.add_paragraph(), "联系人：　　　　　　联系电话：　　　　　　", indent=2, align=LEFT)
    for _ in range(2):
        write(document.add_paragraph(), "", line=LINE)
    write(document.add_paragraph(), "（发函单位印章）　　", align=RIGHT)
    write(document.add_paragraph(), "　　　　年　　月　　日　　", align=RIGHT)
