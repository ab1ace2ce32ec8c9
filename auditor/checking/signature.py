"""The date of the signature."""

import calendar
from collections.abc import Iterable

from auditor.checking.slip import Slip
from auditor.structure import Report
from auditor.structure.signature import Signature

FIRST_YEAR = 2019
TOO_EARLY = 3
DEADLINE = (4, 1)


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
    if year == reported and month <= TOO_EARLY:
        message = (
            f"落款日期“{shown}”在报告年度（{reported}年）之初，报告年度或落款年份有一处写错。请核对标题年度和落款日期。"
        )
        yield Slip("date_before_year", message, (signature.span,))
    elif year < reported:
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
