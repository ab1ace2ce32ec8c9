"""One report under judgement: its structure, the phrases found in it, the roles of its passages, its table rows."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from auditor.catalogue.lexicon import Words
from auditor.checking.personal import Personal
from auditor.judging.hiding import hide_in_headings
from auditor.judging.roles import Roles
from auditor.judging.rows import Rows
from auditor.matching import Matcher
from auditor.matching.matcher import Found
from auditor.reading.document import Document
from auditor.structure import Report, structure


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What every judgement on a report starts from; each part remembers what it was asked.

    Its headings are shown without the personal data in them; these are told of the whole text.
    """

    report: Report
    personal: tuple[Personal, ...]
    found: Found
    roles: Roles
    rows: Rows
    words: Words


def inquire(
    document: Document,
    words: Words,
    matcher: Matcher,
    matters: Sequence[Hashable],
    find_personal: Callable[[Report], tuple[Personal, ...]],
) -> Inquiry:
    """Structure a document and scan it, once; `matters` are the groups of phrases that name what is reported on."""
    report = structure(document, words)
    personal = find_personal(report)
    report = hide_in_headings(report, personal)
    found = matcher.search(report.plain.text, [(s.start, s.end) for s in report.sentences])
    return Inquiry(report, personal, found, Roles(report, found, matters), Rows(report), words)
