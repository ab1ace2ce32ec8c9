"""Verdicts -> the report's score and grade."""

from collections.abc import Sequence

from auditor.catalogue.scoring import Scoring
from auditor.scorecard import BlockResult, ElementResult, count_lacking
from auditor.terms import NOT_GRADED

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


def grade(score: float, elements: Sequence[ElementResult], blocks: Sequence[BlockResult], scoring: Scoring) -> str:
    """The name of the highest grade that a report earns by its score and its statutory contents.

    None is earned while an element could not be judged. A block that could not be judged is not held against a report.
    """
    if _is_partial(elements):
        return NOT_GRADED
    lacking = count_lacking(blocks)
    return next(grade.name for grade in scoring.grades if grade.is_earned_by(score, lacking))


def _is_partial(elements: Sequence[ElementResult]) -> bool:
    return any(e.verdict == "unread" for e in elements)
