"""Shortcomings without a cause, and a plan that takes none of them up."""

from collections.abc import Iterable, Mapping, Sequence

from auditor.catalogue.checks import CheckWords, Topic
from auditor.catalogue.fields import SectionRole
from auditor.checking.slip import Slip, heading_span
from auditor.structure import Report
from auditor.terms import BlockState

SHORTEST = 40
FEWEST_TOPICS = 2


def check_causes(report: Report, told: Mapping[SectionRole, BlockState], words: CheckWords) -> Iterable[Slip]:
    """A section on shortcomings in a report that gives no cause for any of them, in however loose words.

    Args:
        report: The report.
        told: What was judged of the statutory block that sections of a role make up.
        words: The words of the checks.
    """
    if (told.get("problem"), told.get("causes")) != ("present", "absent"):
        return
    said = _text(report, "problem") + _text(report, "causes")
    if any(word in said for word in words.causes):
        return
    section = next((each for each in report.sections if each.role == "problem" and each.own_role), None)
    if section is not None and section.heading:
        yield Slip(
            "cause_missing",
            f"“{section.heading.rstrip('：；。')}”部分只列问题，没有写原因。",
            (heading_span(section),),
            advice="请在各项问题后补写“主要原因是……”。",
        )


def check_answers(report: Report, words: CheckWords) -> Iterable[Slip]:
    """A plan that shares no field of work with the shortcomings; only where both surely name some."""
    problem, plan = _text(report, "problem"), _text(report, "plan")
    if min(len(problem), len(plan)) < SHORTEST or any(word in plan for word in words.everything):
        return
    named, planned = _topics(problem, words.topics), _topics(plan, words.topics)
    if len(named) < FEWEST_TOPICS or not planned or set(named) & set(planned):
        return
    spans = [
        heading_span(section)
        for section in report.sections
        if section.role in ("problem", "plan") and section.own_role and section.heading and section.level == 1
    ]
    yield Slip(
        "plan_answers_none",
        f"存在的不足涉及{'、'.join(named)}，下一步安排只写{'、'.join(planned)}，没有一项回应前面的不足。"
        "请针对每项不足补写改进措施。",
        tuple(spans[:2]),
    )


def _text(report: Report, role: str) -> str:
    parts = [report.plain.text[each.start : each.end] for each in report.sections if each.role == role]
    return "".join(parts)


def _topics(text: str, topics: Sequence[Topic]) -> list[str]:
    return [topic.name for topic in topics if any(word in text for word in topic.words)]
