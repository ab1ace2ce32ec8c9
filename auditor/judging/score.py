"""Verdicts -> the report's score and grade."""

from collections.abc import Sequence

from auditor.catalogue.scoring import Scoring
from auditor.scorecard import NOT_GRADED, ElementResult

OUTSIDE_THE_MEAN = ("exempt", "not_applicable", "unread")


def weighted_mean(elements: Sequence[ElementResult]) -> float:
    """The mean of the elements' scores by weight, 0 to 100, to one decimal.

    Elements that are exempt, do not apply or could not be judged are left out. When none is left it is 100, but 0 when
    one of them could not be judged.
    """
    counted = [e for e in elements if e.verdict not in OUTSIDE_THE_MEAN]
    total = sum(e.weight for e in counted)
    if not total:
        return 0.0 if _is_partial(elements) else 100.0
    return round(sum(e.score * e.weight for e in counted) / total, 1)


def grade(score: float, elements: Sequence[ElementResult], scoring: Scoring) -> str:
    """The name of the highest grade that a score earns; none is earned while an element could not be judged."""
    if _is_partial(elements):
        return NOT_GRADED
    earned = [g for g in scoring.grades if score >= g.at_least]
    return max(earned, key=lambda g: g.at_least).name if earned else ""


def _is_partial(elements: Sequence[ElementResult]) -> bool:
    return any(e.verdict == "unread" for e in elements)
