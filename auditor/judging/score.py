"""Verdicts -> the report's score and grade."""

from collections.abc import Iterable

from auditor.catalogue.model import Scoring
from auditor.scorecard import ElementResult

OUTSIDE_THE_MEAN = ("exempt", "not_applicable")


def weighted_mean(elements: Iterable[ElementResult]) -> float:
    """The mean of the elements' scores by weight, 0 to 100, to one decimal.

    Elements that are exempt or do not apply are left out; 100 when none is left.
    """
    counted = [e for e in elements if e.verdict not in OUTSIDE_THE_MEAN]
    total = sum(e.weight for e in counted)
    return round(sum(e.score * e.weight for e in counted) / total, 1) if total else 100.0


def grade(score: float, scoring: Scoring) -> str:
    """The name of the highest grade that a score earns."""
    earned = [g for g in scoring.grades if score >= g.at_least]
    return max(earned, key=lambda g: g.at_least).name if earned else ""
