"""What a report says of one element: hits that count, each with its role, and those that do not, each with the reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from auditor.catalogue.model import CueRole, Decoy, Element, Particular, Signal
from auditor.judging.roles import CLAUSE_END, Roles
from auditor.matching.matcher import Found, Match
from auditor.scorecard import Role
from auditor.structure import Report

SEGMENT_END = re.compile(r"[。；！？\n]")
REACH = 2
NOT_OF_THIS_REPORT: dict[CueRole, str] = {
    "topic": "只是学习培训的题目，或只列在依据、目录里",
    "previous": "说的是往年的情况",
    "other_body": "说的是其他单位的情况",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal that counts: where, in which role, which parts of the element it covers, with which particulars."""

    match: Match
    signal: Signal
    role: Role
    cue: str
    particulars: tuple[Match, ...]

    @property
    def is_shown(self) -> bool:
        """Whether a particular of the element stands with it."""
        return self.signal.strength == "shown" or bool(self.particulars)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A match that does not count, and why, in Chinese."""

    match: Match
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything found for an element, in order of place."""

    hits: tuple[Hit, ...]
    near_misses: tuple[NearMiss, ...]

    def with_role(self, *roles: Role) -> tuple[Hit, ...]:
        """The hits in one of these roles."""
        return tuple(hit for hit in self.hits if hit.role in roles)


class Collector:
    """Collects the evidence of one element in one report."""

    def __init__(self, element: Element, report: Report, found: Found, roles: Roles) -> None:
        self._element = element
        self._report = report
        self._found = found
        self._roles = roles
        self._text = report.plain.text
        self._zones: dict[int, list[tuple[int, int, Decoy]]] = {}

    def collect(self) -> Evidence:
        """Find and sort the evidence."""
        hits: list[Hit] = []
        misses: list[NearMiss] = []
        supports: list[Hit] = []
        for number in range(len(self._report.sentences)):
            for match in self._matches(number, "signal"):
                signal: Signal = match.owner
                reason = self._refusal(match, signal)
                if reason:
                    misses.append(NearMiss(match, reason))
                    continue
                role, cue = self._role(match, signal)
                if role in NOT_OF_THIS_REPORT:
                    misses.append(NearMiss(match, NOT_OF_THIS_REPORT[role]))
                    continue
                hit = self._hit(match, signal, role, cue)
                if signal.strength == "support":
                    supports.append(hit)
                else:
                    hits.append(hit)
            hits += self._zero(number)
        for hit in supports:
            if self._is_anchored(hit, supports, hits):
                hits.append(hit)
            else:
                misses.append(NearMiss(hit.match, "只是一个环节，文中看不出说的是这件事"))
        hits.sort(key=lambda hit: (hit.match.start, hit.match.end))
        return Evidence(tuple(hits), tuple(misses))

    def _matches(self, number: int, kind: str) -> list[Match]:
        return self._found.in_sentence(number, (self._element.id, kind))

    def _refusal(self, match: Match, signal: Signal) -> str:
        """Why a match does not count, "" when it does."""
        decoy = self._decoy_at(match.sentence, match.start, match.end)
        if decoy is not None:
            return decoy.why
        if signal.unless:
            start, end = self._clause(match)
            for mask in self._found.in_sentence(match.sentence, (self._element.id, "unless", signal.id)):
                if mask.start < end and mask.end > start:
                    return f"同一分句里说的是“{self._text[mask.start : mask.end]}”"
        return ""

    def _clause(self, match: Match) -> tuple[int, int]:
        sentence = self._report.sentences[match.sentence]
        start, end = match.start, match.end
        while start > sentence.start and not CLAUSE_END.match(self._text[start - 1]):
            start -= 1
        while end < sentence.end and not CLAUSE_END.match(self._text[end]):
            end += 1
        return start, end

    def _decoy_at(self, number: int, start: int, end: int) -> Decoy | None:
        for left, right, decoy in self._decoy_zones(number):
            if left < end and right > start:
                return decoy
        return None

    def _decoy_zones(self, number: int) -> list[tuple[int, int, Decoy]]:
        """Where decoys reach; words of one's own (镇政府, 我局) end a decoy's reach."""
        if number not in self._zones:
            own = self._matches(number, "own")
            sentence = self._report.sentences[number]
            zones: list[tuple[int, int, Decoy]] = []
            for match in self._matches(number, "decoy"):
                decoy: Decoy = match.owner
                if any(each.start <= match.start and each.end >= match.end for each in own):
                    continue
                end = match.end
                if decoy.reach != "phrase":
                    border = CLAUSE_END if decoy.reach == "clause" else re.compile(r"[；。！？\n]")
                    stop = border.search(self._text, match.end, sentence.end)
                    end = stop.start() if stop else sentence.end
                    end = min([end, *(each.start for each in own if each.start >= match.end)])
                zones.append((match.start, end, decoy))
            self._zones[number] = zones
        return self._zones[number]

    def _role(self, match: Match, signal: Signal) -> tuple[CueRole, str]:
        """The role of a match and the cue that settled it; a signal may say its role itself."""

        def has_particular() -> bool:
            start, end = self._segment(match)
            return signal.strength == "shown" or any(
                start <= each.start < end for each in self._particular_matches(match.sentence)
            )

        if signal.role is not None and (signal.role != "done" or self._roles.base(match.sentence) == "done"):
            return signal.role, signal.id
        ruling = self._roles.of(match.start, match.end, match.sentence, has_particular)
        return ruling.role, ruling.cue

    def _hit(self, match: Match, signal: Signal, role: CueRole, cue: str) -> Hit:
        particulars = tuple(self._particulars_in_reach(match)) if role == "done" else ()
        return Hit(match, signal, cast(Role, role), cue, particulars)

    def _segment(self, match: Match) -> tuple[int, int]:
        """From the last ； or contrast before the match to the next after it."""
        sentence = self._report.sentences[match.sentence]
        body = self._text[sentence.start : sentence.end]
        at = match.start - sentence.start
        starts = [m.end() for m in re.finditer(r"；|，(?=但|不过|然而)", body) if m.end() <= at]
        ends = [m.start() for m in re.finditer(r"；|，(?=但|不过|然而)", body) if m.start() >= match.end - sentence.start]
        return sentence.start + (starts[-1] if starts else 0), sentence.start + (ends[0] if ends else len(body))

    def _particular_matches(self, number: int) -> Iterable[Match]:
        for match in self._matches(number, "particular"):
            if self._decoy_at(number, match.start, match.end) is None:
                yield match

    def _particulars_in_reach(self, match: Match) -> Iterable[Match]:
        """Particulars told as done in the hit's sentence, or in the next ones under the same heading."""
        sentences = self._report.sentences
        first = sentences[match.sentence]
        reach = len(sentences) if first.is_heading else match.sentence + REACH + 1
        for number in range(match.sentence, min(reach, len(sentences))):
            if sentences[number].section != first.section:
                break
            if sentences[number].paragraph != first.paragraph and not first.is_heading:
                break
            for found in self._particular_matches(number):
                if found.end <= match.start and found.sentence == match.sentence and not self._same_segment(found, match):
                    continue
                if self._roles.of(found.start, found.end, number, lambda: True).role == "done":
                    yield found

    def _same_segment(self, found: Match, match: Match) -> bool:
        start, end = self._segment(match)
        return start <= found.start < end

    def _zero(self, number: int) -> Iterable[Hit]:
        for match in self._matches(number, "zero"):
            if self._refusal(match, match.owner):
                continue
            if self._roles.base(number) == "plan":
                continue
            ruling = self._roles.of(match.start, match.end, number, lambda: True)
            if ruling.role not in ("previous", "other_body", "topic", "plan"):
                yield Hit(match, match.owner, "zero", "", ())

    def _is_anchored(self, hit: Hit, supports: list[Hit], hits: list[Hit]) -> bool:
        """Whether enough supports of the same role stand together, beside words that say what they are steps of."""
        near = [other for other in supports if self._together(other, hit) and other.role == hit.role]
        if any(self._together(other, hit) for other in hits if other.role == hit.role):
            return True
        parts = {part for other in near for part in other.signal.parts}
        return len(parts) >= self._element.support_needs and self._has_anchor(hit)

    def _together(self, one: Hit, other: Hit) -> bool:
        a, b = self._report.sentences[one.match.sentence], self._report.sentences[other.match.sentence]
        return a.paragraph == b.paragraph and (a.section == b.section or abs(one.match.sentence - other.match.sentence) <= 2)

    def _has_anchor(self, hit: Hit) -> bool:
        paragraph = self._report.sentences[hit.match.sentence].paragraph
        return any(
            self._matches(number, "anchor")
            for number, sentence in enumerate(self._report.sentences)
            if sentence.paragraph == paragraph
        )
