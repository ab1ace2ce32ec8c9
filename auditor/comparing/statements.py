"""A report cut into statements, each with its role, its bare words and its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.catalogue.fields import CueRole
from auditor.comparing.passages import bare, names_of
from auditor.comparison import Statement
from auditor.judging.hiding import Spans, within
from auditor.judging.inquiry import Inquiry
from auditor.numbering import NUMBER
from auditor.structure import Sentence

CLAUSE = re.compile(r"[^；]+")
LEAD = re.compile(rf"(?:{NUMBER.pattern})+[，、]?")

# “（一）规范行政执法。” heads what follows; “一是基层力量薄弱，两个所只有一人。” says it.
LONGEST_HEADING = 13
LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True)
class Told:
    """A statement, what it does in the report, and its bare words without numbers, names of the unit and years."""

    statement: Statement
    role: CueRole
    key: str


def statements(inquiry: Inquiry, personal: Spans) -> list[Told]:
    """The statements of a report in order: its sentences, cut at semicolons; titles and links are left out.

    Args:
        inquiry: The report.
        personal: Personal data, [start, end) of its document's text, that no statement may show.
    """
    return list(_statements(inquiry, personal))


def _statements(inquiry: Inquiry, personal: Spans) -> Iterator[Told]:
    report = inquiry.report
    names = names_of(report.identity.unit)
    starts = [paragraph.start for paragraph in report.document.paragraphs]
    for number, sentence in enumerate(report.sentences):
        if sentence.is_link or sentence.is_row or _is_title(report.plain.text[sentence.start : sentence.end], sentence):
            continue
        for clause in CLAUSE.finditer(report.plain.text, sentence.start, sentence.end):
            lead = LEAD.match(clause.group())
            left, right = clause.start() + (lead.end() if lead else 0), clause.end()
            key = bare(report.plain.text[left:right], names, without_years=True)
            if not key:
                continue
            start, end = report.plain.to_document(left, right)
            first, last = bisect_right(starts, start), bisect_right(starts, end - 1)
            hidden = within(personal, start, end)
            statement = Statement(report.document.text[start:end], start, end, first, last, hidden)
            role = inquiry.roles.of(left, right, number, lambda: True).role
            yield Told(statement, role, key)


def _is_title(text: str, sentence: Sentence) -> bool:
    """A heading, title, signature or date; a numbered sentence that says something is none."""
    if text.rstrip("”）").endswith(("。", "！", "？", "；")):
        return sentence.is_heading and len(bare(text)) < LONGEST_HEADING
    return sentence.is_heading or len(bare(text)) < LONGEST_TITLE
