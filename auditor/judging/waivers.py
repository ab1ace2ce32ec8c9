"""Waivers of the profile: what is not held against a report, and which waivers are expired or idle."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.catalogue.checks import UNLISTED
from auditor.catalogue.model import Catalogue, Element
from auditor.catalogue.waiver import ActiveWaiver, Scope
from auditor.scorecard import ElementResult, Finding, Grounds, ReportCard
from auditor.structure import Report
from auditor.terms import LEVEL_NAMES, WAIVED, WAIVER_EXPIRED

NAME = "豁免"
WANTING = ("missing", "mentioned", "weak", "unread")
Results = tuple[ElementResult, ...]
Findings = tuple[Finding, ...]


def waive(elements: Results, findings: Findings, report: Report, catalogue: Catalogue) -> tuple[Results, Findings]:
    """Apply the waivers whose scope holds the report.

    A waived element that is wanting becomes “not applicable” and leaves the score; a waived finding is dropped. Every
    waiver in scope is told of in a finding of its own where it was applied or has expired; whether it is still needed
    is a matter of the whole run (`announcements`). Each is weighed against the results as they were before any waiver,
    so that two for one rule are both in use.
    """
    needed = {each.id for each in elements if each.verdict in WANTING} | {each.id for each in findings}
    in_scope = [active for active in catalogue.waivers if _holds(active.waiver.scope, report)]
    told = [_told(active, catalogue) for active in in_scope if active.has_expired or active.waiver.rule in needed]
    by_rule = {active.waiver.rule: active for active in reversed(in_scope) if not active.has_expired}
    elements = tuple(_waived(each, by_rule[each.id], catalogue) if each.id in by_rule else each for each in elements)
    return elements, (*(each for each in findings if each.id not in by_rule), *told)


def announcements(catalogue: Catalogue, cards: Iterable[ReportCard]) -> list[str]:
    """What to say at the end of a run of waivers that have expired or that no report needed."""
    messages = {finding.message for card in cards for finding in card.findings if finding.id == WAIVED}
    lines: list[str] = []
    for active in catalogue.waivers:
        if active.has_expired:
            lines.append(_told(active, catalogue).message)
        elif _told(active, catalogue).message not in messages:
            lines.append(f"{_what(active, catalogue)}没有用到；如已不需要，请删去。")
    return lines


def _holds(scope: Scope, report: Report) -> bool:
    identity = report.identity
    return (
        (not scope.units or any(_is_named(identity.unit, unit) for unit in scope.units))
        and (not scope.levels or identity.level in scope.levels)
        and (not scope.years or identity.year in scope.years)
    )


def _is_named(unit: str, pattern: str) -> bool:
    """Whether a unit has a name in which * stands for any characters, and every other character for itself."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), unit) is not None


def _waived(result: ElementResult, active: ActiveWaiver, catalogue: Catalogue) -> ElementResult:
    if result.verdict not in WANTING:
        return result
    grounds = Grounds(
        sought=result.grounds.sought,
        conditions=((_told(active, catalogue).message, True),),
        near_misses=result.grounds.near_misses,
        searched=result.grounds.searched,
    )
    return replace(
        result,
        verdict="not_applicable",
        score=catalogue.manifest.scoring.points["not_applicable"],
        gaps=(),
        grounds=grounds,
    )


def _told(active: ActiveWaiver, catalogue: Catalogue) -> Finding:
    what = _what(active, catalogue)
    if active.has_expired:
        return Finding(WAIVER_EXPIRED, "warning", f"{what}已经过期，不再适用；请办理续期或删去。", name=NAME)
    effect = "该项不作要求、不计分" if _element(active, catalogue) else "不再作此项提示"
    return Finding(WAIVED, "advice", f"{what}已适用，{effect}。", name=NAME)


def _what(active: ActiveWaiver, catalogue: Catalogue) -> str:
    waiver, element = active.waiver, _element(active, catalogue)
    name = element.short if element else _name_of_finding(waiver.rule, catalogue)
    terms = f"{waiver.author}批准，有效期至{waiver.until}，理由：{waiver.reason}，范围：{_scope(waiver.scope)}"
    return f"“{name}”的豁免（{terms}）"


def _element(active: ActiveWaiver, catalogue: Catalogue) -> Element | None:
    return next((each for each in catalogue.elements if each.id == active.waiver.rule), None)


def _name_of_finding(id_: str, catalogue: Catalogue) -> str:
    return next((check.name for check in catalogue.checks.checks if check.id == id_), UNLISTED.get(id_, id_))


def _scope(scope: Scope) -> str:
    parts: list[Sequence[str]] = [scope.units, [LEVEL_NAMES[level] for level in scope.levels]]
    parts.append([f"{year}年度" for year in scope.years])
    return "；".join("、".join(part) for part in parts if part)
