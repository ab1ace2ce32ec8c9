"""Findings of form and number on short texts, by the auditor's own catalogue."""

from functools import lru_cache

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring.trial import document, report_around
from auditor.reading import Document
from auditor.scorecard import Finding


@lru_cache(maxsize=1)
def auditor() -> Auditor:
    return Auditor(load_catalogue())


def as_document(text: str, level: str = "county", year: int = 2024) -> Document:
    """A report when the text has several lines, else a report with the text in it."""
    return document(f"{text}\n") if "\n" in text else report_around(text, level=level, year=year)[0]


def findings(text: str, level: str = "county", year: int = 2024) -> dict[str, Finding]:
    """By id, the last of several; the finding `genre` left out."""
    card = auditor().audit(as_document(text, level, year))
    return {finding.id: finding for finding in card.findings if finding.id != "genre"}
