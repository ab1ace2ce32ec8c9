"""Names that every paper uses alike: the unit in short, ranks, rates, units in a list."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from auditor.annex import SetApart, Standing
from auditor.rendering.cleaning import one_line
from auditor.rendering.wording import NO_ANNUAL_REPORT, not_on, unit_of
from auditor.scorecard import ReportCard
from auditor.submission import Arrival

UNFIT = re.compile(r"[^\w（）\-]+")
NAME_LENGTH = 40
NOT_RANKED = "不排名"
APART = "不排名、不计入统计的文件"
NUMBER = re.compile(r"（[^（）]*号）")


def name_of(report: ReportCard) -> str:
    """The unit; a report whose unit is unknown goes by its file."""
    return unit_of(report) if report.unit else one_line(PurePath(report.path).name)


def rank_of(standing: Standing | None) -> str:
    """“3” or “3（并列）”; “不排名” for a report set apart."""
    if standing is None:
        return NOT_RANKED
    return f"{standing.rank}{'（并列）' if standing.is_tied else ''}"


def rank_in_level_of(standing: Standing | None) -> str:
    """“2/14” or “2/14（并列）”; “—” for a report set apart."""
    if standing is None:
        return "—"
    return f"{standing.rank_in_level}/{standing.of_level}{'（并列）' if standing.is_tied_in_level else ''}"


def why_apart(each: SetApart, reports: Sequence[ReportCard]) -> str:
    """Why a report is neither ranked nor counted."""
    if each.asked_year is not None:
        return f"{not_on(reports[each.report].year, each.asked_year)}，请核对"
    if each.counted is None:
        return f"{NO_ANNUAL_REPORT}，请核对是否送错文件"
    return f"同一单位同一年度有多份文件，只计“{one_line(reports[each.counted].path)}”，请核对以哪份为准"


def short_basis(basis: str) -> str:
    """A legal basis for a narrow column: the number of the document is left out, its title and articles say enough."""
    return NUMBER.sub("", one_line(basis))


def percent(part: float | None) -> str:
    """“37.5%”; “—” where there is nothing to count."""
    return "—" if part is None else f"{100 * part:.1f}%".replace(".0%", "%")


def year_of(report: ReportCard | Arrival) -> str:
    """“2023”; "" when unknown."""
    return "" if report.year is None else str(report.year)


def file_name(number: int, report: ReportCard, suffix: str, kind: str = "") -> str:
    """A name for the paper of one report that every system takes: “003_稷川县人民政府_整改建议函.docx”."""
    name = UNFIT.sub("", name_of(report))[:NAME_LENGTH].strip(" .") or "报告"
    return f"{number:03d}_{name}{kind and f'_{kind}'}{suffix}"
