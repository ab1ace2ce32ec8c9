"""Where the decoys of an element reach in a sentence: what lies there is another matter."""

from auditor.catalogue.model import Decoy, Element
from auditor.matching.matcher import Found, Match
from auditor.structure import Report
from auditor.structure.spans import CLAUSE_END, SEGMENT_END


class DecoyZones:
    """The zones of one element's decoys; words of one's own (镇政府, 我局) end a decoy's reach."""

    def __init__(self, element: Element, report: Report, found: Found) -> None:
        self._element = element
        self._report = report
        self._found = found
        self._zones: dict[int, list[tuple[int, int, Decoy]]] = {}

    def at(self, sentence: int, start: int, end: int) -> Decoy | None:
        """The decoy whose zone touches [start, end) of the plain text, None when there is none."""
        for left, right, decoy in self._of(sentence):
            if left < end and right > start:
                return decoy
        return None

    def _of(self, number: int) -> list[tuple[int, int, Decoy]]:
        if number not in self._zones:
            own = self._found.in_sentence(number, (self._element.id, "own"))
            zones: list[tuple[int, int, Decoy]] = []
            for match in self._found.in_sentence(number, (self._element.id, "decoy")):
                if any(each.start <= match.start and each.end >= match.end for each in own):
                    continue
                if self._only_begins_in_a_title(match):
                    continue
                end = self._end(match.owner, match.end, self._report.sentences[number].end)
                if match.owner.reach != "phrase":
                    end = min([end, *(each.start for each in own if self._begins_after(match, each))])
                zones.append((match.start, end, match.owner))
            self._zones[number] = zones
        return self._zones[number]

    def _begins_after(self, match: Match, own: Match) -> bool:
        """Whether words of one's own begin after a decoy, or in a later clause of it (学校食堂……，落实执法三项制度)."""
        if own.start <= match.start:
            return False
        return own.start >= match.end or CLAUSE_END.search(self._report.plain.text, match.start, own.start) is not None

    def _only_begins_in_a_title(self, match: Match) -> bool:
        """Whether words of a title run into those after it: 《中小学学区调整方案》纳入重大行政决策 is no school."""
        found = self._report.plain.text[match.start : match.end]
        closing = found.find("》")
        return closing >= 0 and "《" not in found[:closing]

    def _end(self, decoy: Decoy, end: int, sentence_end: int) -> int:
        if decoy.reach == "phrase":
            return end
        border = CLAUSE_END if decoy.reach == "clause" else SEGMENT_END
        stop = border.search(self._report.plain.text, end, sentence_end)
        return stop.start() if stop else sentence_end
