"""The reports of a run in one line each: those that are ranked, and those that are set apart."""

from collections.abc import Iterator

from auditor.rendering import quiet
from auditor.rendering.wording import NO_ANNUAL_REPORT
from auditor.scorecard import Scorecard


def summary(scorecard: Scorecard) -> Iterator[tuple[str, list[str]]]:
    """Headings, each with its lines; nothing for a single report."""
    reports = scorecard.reports
    ranked = sorted((each for each in reports if each.is_annual_report), key=lambda report: report.standing)
    apart = [each for each in reports if not each.is_annual_report]
    if ranked and len(reports) > 1:
        yield f"汇总（{len(ranked)}份，按得分排列）", [quiet.line(each) for each in ranked]
    if apart and len(reports) > 1:
        yield f"不排名（{len(apart)}份，{NO_ANNUAL_REPORT}，请核对是否送错文件）", [quiet.line(each) for each in apart]
