"""The signature: the last lines that give the reporting body and the date."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.checking.numbers import chinese_value
from auditor.checking.slip import Slip, Span
from auditor.structure import Report

DATE = re.compile(r"(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日")
CHINESE_DATE = re.compile(
    r"二[〇零○]([〇零○一二三四五六七八九])([〇零○一二三四五六七八九])年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
DIGITS = {char: index for index, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
LAST_LINES = 30
LONGEST = 45
FIRST_YEAR = 2019
DEADLINE = (4, 1)


@dataclass(frozen=True, slots=True)
class Signature:
    """The date below a report, and the body on the line above it ("" when that is none).

    A month or a day that is written as no number (十十日) is 0.
    """

    year: int
    month: int
    day: int
    span: Span
    unit: str
    unit_span: Span


def find_signature(report: Report) -> Signature | None:
    """The last line that is a date, alone or after the name of a body, and stands after the text of the report."""
    text, paragraphs = report.plain.text, report.plain.paragraphs
    title = report.identity.evidence.get("title")
    for index in range(len(paragraphs) - 1, max(len(paragraphs) - LAST_LINES, 0), -1):
        start, end = paragraphs[index].start, paragraphs[index].end
        if end - start > LONGEST or (title and report.plain.source[start] <= title.end):
            continue
        line = text[start:end]
        date = _date(line)
        if date is None:
            continue
        year, month, day, at = date
        own = line[: at[0]].strip("（ ")
        above = paragraphs[index - 1]
        unit, span = own, (start, start + at[0])
        if not own and above.end - above.start <= LONGEST:
            unit, span = text[above.start : above.end].strip(), (above.start, above.end)
        return Signature(year, month, day, (start + at[0], start + at[1]), unit, span)
    return None


def _date(line: str) -> tuple[int, int, int, Span] | None:
    """The date of a line that holds nothing else but the name of a body before it."""
    digits = DATE.search(line)
    chinese = None if digits else CHINESE_DATE.search(line)
    found = digits or chinese
    if found is None or line[found.end() :].strip("） ") or re.search("[：:，。；0-9|]", line[: found.start()]):
        return None
    if digits:
        return int(digits[1]), int(digits[2]), int(digits[3]), digits.span()
    assert chinese is not None  # noqa: S101
    year = 2000 + 10 * DIGITS[chinese[1]] + DIGITS[chinese[2]]
    return year, chinese_value(chinese[3]) or 0, chinese_value(chinese[4]) or 0, chinese.span()


def check_date(report: Report, signature: Signature | None) -> Iterable[Slip]:
    """The date of the signature against the calendar and the year reported on."""
    if signature is None:
        return
    year, month, day = signature.year, signature.month, signature.day
    shown = report.plain.text[slice(*signature.span)]
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        yield Slip("date_impossible", f"落款日期“{shown}”不存在。请改正。", (signature.span,))
        return
    identity = report.identity
    if identity.year is None or identity.evidence["year"].source == "落款日期":
        return
    reported = identity.year
    if year < reported:
        message = f"落款日期“{shown}”早于报告年度（{reported}年）。请核对标题年度和落款日期。"
        yield Slip("date_before_year", message, (signature.span,))
    elif year == reported:
        yield Slip(
            "date_early",
            f"落款日期为“{shown}”，{reported}年尚未结束，全年数据可能不完整。请在年度终了后定稿，或注明数据截止日期。",
            (signature.span,),
        )
    elif reported >= FIRST_YEAR and (year > reported + 1 or (month, day) >= DEADLINE):
        yield Slip(
            "date_late",
            f"落款日期为“{shown}”，已过{reported + 1}年4月1日。",
            (signature.span,),
            advice="如落款有误请改正，今后请按期报送和公开。",
        )
