"""One line for each report: score, grade, path, what is missing."""

from auditor.rendering.cleaning import one_line
from auditor.rendering.view import View
from auditor.rendering.wording import absent_blocks, missing_elements
from auditor.scorecard import ReportCard, Scorecard


def render(scorecard: Scorecard, view: View) -> str:
    """The reports in the order given; the same at every width."""
    del view
    return "".join(f"{line(report)}\n" for report in scorecard.reports)


def line(report: ReportCard) -> str:
    """“ 64.0  一般  a.txt  缺失：法律顾问；没有：不足的原因”."""
    lacks = []
    if missing := missing_elements(report):
        lacks.append(f"缺失：{'、'.join(missing)}")
    if absent := absent_blocks(report):
        lacks.append(f"缺法定内容：{'、'.join(absent)}")
    score, path = f"{report.score:5.1f}", one_line(report.path)
    return f"{score}  {one_line(report.grade)}  {path}  {'；'.join(lacks) or '无缺失'}"
