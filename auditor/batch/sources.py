"""The texts of reports already audited, read anew for the papers that show them."""

from collections.abc import Iterable, Iterator

from auditor.annex import Source
from auditor.batch.run import STANDARD_INPUT, load
from auditor.reading import DEFAULT, Document, Limits, ReadingError
from auditor.scorecard import Citation, ReportCard


def documents_of(reports: Iterable[ReportCard], limits: Limits = DEFAULT) -> Iterator[Document | None]:
    """Read each report's file again, one at a time, so that a run of any size needs the memory of one.

    Yields:
        The document; None for standard input, which can be read but once, and for a file that has changed or
        gone since it was audited, whose citations would point at other words.
    """
    for report in reports:
        yield _document(report, limits)


def source_of(document: Document) -> Source:
    """A document's text as renderers take it."""
    paragraphs = tuple((each.start, each.end) for each in document.paragraphs)
    return Source(document.text, paragraphs, is_plain_file=document.format == "text")


def _document(report: ReportCard, limits: Limits) -> Document | None:
    if report.path == STANDARD_INPUT:
        return None
    try:
        document = load(report.path, limits)
    except ReadingError:
        return None
    return document if all(document.text[c.start : c.end] == c.text for c in _citations(report)) else None


def _citations(report: ReportCard) -> Iterator[Citation]:
    for element in report.elements:
        yield from element.citations
    for block in report.blocks:
        yield from block.citations
    for finding in report.findings:
        yield from finding.citations
