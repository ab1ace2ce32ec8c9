"""A rule or finding waived for some reports until a date: by whom, why, for which."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, model_validator

from auditor.catalogue.fields import Chinese, Id, Strict, Year
from auditor.terms import Level


def _date(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"“{value}”不是日期，请写成 2026-12-31 的样子") from None
    return value


Date = Annotated[str, AfterValidator(_date)]


class Scope(Strict):
    """The reports that a waiver is for: each line narrows it, and at least one is needed.

    `units` are names of reporting bodies as the scorecard gives them; * stands for any characters.
    """

    units: list[Chinese] = []
    levels: list[Level] = []
    years: list[Year] = []

    @model_validator(mode="after")
    def _is_narrowed(self) -> "Scope":
        if not (self.units or self.levels or self.years):
            raise ValueError("豁免范围不能为空，请写明 units（单位）、levels（层级）或 years（报告年度）")
        return self


class Waiver(Strict):
    """A rule or a finding that is not held against some reports until a date, by whose decision and why."""

    rule: Id
    reason: Chinese
    author: Chinese
    until: Date
    scope: Scope


class ActiveWaiver(Strict):
    """A waiver of the chosen profile, with whether its time is over on the day of the audit."""

    waiver: Waiver
    has_expired: bool
