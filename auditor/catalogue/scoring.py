"""The scoring table: the points of each verdict, and the grades."""

from math import inf
from typing import Annotated, get_args

from pydantic import Field, field_validator

from auditor.catalogue.fields import Chinese, Number, Strict
from auditor.terms import RuleVerdict


class Grade(Strict):
    """A grade, the lowest score that earns it, and how many statutory contents may be lacking; None for any number."""

    name: Chinese
    at_least: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
    may_lack: Annotated[Number, Field(ge=0)] | None = None

    def is_earned_by(self, score: float, lacking: int) -> bool:
        """Whether a report with this score, and without so many statutory contents, can have it."""
        return score >= self.at_least and (self.may_lack is None or lacking <= self.may_lack)


class Scoring(Strict):
    """Points for each verdict, and the grades; exempt and not applicable elements leave the mean."""

    points: dict[RuleVerdict, Annotated[Number, Field(ge=0, le=100)]]
    grades: Annotated[list[Grade], Field(min_length=1)]

    @field_validator("points")
    @classmethod
    def _are_complete(cls, points: dict[RuleVerdict, int]) -> dict[RuleVerdict, int]:
        if lacking := [verdict for verdict in get_args(RuleVerdict) if verdict not in points]:
            raise ValueError(f"没有写这些结论的分数：{'、'.join(lacking)}")
        falling = [points["met"], points["weak"], points["mentioned"], points["missing"]]
        if falling != sorted(falling, reverse=True):
            raise ValueError("分数要依次不升：met（达标）、weak（笼统）、mentioned（仅提及）、missing（缺失）")
        return points

    @field_validator("grades")
    @classmethod
    def _can_all_be_given(cls, grades: list[Grade]) -> list[Grade]:
        bounds = [grade.at_least for grade in grades]
        if bounds != sorted(set(bounds), reverse=True):
            raise ValueError("等次要从高到低排列，at_least 一个比一个低")
        if bounds[-1] != 0:
            raise ValueError(f"最后一个等次的 at_least 应当是0，否则低于{bounds[-1]:g}分的没有等次")
        if len({grade.name for grade in grades}) < len(grades):
            raise ValueError("两个等次同名")
        return grades

    @field_validator("grades")
    @classmethod
    def _ask_no_more_of_a_lower_one(cls, grades: list[Grade]) -> list[Grade]:
        allowed = [inf if grade.may_lack is None else grade.may_lack for grade in grades]
        if allowed != sorted(allowed):
            raise ValueError("等次较低的，可缺的法定内容（may_lack）不能比等次较高的少")
        if allowed[-1] != inf:
            raise ValueError("最后一个等次不能写 may_lack，否则缺法定内容较多的没有等次")
        return grades
