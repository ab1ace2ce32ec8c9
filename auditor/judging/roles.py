"""What a passage does in the report: tells what was done, a problem, a plan, a demand on others, ….

The section decides first; cue words of the sentence (rules/lexicon/cues) and years overrule it. A forward cue
holds to the end of its sentence or to the next forward cue that ends it, a backward cue holds back to the last
contrast.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.catalogue.fields import CueRole
from auditor.catalogue.wordlists import CueList
from auditor.judging.years import time_cues
from auditor.matching.matcher import Found, Match
from auditor.numbering import ITEM, number_of
from auditor.structure import Report
from auditor.structure.places import role_of
from auditor.structure.spans import CLAUSE_END, TURNS, clause, opens_clause

OPENING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)是、.．]?|其[一二三四五六]|第[一二三四五六])?[，、]?(?:20[0-9]{2}年[^，。；]{0,8}[，]?)?[^，。；]{0,3}"
)
LABEL = re.compile(r"[^，。；：！？\n]{0,12}：|[^。；！？\n]{0,30}？答[：，]")
ENDS_WITH_SEMICOLON = re.compile(r"[^：；]*；")
LIST_FOLLOWS = re.compile(r"[^，。；：]{0,6}：")
CONTRAST = re.compile(rf"；|，(?:{TURNS}|可|[0-9]+[项件家个起]|个别|部分|少数|有的|其中|另有)|同时，|，同时")
WHOLE = ""  # the part that a phrase names which stands for its matter as a whole
OF_SUBJECTS: tuple[CueRole, ...] = ("plan", "required")
STRENGTH: tuple[CueRole, ...] = ("topic", "other_body", "previous", "zero", "problem", "required", "plan")
LONGEST_QUOTE = 8  # what a cue matched beyond its own few words may be anything, and is not repeated
LONGEST_HEADING = 30
TIME = CueList(
    id="year",
    role="done",
    means="年份",
    phrases=["年"],
    reach="forward",
    ends=["done", "previous", "plan"],
    examples=[{"text": "【年】", "role": "done"}],  # type: ignore[list-item]
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a sentence: [start, end) of the plain text, its role, and the list it belongs to.

    `opens` says whether it stands at the head of its sentence; a forward cue elsewhere ends with the next semicolon.
    """

    start: int
    end: int
    role: CueRole
    source: CueList
    opens: bool


class Ruling(NamedTuple):
    """The role of a passage, and the cue that settled it; None when the section did."""

    role: CueRole
    cue: Cue | None


class Roles:
    """The roles of the passages of one report."""

    def __init__(self, report: Report, found: Found, matters: Sequence[Hashable]) -> None:
        """Prepare the roles of a report; `matters` are the groups of phrases that name the matters reported on."""
        self._report = report
        self._found = found
        self._matters = matters
        self._cues: dict[int, list[Cue]] = {}
        self._carried: dict[int, Cue | None] = {}

    def of(self, start: int, end: int, sentence: int, has_particular: Callable[[], bool]) -> Ruling:
        """The role of [start, end) of the plain text.

        Args:
            start: Its first character.
            end: After its last character.
            sentence: The number of its sentence.
            has_particular: Whether its clause gives a particular; asked only where a cue depends on it.
        """
        base = self.base(sentence)
        carried = self._carry_into(sentence)
        if (carried is None and not self._cues_of(sentence)) or self._report.sentences[sentence].is_link:
            return Ruling(base, None)
        end = self._past_label(end)
        cues = [cue for cue in self._cues_of(sentence) if not cue.source.needs_particular or has_particular()]
        applied = [cue for cue in cues if self._reaches(cue, start, end, sentence)]
        forward = self._forward(carried, cues, start, end)
        if forward is not None:
            applied.append(forward)
        for role in STRENGTH:
            for cue in applied:
                if cue.role == role:
                    return Ruling(role, cue)
        done = next((cue for cue in applied if cue.role == "done"), None)
        if done is not None and (base == "done" or done.source.sections):
            return Ruling("done", done)
        return Ruling(base, None)

    def why(self, ruling: Ruling, sentence: int) -> str:
        """What settled the role of a passage of a sentence, in Chinese: words of it, or the part it stands in."""
        if ruling.cue is not None:
            words = self._report.plain.text[ruling.cue.start : ruling.cue.end]
            return ruling.cue.source.means + (f"（“{words}”）" if len(words) <= LONGEST_QUOTE else "")
        sections = self._report.sections
        section = sections[self._report.sentences[sentence].section]
        while not section.own_role and section.parent > 0:
            section = sections[section.parent]
        heading = section.heading[:LONGEST_HEADING]
        if not heading:
            return ""
        return f"前面写着“{heading}”" if section.is_lead_in else f"写在“{heading}”部分"

    def base(self, sentence: int) -> CueRole:
        """The role that the section gives a sentence; among links and lists a full sentence speaks for itself."""
        span = self._report.sentences[sentence]
        last = self._report.plain.text[span.end - 1]
        if span.is_link or last == "？":
            return "topic"
        role = self._report.sections[span.section].role
        if role == "basis" and last != "。":
            return "topic"
        return role_of(role)

    def _cues_of(self, sentence: int) -> list[Cue]:
        if sentence not in self._cues:
            report = self._report
            span = report.sentences[sentence]
            section = report.sections[span.section].role
            level = report.identity.named_level
            text = report.plain.text
            asked = text.rfind("？", span.start, span.end - 1)
            cues = [
                Cue(
                    match.start,
                    match.end,
                    match.owner.role,
                    match.owner,
                    _opens(text, span.start, match.start),
                )
                for match in self._found.in_sentence(sentence, "cues")
                if match.start > asked
                and not (span.is_row and match.owner.role == "required")  # the standard that a result is held to
                and (not match.owner.sections or section in match.owner.sections)
                and (not match.owner.levels or level in match.owner.levels)
                and (not match.owner.clause_start or opens_clause(text, match.start, span.start))
                and not self._is_undone(match)
            ]
            cues += [
                Cue(each.start, each.end, each.role, TIME, _opens(text, span.start, each.start))
                for each in time_cues(text, span.start, span.end, report.identity.reference_year)
            ]
            self._cues[sentence] = sorted(cues, key=lambda cue: (cue.start, -cue.end))
        return self._cues[sentence]

    def _is_undone(self, match: Match) -> bool:
        """Whether a cue is part of what means another thing, or stands in its clause after words that undo it."""
        if self._found.covers(("cue mask", match.owner.id), match):
            return True
        before = self._found.in_sentence(match.sentence, ("not after", match.owner.id))
        return any(
            each.end <= match.start and not CLAUSE_END.search(self._report.plain.text, each.end, match.start)
            for each in before
        )

    def _past_label(self, end: int) -> int:
        """A label (法律顾问：……, 法律顾问方面：……) speaks with the clause after its colon, questions with the reply."""
        label = LABEL.match(self._report.plain.text, end)
        return label.end() if label else end

    def _reaches(self, cue: Cue, start: int, end: int, sentence: int) -> bool:
        reach = cue.source.reach
        text = self._report.plain.text
        if reach == "sentence":
            return True
        if reach == "clause":
            left, right = min(start, cue.start), max(end, cue.end)
            inner = text[min(end, cue.end) : max(start, cue.start)]
            return not CLAUSE_END.search(inner) or (
                left <= start and right >= end and cue.start < end and cue.end > start
            )
        if reach == "nearby":
            return self._stands_near(cue, start, end, sentence)
        if reach == "backward":
            return cue.end >= end and cue.end > start and not CONTRAST.search(text[end : cue.start])
        return False

    def _announces(self, cue: Cue) -> bool:
        """Whether a cue ends what announces a list (还有差距：一是……)."""
        if cue.source.reach != "nearby":
            return False
        return LIST_FOLLOWS.match(self._report.plain.text, cue.end) is not None

    def _stands_near(self, cue: Cue, start: int, end: int, sentence: int) -> bool:
        """Whether a cue stands in the clause of [start, end) or the next."""
        text = self._report.plain.text
        if cue.end <= start:
            return False
        inner = text[end : cue.start]
        borders = len(CLAUSE_END.findall(inner))
        if CONTRAST.search(inner) or borders > 1:
            return False
        return borders == 0 or not self._is_of_another_matter(cue, start, end, sentence)

    def _is_of_another_matter(self, cue: Cue, start: int, end: int, sentence: int) -> bool:
        """Whether the clause of a cue names matters of its own, and none that the clause of [start, end) names."""
        there = self._matters_of(cue.start, cue.end, sentence)
        here = self._matters_of(start, end, sentence)
        shared = [there[group] & here[group] or {WHOLE} & (there[group] | here[group]) for group in there.keys() & here]
        return bool(there and here) and not any(shared)

    def _matters_of(self, start: int, end: int, sentence: int) -> dict[Hashable, set[str]]:
        """The matters named in the clause of [start, end) by group of phrases, each with its parts."""
        span = self._report.sentences[sentence]
        left, right = clause(self._report.plain.text, start, end, span.start, span.end)
        matters: dict[Hashable, set[str]] = {}
        for group in self._matters:
            for match in self._found.in_sentence(sentence, group):
                if match.start < right and match.end > left:
                    matters.setdefault(group, set()).update(match.owner.parts or [WHOLE])
        return matters

    def _forward(self, carried: Cue | None, cues: list[Cue], start: int, end: int) -> Cue | None:
        """The strongest forward cue that still holds at [start, end)."""
        text = self._report.plain.text
        active: list[Cue] = [carried] if carried else []
        for cue in cues:
            holds_on = cue.source.reach == "forward" or self._announces(cue)
            if not holds_on or not self._governs(cue, start, end):
                continue
            if not (cue.opens or text[cue.end - 1] == "：") and ENDS_WITH_SEMICOLON.match(text, cue.end, start):
                continue
            active = [other for other in active if other.role not in cue.source.ends]
            active.append(cue)
        for role in STRENGTH:
            for cue in reversed(active):
                if cue.role == role:
                    return cue
        return next((cue for cue in active if cue.source.needs_particular), active[-1] if active else None)

    def _governs(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a forward cue stands before [start, end), or makes it the subject of its clause (三项制度拟于……)."""
        if cue.start < end:
            return cue.start < start or cue.end <= end
        subject = cue.start >= end and (cue.role in OF_SUBJECTS or cue.source.needs_particular)
        return subject and CLAUSE_END.search(self._report.plain.text, end, cue.start) is None

    def _carry_into(self, sentence: int) -> Cue | None:
        """A cue of an earlier sentence of the paragraph and section that still holds."""
        if sentence in self._carried:
            return self._carried[sentence]
        first = sentence
        while first not in self._carried and self._follows(first):
            first -= 1
        self._carried.setdefault(first, None)
        for number in range(first + 1, sentence + 1):
            carried = self._carried[number - 1]
            for cue in self._cues_of(number - 1):
                if carried and carried.role in cue.source.ends:
                    carried = None
                carried = cue if cue.source.carries else carried
            self._carried[number] = carried
        return self._carried[sentence]

    def _follows(self, sentence: int) -> bool:
        """Whether a sentence goes on in the paragraph and section of the one before, and opens no part of its own.

        An item of a list (（1）, ①, 一是) goes on with what was announced; （一） and 1. do not.
        """
        if sentence == 0:
            return False
        before, this = self._report.sentences[sentence - 1 : sentence + 1]
        together = before.paragraph == this.paragraph and before.section == this.section
        number = number_of(self._report.plain.text[this.start : this.end])
        return together and (number is None or number.style >= ITEM)


def _opens(text: str, sentence: int, at: int) -> bool:
    """Whether nothing but a number (一是, （二）) and a time precedes."""
    return OPENING.fullmatch(text[sentence:at]) is not None
