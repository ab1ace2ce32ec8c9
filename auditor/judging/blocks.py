"""Whether each of the five statutory blocks is there, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import cast

from auditor.catalogue.model import Block, Catalogue
from auditor.judging.applicability import why_not_in
from auditor.judging.citing import cite_refused, cite_span
from auditor.judging.evidence import NOT_OF_THIS_REPORT
from auditor.judging.hits import Refusal
from auditor.judging.inquiry import Inquiry
from auditor.matching import Match
from auditor.scorecard import BlockResult, Citation, ElementResult, Grounds, NearMiss
from auditor.structure import Report
from auditor.structure.places import role_of
from auditor.structure.spans import clause_end
from auditor.terms import ROLE_NAMES, Role

MIN_BODY = 12
MOST = 3
NEAR_MISSES = 5
TOLD_ELSEWHERE = "写到了，但没有写成单独的部分或者段落"


def judge_block(block: Block, inquiry: Inquiry, catalogue: Catalogue) -> BlockResult:
    """Present with the passages that show it, or absent with what came near."""
    report = inquiry.report
    headings, sentences = by_heading(block, catalogue), by_sentences(block)
    misses: list[Refusal] = []
    if citations := tuple(islice(_by_section(block, report), MOST)):
        conditions = [(headings, True)]
    else:
        citations = tuple(_by_phrases(block, inquiry, misses))
        conditions = [(headings, False), (sentences, bool(citations))]
    return BlockResult(
        block.id,
        block.name,
        "present" if citations else "absent",
        citations,
        Grounds(
            conditions=tuple((words, held) for words, held in conditions if words),
            near_misses=() if citations else tuple(_near(block, report, misses)),
            searched=f"全文{len(report.plain.paragraphs)}个段落、{len(report.sentences)}个句子",
        ),
        exemption=why_not_in(report.identity.year, block),
        element=block.element or "",
    )


def with_elements(blocks: Iterable[BlockResult], elements: Sequence[ElementResult]) -> Iterator[BlockResult]:
    """The results; an absent block also tells what the element on the same matter found done elsewhere."""
    found = {each.id: [citation for citation in each.citations if citation.role == "done"] for each in elements}
    for block in blocks:
        told = [] if block.citations else found.get(block.element, [])
        if told:
            others = [each for each in block.grounds.near_misses if not any(_meet(each.citation, one) for one in told)]
            misses = (*(NearMiss(each, TOLD_ELSEWHERE) for each in told), *others)
            yield replace(block, grounds=replace(block.grounds, near_misses=misses))
        else:
            yield block


def _meet(one: Citation, other: Citation) -> bool:
    return one.start < other.end and one.end > other.start


def by_heading(block: Block, catalogue: Catalogue) -> str:
    """In words, which heading suffices for a block; "" when none does."""
    named = "、".join(f"“{each.means}”" for each in catalogue.lexicon.sections if each.role in block.sections)
    return f"有一个部分，标题或者首句写明是{named}，下面有正文" if named else ""


def by_sentences(block: Block) -> str:
    """In words, which sentences suffice for a block; "" when none do."""
    roles = "、".join(f"“{ROLE_NAMES[role]}”" for role in block.roles)
    parts = "（一句话里分几个分句写的也算）" if block.at_least > 1 else ""
    return f"{_where(block)}有{block.at_least}句以上{parts}写到这一内容，并且按{roles}认定" if block.phrases else ""


def _where(block: Block) -> str:
    return "同一段里" if block.within == "paragraph" else "全文（表格除外）"


def _by_section(block: Block, report: Report) -> Iterable[Citation]:
    """Sections whose own heading (or lead-in) names the block and that have text under it."""
    for index, section in enumerate(report.sections):
        if section.role in block.sections and section.own_role and _has_body(report, index):
            yield from _cite_heading(block, report, index)


def _cite_heading(block: Block, report: Report, index: int) -> Iterator[Citation]:
    section = report.sections[index]
    number = report.sentence_at(section.start)
    sentence = report.sentences[number]
    end = max(sentence.start + 1, min(sentence.end, section.end))
    yield cite_span((sentence.start, end), number, role_of(section.role), block.id, report)


def _has_body(report: Report, index: int) -> bool:
    section = report.sections[index]
    end = section.end
    for number in range(index + 1, len(report.sections)):
        later = report.sections[number]
        if later.level <= section.level:
            break
        end = later.end
    return len(report.plain.text[section.body : end].strip()) >= MIN_BODY


def _by_phrases(block: Block, inquiry: Inquiry, misses: list[Refusal]) -> list[Citation]:
    """Sentences in one of the block's roles that hold its phrases, where there are enough of them.

    Enough is when the sentences, and the clauses that end with a phrase, are together twice `at_least`: commas or full
    stops between the same statements shall not decide. What does not count is added to `misses`.
    """
    report = inquiry.report
    told: dict[int, dict[int, tuple[Match, Role]]] = {}
    clauses: dict[int, set[int]] = {}
    for match in inquiry.found.everywhere((block.id, "phrase")):
        number, sentence = match.sentence, report.sentences[match.sentence]
        if inquiry.found.covers((block.id, "mask"), match):
            misses.append(Refusal(match, "这几个字在这里是别的意思", is_for_units=False))
            continue
        role, refusal = _role(block, match, inquiry)
        if refusal is not None:
            misses.append(refusal)
            continue
        place = sentence.paragraph if block.within == "paragraph" else 0
        clauses.setdefault(place, set()).add(clause_end(report.plain.text, match.end, sentence.end))
        told.setdefault(place, {}).setdefault(number, (match, role))
    enough: list[tuple[Match, Role]] = []
    for place, group in told.items():
        if len(group) + len(clauses[place]) >= 2 * block.at_least:
            enough += group.values()
        else:
            reason = f"{_where(block)}这样的话不足{block.at_least}句"
            misses += [Refusal(match, reason) for match, _ in group.values()]
    return [_cite_sentence(block, match.sentence, role, report) for match, role in enough[:MOST]]


def _cite_sentence(block: Block, number: int, role: Role, report: Report) -> Citation:
    sentence = report.sentences[number]
    return cite_span((sentence.start, sentence.end), number, role, block.id, report)


def _role(block: Block, match: Match, inquiry: Inquiry) -> tuple[Role, Refusal | None]:
    """The role of a phrase, and why it does not count, None when it does.

    Of little use to a unit: a phrase that is a shortcoming or a plan only by its role (加强…) where it is told as done.
    """
    if inquiry.report.sentences[match.sentence].is_row:
        return "done", Refusal(match, "写在表格里", is_for_units=False)
    ruling = inquiry.roles.of(match.start, match.end, match.sentence, lambda: True)
    if ruling.role in block.roles:
        return ruling.role, None
    reason = NOT_OF_THIS_REPORT.get(ruling.role) or f"按“{ROLE_NAMES[cast('Role', ruling.role)]}”认定"
    why = inquiry.roles.why(ruling, match.sentence)
    is_for_units = ruling.role not in ("topic", "done")
    return "done", Refusal(match, f"{reason}：{why}" if why else reason, is_for_units)


def _near(block: Block, report: Report, misses: Iterable[Refusal]) -> Iterator[NearMiss]:
    """Headings without text under them, then a passage for each sentence that came near; a few."""
    headings = (
        NearMiss(citation, f"标题下面没有正文（不足{MIN_BODY}个字）")
        for index, section in enumerate(report.sections)
        if section.role in block.sections and section.own_role
        for citation in _cite_heading(block, report, index)
    )
    told = {miss.match.sentence: miss for miss in sorted(misses, key=lambda miss: miss.is_for_units)}
    sentences = sorted(told.values(), key=lambda miss: miss.match.start)[:NEAR_MISSES]
    yield from islice(headings, NEAR_MISSES)
    yield from (cite_refused(miss, report) for miss in sentences)
