"""Which reports are neither ranked nor counted: no annual report, one on another year, what a unit sent again."""

import re
from collections.abc import Iterator, Sequence

from auditor.annex import SetApart
from auditor.scorecard import ReportCard

_COMMON = re.compile("城乡|乡村|乡镇|市场|市政|城市|社区")
_PLACE = re.compile("(?<!^)[省市州县区旗盟镇乡]|街道")


def set_apart(reports: Sequence[ReportCard], year: int | None = None) -> Iterator[SetApart]:
    """The reports set apart, in the order given; with a year those that are not on it too.

    Of several of one unit and year the best counts. Units are told apart by name alone, so one whose name leaves out
    the place (“市教育局”) is taken for another each time.
    """
    counted: dict[tuple[str, int], int] = {}
    for number in sorted(range(len(reports)), key=lambda number: reports[number].standing):
        if reports[number].is_on(year) and (key := _key(reports[number])):
            counted.setdefault(key, number)
    for number, report in enumerate(reports):
        if not report.is_annual_report:
            yield SetApart(number)
        elif not report.is_on(year):
            yield SetApart(number, asked_year=year)
        elif (key := _key(report)) and counted[key] != number:
            yield SetApart(number, counted[key])


def _key(report: ReportCard) -> tuple[str, int] | None:
    """What a unit sends one report for; None where that cannot be said."""
    if not report.is_annual_report or report.year is None or not _PLACE.search(_COMMON.sub("", report.unit)):
        return None
    return report.unit, report.year
