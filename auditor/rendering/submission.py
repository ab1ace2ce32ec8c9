"""Who has handed in, in words: for the terminal, and for whoever runs a format that does not show it."""

from collections.abc import Iterator

from auditor.rendering.cleaning import one_line
from auditor.rendering.wording import NO_ANNUAL_REPORT, not_on, on_year, unit_of
from auditor.submission import Arrival, Awaited, Submission, Unlisted

SUBMISSION = "报送情况"


def sections(submission: Submission) -> Iterator[tuple[str, list[str]]]:
    """The roster called: headings, each with its lines; nothing without a roster."""
    if submission.units is None:
        return
    yield SUBMISSION, [f"{counts(submission)}。", *([remark] if (remark := remark_on_failures(submission)) else [])]
    if missing := submission.missing:
        yield f"未报送（{len(missing)}个单位，按名单的顺序）", [_missing_line(each) for each in missing]
    if submission.unlisted:
        yield (
            f"名单外（{len(submission.unlisted)}份）",
            [_unlisted_line(each, submission.year) for each in submission.unlisted],
        )


def of_other_year(submission: Submission) -> Iterator[tuple[str, list[str]]]:
    """The reports that are not on the year called for, likewise."""
    if submission.other_year:
        lines = [f"{_line(each)}  {on_year(each.year)}" for each in submission.other_year]
        yield f"不是{submission.year}年度的报告（{len(lines)}份，不排名）", lines


def counts(submission: Submission) -> str:
    """“名单共12个单位，已报送9个，未报送3个；名单外2份”."""
    handed_in, missing = len(submission.handed_in), len(submission.missing)
    told = f"名单共{handed_in + missing}个单位，已报送{handed_in}个，未报送{missing}个"
    return f"{told}；名单外{len(submission.unlisted)}份" if submission.unlisted else told


def remark_on_failures(submission: Submission) -> str:
    """That files which could not be audited may be of units that seem not to have handed in; "" without such files."""
    if not submission.failures or not submission.missing:
        return ""
    return f"另有{submission.failures}个文件未能审核，不算报送，其中可能有未报送单位的报告，请核对。"


def why_missing(unit: Awaited) -> str:
    """“报来的是2023年度的” for a unit whose reports do not count; "" when it sent none."""
    years = dict.fromkeys(each.year for each in unit.arrivals if each.status == "other_year")
    known = "、".join(on_year(year) for year in years if year is not None)
    told = [f"报来的是{known}的"] if known else []
    if None in years:
        told.append("报来的报告年度未识别")
    if any(each.status == "no_annual_report" for each in unit.arrivals):
        told.append(f"报来的文件{NO_ANNUAL_REPORT}")
    return "，".join(told)


def _missing_line(unit: Awaited) -> str:
    """“稷川县司法局（报来的是2023年度的）  a.docx”."""
    why = why_missing(unit)
    return f"{one_line(unit.unit)}（{why}）  {paths(unit)}" if why else one_line(unit.unit)


def paths(unit: Awaited) -> str:
    """The files of a unit, those that count first, each with the unit's name where the report gives it otherwise."""
    arrivals = sorted(unit.arrivals, key=lambda each: each.status != "counted")
    return "；".join(
        one_line(each.path) if each.unit == unit.unit else f"{one_line(each.path)}（写为“{one_line(each.unit)}”）"
        for each in arrivals
    )


def remark_on(unlisted: Unlisted, year: int | None) -> str:
    """“2023年度，不是2024年度的；可能是“稷川县司法局””; "" when there is nothing to say of it."""
    arrival, told = unlisted.arrival, []
    if arrival.status == "other_year":
        told.append(not_on(arrival.year, year))
    if arrival.status == "no_annual_report":
        told.append(NO_ANNUAL_REPORT)
    if unlisted.may_be:
        told.append(f"可能是{'或者'.join(f'“{one_line(each)}”' for each in unlisted.may_be)}")
    return "；".join(told)


def _unlisted_line(unlisted: Unlisted, year: int | None) -> str:
    remark = remark_on(unlisted, year)
    return f"{_line(unlisted.arrival)}  {remark}" if remark else _line(unlisted.arrival)


def _line(arrival: Arrival) -> str:
    return f"{one_line(arrival.path)}  {unit_of(arrival)}"
