"""Personal data that a finding points at must not be repeated by the quotes of verdicts either."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from auditor.scorecard import BlockResult, Citation, ElementResult, Finding

Result = TypeVar("Result", ElementResult, BlockResult)
Spans = frozenset[tuple[int, int]]


def personal_spans(findings: Iterable[Finding]) -> Spans:
    """What the findings hide, as offset pairs in the document."""
    return frozenset(span for finding in findings for each in finding.citations for span in each.hidden)


def hide(results: Iterable[Result], spans: Spans) -> tuple[Result, ...]:
    """The results, those spans hidden in every passage they cite, near misses included."""
    return tuple(_hidden(each, spans) if spans else each for each in results)


def _hidden(result: Result, spans: Spans) -> Result:
    misses = tuple((_without(citation, spans), reason) for citation, reason in result.grounds.near_misses)
    citations = tuple(_without(citation, spans) for citation in result.citations)
    return replace(result, citations=citations, grounds=replace(result.grounds, near_misses=misses))


def _without(citation: Citation, spans: Spans) -> Citation:
    start, end = citation.start, citation.end
    inside = sorted((max(a, start), min(b, end)) for a, b in spans if a < end and b > start)
    return replace(citation, hidden=tuple(inside)) if inside else citation
