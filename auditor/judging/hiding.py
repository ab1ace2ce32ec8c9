"""Personal data that a report holds must not be repeated by what quotes it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from auditor.checking.personal import Personal
from auditor.scorecard import BlockResult, Citation, ElementResult, Finding, masked
from auditor.structure import Report, Section

Result = TypeVar("Result", ElementResult, BlockResult)
Spans = tuple[tuple[int, int], ...]


def within(spans: Sequence[tuple[int, int]], start: int, end: int) -> Spans:
    """What of some stretches, in order and apart from each other, lies in [start, end)."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    after = bisect_left(spans, end, key=lambda span: span[0])
    return tuple((max(a, start), min(b, end)) for a, b in spans[first:after])


def hidden_in(report: Report, personal: Iterable[Personal]) -> Spans:
    """What of some personal data must not be repeated, [start, end) of the document, in order and apart."""
    return tuple(report.plain.to_document(*span) for span in _apart(personal))


def _apart(personal: Iterable[Personal]) -> Spans:
    """What of some personal data must not be repeated, [start, end) of the plain text, in order and apart."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(each.hidden for each in personal):
        if spans and start <= spans[-1][1]:
            before = spans.pop()
            start, end = before[0], max(before[1], end)
        spans.append((start, end))
    return tuple(spans)


def hide_in_headings(report: Report, personal: Sequence[Personal]) -> Report:
    """The report, its headings without its personal data: they are told of every passage that stands under them."""
    if not personal:
        return report
    spans = _apart(personal)
    sections = tuple(_with_masked_heading(each, report.plain.text, spans) for each in report.sections)
    return replace(report, sections=sections)


def _with_masked_heading(section: Section, text: str, spans: Spans) -> Section:
    start = text.find(section.heading, section.start)
    hidden = within(spans, start, start + len(section.heading))
    return replace(section, heading=masked(section.heading, hidden, start)) if hidden else section


def hide(results: Iterable[Result], spans: Spans) -> tuple[Result, ...]:
    """The results, those stretches of the document hidden in every passage they cite, near misses included."""
    return tuple(_hidden(each, spans) if spans else each for each in results)


def hide_in_findings(findings: Iterable[Finding], spans: Spans) -> tuple[Finding, ...]:
    """The findings, those stretches of the document hidden in every passage they cite and in what they say of it."""
    return tuple(_hidden_in(each, spans) if spans else each for each in findings)


def _hidden_in(finding: Finding, spans: Spans) -> Finding:
    citations, message = _without(finding.citations, spans), finding.message
    for each in citations:
        for start, end in each.hidden:
            kept = each.text[: start - each.start][-1:]
            hidden = each.text[start - each.start : end - each.start]
            message = message.replace(kept + hidden, kept + "*" * len(hidden))
    return replace(finding, message=message, citations=citations)


def _hidden(result: Result, spans: Spans) -> Result:
    misses = result.grounds.near_misses
    passages = _without((each.citation for each in misses), spans)
    misses = tuple(replace(each, citation=citation) for each, citation in zip(misses, passages, strict=True))
    grounds = replace(result.grounds, near_misses=misses)
    return replace(result, citations=_without(result.citations, spans), grounds=grounds)


def _without(citations: Iterable[Citation], spans: Spans) -> tuple[Citation, ...]:
    return tuple(replace(each, hidden=within(spans, each.start, each.end)) for each in citations)
