"""One line for each report: score, grade, unit, path, what is missing, how many errors."""

from auditor.rendering.cleaning import one_line
from auditor.rendering.view import View
from auditor.rendering.wording import (
    NO_ANNUAL_REPORT,
    blocks_with,
    elements_with,
    errors_and_warnings,
    not_on,
    unit_of,
    unread_parts,
)
from auditor.scorecard import ReportCard, Scorecard


def render(scorecard: Scorecard, view: View) -> str:
    """The reports in the order given; the same at every width."""
    del view
    return "".join(f"{line(report, scorecard.submission.year)}\n" for report in scorecard.reports)


def line(report: ReportCard, year: int | None = None) -> str:
    """“ 64.0  一般  稷川县人民政府  a.txt  缺失：法律顾问；缺法定内容：不足的原因；1处错误、2条提醒”.

    With the year called for it says so where the report is not on it.
    """
    lacks = [] if report.is_annual_report else [f"{NO_ANNUAL_REPORT}，不排名"]
    if report.is_annual_report and not report.is_on(year):
        lacks.append(f"{not_on(report.year, year)}，不排名")
    if missing := elements_with("missing", report):
        lacks.append(f"缺失：{'、'.join(missing)}")
    if absent := blocks_with("absent", report):
        lacks.append(f"缺法定内容：{'、'.join(absent)}")
    if unread := elements_with("unread", report) + blocks_with("unread", report):
        lacks.append(f"未能判断：{'、'.join(unread)}")
    if parts := unread_parts(report):
        lacks.append(f"有内容未能读取：{'、'.join(parts)}")
    lacks = lacks or ["无缺失"]
    if found := errors_and_warnings(report):
        lacks.append(found)
    score, path = f"{report.score:5.1f}", one_line(report.path)
    return f"{score}  {one_line(report.grade)}  {unit_of(report)}  {path}  {'；'.join(lacks)}"
