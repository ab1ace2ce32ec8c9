"""One report as its page shows it: cards of elements, blocks and remarks beside the marked text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.annex import Source
from auditor.rendering.webpage.marking import MarkedParagraph, Place, mark
from auditor.rendering.wording import marked, near_misses, place_in_full, role_of
from auditor.scorecard import Citation, ElementResult, Finding, ReportCard


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: the id of its place in the text, its role, its place in words, its pieces, why it was not taken."""

    anchor: str
    role: str
    place: str
    pieces: list[tuple[str, bool]]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An element, block or finding with its passages; `group` is its id on the page (“e0”)."""

    group: str
    quotes: list[Quote]
    near: list[Quote]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What the page of one report shows.

    Attributes:
        card: The report card.
        elements: The elements with their passages, in order.
        blocks: The statutory blocks, likewise.
        findings: The findings, likewise.
        paragraphs: The marked text; empty when it is not to be had.
    """

    card: ReportCard
    elements: list[tuple[ElementResult, Item]]
    blocks: list[Item]
    findings: list[Item]
    paragraphs: list[MarkedParagraph]


def report_of(card: ReportCard, source: Source | None) -> ReportView:
    """Make ready what the page shows of a report."""
    places = list(_places(card))
    return ReportView(
        card,
        [(element, _element(f"e{number}", element)) for number, element in enumerate(card.elements)],
        [Item(f"b{number}", _quotes(f"b{number}", block.citations), []) for number, block in enumerate(card.blocks)],
        [_finding(f"f{number}", finding) for number, finding in enumerate(card.findings)],
        list(mark(source, places)) if source else [],
    )


def _element(group: str, element: ElementResult) -> Item:
    near = [
        Quote(f"{group}-n{number}", role_of(citation), place_in_full(citation), marked(citation), reason)
        for number, (citation, reason) in enumerate(near_misses(element))
    ]
    return Item(group, _quotes(group, element.citations), near)


def _finding(group: str, finding: Finding) -> Item:
    """A finding; its passages prove nothing, so that none of them has a role."""
    return Item(group, [replace(quote, role="") for quote in _quotes(group, finding.citations)], [])


def _quotes(group: str, citations: tuple[Citation, ...]) -> list[Quote]:
    return [
        Quote(f"{group}-{number}", role_of(each), place_in_full(each), marked(each))
        for number, each in enumerate(citations)
    ]


def _places(card: ReportCard) -> Iterator[Place]:
    """Every citation with its id; those of near misses are anchors in the text too."""
    for number, element in enumerate(card.elements):
        yield from ((f"e{number}-{index}", each) for index, each in enumerate(element.citations))
        for index, (citation, _) in enumerate(near_misses(element)):
            yield f"e{number}-n{index}", citation
    for number, block in enumerate(card.blocks):
        yield from ((f"b{number}-{index}", each) for index, each in enumerate(block.citations))
    for number, finding in enumerate(card.findings):
        yield from ((f"f{number}-{index}", each) for index, each in enumerate(finding.citations))
