"""Whether each of the five statutory blocks is there."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice
from typing import cast, get_args

from auditor.catalogue.model import Block
from auditor.judging.citing import cite_span
from auditor.judging.inquiry import Inquiry
from auditor.scorecard import BlockResult, Citation, Role
from auditor.structure import Report
from auditor.structure.places import role_of
from auditor.structure.spans import clause_end

MIN_BODY = 12
MOST = 3


def judge_block(block: Block, inquiry: Inquiry) -> BlockResult:
    """Present with the passages that show it, or absent."""
    citations = tuple(islice(_by_section(block, inquiry.report), MOST)) or _by_phrases(block, inquiry)[:MOST]
    return BlockResult(block.id, block.name, "present" if citations else "absent", tuple(citations))


def _by_section(block: Block, report: Report) -> Iterable[Citation]:
    """Sections whose own heading (or lead-in) names the block and that have text under it."""
    for index, section in enumerate(report.sections):
        if section.role in block.sections and section.own_role and _has_body(report, index):
            number = bisect_right(report.sentences, section.start, key=lambda sentence: sentence.end)
            if number < len(report.sentences):
                sentence = report.sentences[number]
                end = max(sentence.start + 1, min(sentence.end, section.end))
                yield cite_span((sentence.start, end), number, role_of(section.role), block.id, report)


def _has_body(report: Report, index: int) -> bool:
    section = report.sections[index]
    end = section.end
    for later in report.sections[index + 1 :]:
        if later.level <= section.level:
            break
        end = later.end
    return len(report.plain.text[section.body : end].strip()) >= MIN_BODY


def _by_phrases(block: Block, inquiry: Inquiry) -> list[Citation]:
    """Sentences in one of the block's roles that hold its phrases, where there are enough of them.

    Enough is when the sentences, and the clauses that end with a phrase, are together twice `at_least`: commas or full
    stops between the same statements shall not decide.
    """
    report, found, roles = inquiry.report, inquiry.found, inquiry.roles
    told: dict[int, dict[int, Citation]] = {}
    clauses: dict[int, set[int]] = {}
    for match in found.everywhere((block.id, "phrase")):
        number, sentence = match.sentence, report.sentences[match.sentence]
        if sentence.is_row or found.covers((block.id, "mask"), match):
            continue
        role = roles.of(match.start, match.end, number, lambda: True).role
        if role in block.roles and role in get_args(Role):
            place = sentence.paragraph if block.within == "paragraph" else 0
            clauses.setdefault(place, set()).add(clause_end(report.plain.text, match.end, sentence.end))
            if number not in told.setdefault(place, {}):
                span = sentence.start, sentence.end
                told[place][number] = cite_span(span, number, cast("Role", role), block.id, report)
    enough = [group.values() for place, group in told.items() if len(group) + len(clauses[place]) >= 2 * block.at_least]
    return [citation for group in enough for citation in group]
