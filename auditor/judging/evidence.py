"""Collects what a report says of one element."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from auditor.catalogue.fields import CueRole
from auditor.catalogue.model import Element, Signal
from auditor.judging.decoys import DecoyZones
from auditor.judging.hits import Evidence, Hit, Refusal
from auditor.judging.inquiry import Inquiry
from auditor.judging.roles import Ruling
from auditor.matching import Match
from auditor.structure.spans import clause, clause_start, segment
from auditor.terms import Role

LAST_RESORT = "last resort"
LONGEST_LABEL = 12  # a sentence as short (6.法律顾问。) is the label of the one after it, unless that names the matter
COUNT = re.compile("(?<![0-9])[0-9]+(?![0-9年月日])")
Hits = dict[int, list[Hit]]
"""Hits by the number of their sentence."""

NOT_OF_THIS_REPORT: dict[CueRole, str] = {
    "topic": "只是题目、问句，或只列在依据、目录、链接里",
    "previous": "说的是往年的情况",
    "other_body": "说的是其他单位的情况",
}


@dataclass(slots=True)
class _Gathered:
    """What was found so far, by sentence: statements of nought, signals that count, signals that need an anchor."""

    zeros: Hits
    hits: Hits = field(default_factory=dict)
    supports: Hits = field(default_factory=dict)
    misses: list[Refusal] = field(default_factory=list)


class Collector:
    """Collects the evidence of one element in one report."""

    def __init__(self, element: Element, inquiry: Inquiry) -> None:
        self._element = element
        self._report = inquiry.report
        self._found = inquiry.found
        self._roles = inquiry.roles
        self._rows = inquiry.rows
        self._words = inquiry.words
        self._text = inquiry.report.plain.text
        self._done: dict[int, list[Match]] = {}
        self._decoys = DecoyZones(element, inquiry.report, inquiry.found)

    def collect(self) -> Evidence:
        """Find and sort the evidence; signals of last resort only where the others leave the matter open."""
        gathered = _Gathered(_by_sentence(self._zeros()))
        self._find("signal", gathered)
        evidence = self._sorted(gathered)
        if evidence.meets(self._element) or evidence.with_role("zero"):
            return evidence
        self._find(LAST_RESORT, gathered)
        return self._sorted(gathered)

    def _find(self, kind: str, gathered: "_Gathered") -> None:
        """Add the signals of a kind: those that count, those that need an anchor, those that do not count."""
        for match in self._found.everywhere((self._element.id, kind)):
            refusal = self._refusal(match, match.owner)
            if refusal is None and self._is_denied(match, gathered.zeros):
                continue
            role, why = self._role(match, match.owner)
            if refusal is None and role in NOT_OF_THIS_REPORT:
                told = NOT_OF_THIS_REPORT[role] + (f"：{why}" if why else "")
                refusal = Refusal(match, told, is_for_units=role != "topic")  # a breadcrumb is no quotation
            if refusal is not None:
                gathered.misses.append(refusal)
                continue
            pile = gathered.supports if match.owner.strength == "support" else gathered.hits
            pile.setdefault(match.sentence, []).append(self._hit(match, match.owner, role, why))

    def _sorted(self, gathered: "_Gathered") -> Evidence:
        """The evidence in order of place: supports count where they are anchored, headings where nothing else does."""
        hits = {number: list(group) for number, group in gathered.hits.items()}
        misses = list(gathered.misses)
        for hit in [each for group in gathered.supports.values() for each in group]:
            if self._is_anchored(hit, gathered.supports, hits):
                hits.setdefault(hit.match.sentence, []).append(hit)
            else:
                misses.append(Refusal(hit.match, "只是一个环节，文中看不出说的是这件事"))
        found = [hit for pile in (hits, gathered.zeros) for group in pile.values() for hit in group]
        found = self._without_announcements(found)
        found.sort(key=lambda hit: (hit.match.start, hit.match.end))
        return Evidence(tuple(self._agreed(found)), tuple(misses))

    def _without_announcements(self, found: list[Hit]) -> list[Hit]:
        """Headings that tell a fact themselves stay; others only where neither their section nor a fact speaks."""
        told = [hit for hit in found if not hit.in_heading]
        if len(told) == len(found):
            return found
        is_told = any(hit.role in ("done", "zero") for hit in told)
        sections = {self._section_of(hit) for hit in told}
        return [
            hit
            for hit in found
            if not hit.in_heading or hit.tells_a_fact or not (is_told or self._section_of(hit) in sections)
        ]

    def _section_of(self, hit: Hit) -> int:
        return self._report.sentences[hit.match.sentence].section

    def _agreed(self, hits: list[Hit]) -> Iterable[Hit]:
        """The hits, a bare claim in the role of what the same segment of its sentence says of the matter otherwise."""
        others = _by_sentence(hit for hit in hits if hit.role in ("problem", "plan", "required"))
        return (self._agreeing(hit, others.get(hit.match.sentence, [])) for hit in hits) if others else hits

    def _agreeing(self, hit: Hit, others: list[Hit]) -> Hit:
        if not others or hit.role != "done" or hit.is_shown:
            return hit
        start, end = segment(self._text, hit.match.start, hit.match.end, *self._bounds(hit.match))
        other = next((each for each in others if start <= each.match.start < end), None)
        return replace(hit, role=other.role, why=other.why) if other else hit

    def _matches(self, number: int, kind: str) -> list[Match]:
        return self._found.in_sentence(number, (self._element.id, kind))

    def _bounds(self, match: Match) -> tuple[int, int]:
        sentence = self._report.sentences[match.sentence]
        return sentence.start, sentence.end

    def _refusal(self, match: Match, signal: Signal) -> Refusal | None:
        """Why a match does not count, None when it does."""
        decoy = self._decoys.at(match.sentence, match.start, match.end)
        if decoy is not None:
            return Refusal(match, decoy.why)
        if signal.rows != "any" and (refusal := self._refusal_of_row(match, signal)):
            return refusal
        if signal.unless:
            start, end = clause(self._text, match.start, match.end, *self._bounds(match))
            for mask in self._found.in_sentence(match.sentence, (self._element.id, "unless", signal.id)):
                if mask.start < end and mask.end > start:
                    words = self._text[mask.start : mask.end]
                    return Refusal(match, f"同一分句里说的是“{words}”", is_for_units=False)
        return None

    def _refusal_of_row(self, match: Match, signal: Signal) -> Refusal | None:
        """Why a signal that heeds the rows of tables does not count where it stands, None when it does."""
        cell = self._rows.cell_of_this_year(match.sentence)
        if signal.rows == "zero":
            return None if cell == "zero" else Refusal(match, "不是表格里本年度为零的一行", is_for_units=False)
        if cell == "zero":
            return Refusal(match, "表格里这一行本年度为零")
        is_elsewhere = signal.rows == "only" and cell != "value"
        return Refusal(match, "不是表格里的一行", is_for_units=False) if is_elsewhere else None

    def _is_denied(self, match: Match, zeros: Hits) -> bool:
        """Whether the match stands in the segment of a statement that the matter did not arise."""
        for zero in zeros.get(match.sentence, ()):
            start, end = segment(self._text, zero.match.start, zero.match.end, *self._bounds(match))
            if start < match.end and end > match.start:
                return True
        return False

    def _role(self, match: Match, signal: Signal) -> tuple[CueRole, str]:
        """The role of a match, and in Chinese what settled it unless it is done; a signal may say its role itself."""

        def has_particular() -> bool:
            start, end = segment(self._text, match.start, match.end, *self._bounds(match))
            return signal.strength == "shown" or any(
                start <= each.start < end for each in self._particulars(match.sentence)
            )

        base = self._roles.base(match.sentence)
        told = self._told_by_signal(match)
        if told is not None and base != "topic":
            return told
        cell = self._rows.cell_of_this_year(match.sentence)
        if cell in ("zero", "not_applicable") and base != "topic":
            return "zero", "表格里这一行本年度为零或不适用"
        if cell == "blank":
            return "previous", "表格里这一行本年度没有填"
        ruling = self._roles.of(match.start, match.end, match.sentence, has_particular)
        if signal.teaches and ruling.role == "topic":
            ruling = Ruling(base, None)
        return ruling.role, "" if ruling.role == "done" else self._roles.why(ruling, match.sentence)

    def _told_by_signal(self, match: Match) -> tuple[CueRole, str] | None:
        """The role that a signal says itself (nobody came to court): the match's own, else one that covers it.

        A signal of last resort heeds any in its sentence.
        """
        others = self._matches(match.sentence, "signal")
        if not match.owner.last_resort:
            others = [each for each in others if each.start <= match.start and match.end <= each.end]
        if match.owner.role is not None:
            return match.owner.role, match.owner.asks
        telling = (each for each in others if each.owner.role is not None and not self._refusal(each, each.owner))
        return next(((each.owner.role, each.owner.asks) for each in telling), None)

    def _hit(self, match: Match, signal: Signal, role: CueRole, why: str) -> Hit:
        return Hit(
            match=match,
            signal=signal,
            role=cast("Role", role),
            why=why,
            particulars=tuple(self._in_reach(match)) if role == "done" else (),
            in_heading=self._report.sentences[match.sentence].is_heading,
            filled=self._rows.cell_of_this_year(match.sentence) == "value",
        )

    def _particulars(self, number: int) -> Iterable[Match]:
        for match in self._matches(number, "particular"):
            if self._decoys.at(number, match.start, match.end) is None:
                yield match

    def _done_in(self, number: int) -> list[Match]:
        """The particulars of a sentence that it tells as done; asked for by every hit that they may belong to."""
        if number not in self._done:
            self._done[number] = [
                found
                for found in self._particulars(number)
                if self._roles.of(found.start, found.end, number, lambda: True).role == "done"
            ]
        return self._done[number]

    def _in_reach(self, match: Match) -> Iterable[Match]:
        """Particulars told as done: in the hit's sentence from its clause on, and in sentences that go on about it."""
        sentences = self._report.sentences
        first = sentences[match.sentence]
        start, _ = clause(self._text, match.start, match.end, first.start, first.end)
        number = match.sentence
        while number < len(sentences):
            yield from (found for found in self._done_in(number) if found.end > start)
            number += 1
            if number == len(sentences) or sentences[number].section != first.section:
                break
            sentence = sentences[number]
            if sentence.paragraph != first.paragraph or number > match.sentence + 1:
                break
            is_label = first.end - first.start <= LONGEST_LABEL and not self._matches(number, "signal")
            goes_on = self._words.goes_on(self._text[sentence.start : sentence.end])
            if not is_label and (not goes_on or self._counts_another(number)):
                break
            if self._element.anchors and not self._matches(number, "anchor"):
                break

    def _counts_another(self, number: int) -> bool:
        """Whether a sentence gives the number of something else before its first particular."""
        sentence = self._report.sentences[number]
        first = next(iter(self._particulars(number)), None)
        end = sentence.end if first is None else clause_start(self._text, first.start, sentence.start)
        return COUNT.search(self._text, sentence.start, end) is not None

    def _zeros(self) -> Iterable[Hit]:
        """Statements that the matter did not arise this year."""
        for match in self._found.everywhere((self._element.id, "zero")):
            number = match.sentence
            if self._refusal(match, match.owner) or self._roles.base(number) in ("plan", "topic"):
                continue
            ruling = self._roles.of(match.start, match.end, number, lambda: True)
            if ruling.role not in ("previous", "other_body", "topic", "plan"):
                yield Hit(match, match.owner, "zero", "", ())

    def _is_anchored(self, hit: Hit, supports: Hits, hits: Hits) -> bool:
        """Whether a support stands in one sentence with a hit, or with others of its kind beside an anchor."""
        number = hit.match.sentence
        if _has(hits.get(number, ()), hit.role):
            return True
        near = [n for n in (number - 1, number, number + 1) if n in supports and self._beside(n, number)]
        parts = {part for n in near for other in supports[n] if other.role == hit.role for part in other.signal.parts}
        anchored = any(self._matches(n, "anchor") for n in near if any(o.role == hit.role for o in supports[n]))
        goes_on = number > 0 and self._beside(number - 1, number) and _has(hits.get(number - 1, ()), hit.role)
        return (anchored or goes_on) and len(parts) >= self._element.support_needs

    def _beside(self, one: int, other: int) -> bool:
        sentences = self._report.sentences
        return sentences[one].paragraph == sentences[other].paragraph


def _has(hits: Iterable[Hit], role: Role) -> bool:
    return any(hit.role == role for hit in hits)


def _by_sentence(hits: Iterable[Hit]) -> Hits:
    grouped: Hits = {}
    for hit in hits:
        grouped.setdefault(hit.match.sentence, []).append(hit)
    return grouped
