"""The reports of a run in one line each: those that are ranked, and those that are set apart; who has handed in."""

from collections.abc import Iterator

from auditor.rendering import quiet
from auditor.rendering.submission import sections
from auditor.rendering.wording import NO_ANNUAL_REPORT
from auditor.scorecard import Scorecard


def summary(scorecard: Scorecard) -> Iterator[tuple[str, list[str]]]:
    """Headings, each with its lines; nothing for a single report."""
    reports, year = scorecard.reports, scorecard.submission.year
    annual = sorted((each for each in reports if each.is_annual_report), key=lambda report: report.standing)
    ranked = [each for each in annual if each.is_on(year)]
    other_year = [each for each in annual if not each.is_on(year)]
    apart = [each for each in reports if not each.is_annual_report]
    if ranked and len(reports) > 1:
        yield f"汇总（{len(ranked)}份，按得分排列）", [quiet.line(each) for each in ranked]
    if apart and len(reports) > 1:
        yield f"不排名（{len(apart)}份，{NO_ANNUAL_REPORT}，请核对是否送错文件）", [quiet.line(each) for each in apart]
    if other_year:
        heading = f"不排名（{len(other_year)}份，不是{year}年度的，或者年度未识别）"
        yield heading, [quiet.line(each, year) for each in other_year]
    yield from sections(scorecard.submission)
