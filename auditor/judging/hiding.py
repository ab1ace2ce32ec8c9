"""Personal data that a report holds must not be repeated by what quotes it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from auditor.scorecard import BlockResult, Citation, ElementResult, Finding

Result = TypeVar("Result", ElementResult, BlockResult)
Spans = tuple[tuple[int, int], ...]


def within(spans: Spans, start: int, end: int) -> Spans:
    """What of some stretches lies in [start, end), in order."""
    return tuple(sorted((max(a, start), min(b, end)) for a, b in spans if a < end and b > start))


def hide(results: Iterable[Result], spans: Spans) -> tuple[Result, ...]:
    """The results, those stretches of the document hidden in every passage they cite, near misses included."""
    return tuple(_hidden(each, spans) if spans else each for each in results)


def hide_in_findings(findings: Iterable[Finding], spans: Spans) -> tuple[Finding, ...]:
    """The findings, those stretches of the document hidden in every passage they cite."""
    return tuple(replace(each, citations=_without(each.citations, spans)) if spans else each for each in findings)


def _hidden(result: Result, spans: Spans) -> Result:
    misses = result.grounds.near_misses
    passages = _without((each.citation for each in misses), spans)
    misses = tuple(replace(each, citation=citation) for each, citation in zip(misses, passages, strict=True))
    grounds = replace(result.grounds, near_misses=misses)
    return replace(result, citations=_without(result.citations, spans), grounds=grounds)


def _without(citations: Iterable[Citation], spans: Spans) -> tuple[Citation, ...]:
    return tuple(replace(each, hidden=within(spans, each.start, each.end)) for each in citations)
