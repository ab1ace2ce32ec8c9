"""Scorecard and annex -> .xlsx, sheet by sheet."""

from datetime import datetime
from io import BytesIO

import xlsxwriter

from auditor.annex import Annex
from auditor.rendering.submission import SUBMISSION
from auditor.rendering.view import View
from auditor.rendering.workbook.groups import write_groups
from auditor.rendering.workbook.lists import write_failures, write_findings, write_gaps
from auditor.rendering.workbook.matrix import write_matrix
from auditor.rendering.workbook.overview import write_overview
from auditor.rendering.workbook.sharing import write_sharing
from auditor.rendering.workbook.styles import Styles
from auditor.rendering.workbook.submission import write_submission
from auditor.scorecard import Scorecard

# Document text is never a formula, a link or a number.
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# One date for all, so that the same scorecard gives the same bytes.
CREATED = datetime(2000, 1, 1)


def render(scorecard: Scorecard, view: View, annex: Annex) -> bytes:
    """The workbook; the same at every width and detail."""
    del view
    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": "法治政府建设年度报告审核结果", "created": CREATED})
        styles = Styles(book)
        write_overview(book.add_worksheet("总览"), book, scorecard, annex.statistics, styles)
        if scorecard.submission.units is not None:
            write_submission(book.add_worksheet(SUBMISSION), scorecard.submission, styles)
        write_matrix(book.add_worksheet("评分矩阵"), scorecard, annex.statistics, styles)
        write_gaps(book.add_worksheet("应补内容"), scorecard, styles)
        write_findings(book.add_worksheet("其他提示"), scorecard, styles)
        write_groups(book.add_worksheet("分类统计"), annex.statistics, styles)
        write_sharing(book.add_worksheet("相同段落"), book.add_worksheet("雷同情况"), scorecard, annex.sharing, styles)
        write_failures(book.add_worksheet("未能审核"), scorecard, styles)
    return out.getvalue()
