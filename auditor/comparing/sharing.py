"""Which reports share whole passages with each other: sentences equal but for punctuation and the unit's own name."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

from auditor.annex import Copying, SharedPassage, SharedPlace, Sharing
from auditor.comparing.passages import passages
from auditor.judging.hiding import Spans, within
from auditor.reading import Document
from auditor.scorecard import masked

MIN_CHARACTERS = 30
# What so many units write, and so large a part of them, is a set phrase (“深入学习贯彻…”) and tells nothing of copying.
COMMON_UNITS = 10
COMMON_PART = 0.2
PAIRED = 50


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    paragraph: int
    length: int
    key: bytes


class Sharer:
    """Takes one document after another, keeping each sentence once; then says what they share."""

    def __init__(self) -> None:
        self._texts: dict[bytes, str] = {}
        self._units: list[str] = []
        self._sentences: list[list[_Sentence]] = []
        self._lengths: list[int] = []

    def add(self, document: Document | None, unit: str, personal: Spans = ()) -> None:
        """Take the next report.

        Args:
            document: Its text; None when it is not to be had.
            unit: The reporting body.
            personal: Personal data, [start, end) of the text, that no passage may show.
        """
        found = list(passages(document, unit)) if document is not None else []
        sentences = []
        for each in found:
            if len(each.key) >= MIN_CHARACTERS and document is not None:
                key = _digest(each.key)
                hidden = within(personal, each.start, each.end)
                self._texts.setdefault(key, masked(document.text[each.start : each.end], hidden, each.start))
                sentences.append(_Sentence(each.start, each.end, each.paragraph, len(each.key), key))
        self._units.append(unit)
        self._lengths.append(sum(len(each.key) for each in found))
        self._sentences.append(sentences)

    def sharing(self) -> Sharing:
        """The passages shared, longest first, and the reports by the part they share."""
        where = self._where()
        found = sorted(self._passages(where), key=lambda passage: (-passage.length, passage.places[0].report))
        return Sharing(tuple(found), tuple(self._copying(found)))

    def _where(self) -> dict[bytes, dict[int, int]]:
        """For each sentence that units share, the number of its first occurrence in each report."""
        where: dict[bytes, dict[int, int]] = defaultdict(dict)
        for report, sentences in enumerate(self._sentences):
            for number, sentence in enumerate(sentences):
                where[sentence.key].setdefault(report, number)
        return {key: places for key, places in where.items() if len(places) > 1 and self._is_between_units(places)}

    def _is_between_units(self, places: dict[int, int]) -> bool:
        first, *others = (self._units[report] for report in places)
        return any(not first or unit != first for unit in others)

    def _passages(self, where: dict[bytes, dict[int, int]]) -> Iterator[SharedPassage]:
        """Sentences that follow one another in all their reports are one passage."""
        for report, sentences in enumerate(self._sentences):
            number = 0
            while number < len(sentences):
                places = where.get(sentences[number].key)
                count = 1
                if places is not None and min(places.items()) == (report, number):
                    while self._goes_on(where, report, number + count, places, count):
                        count += 1
                    yield self._passage(places, count)
                number += count

    def _goes_on(
        self, where: dict[bytes, dict[int, int]], report: int, number: int, places: dict[int, int], count: int
    ) -> bool:
        sentences = self._sentences[report]
        if number >= len(sentences):
            return False
        following = where.get(sentences[number].key)
        return following == {other: first + count for other, first in places.items()}

    def _passage(self, places: dict[int, int], count: int) -> SharedPassage:
        spots = []
        for report, number in places.items():
            first, last = self._sentences[report][number], self._sentences[report][number + count - 1]
            spots.append(SharedPlace(report, first.paragraph, first.start, last.end))
        report, number = next(iter(places.items()))
        sentences = self._sentences[report][number : number + count]
        text = "".join(self._texts[each.key] for each in sentences)
        units = len({self._units[each] or each for each in places})
        common = units >= COMMON_UNITS and units > COMMON_PART * len(self._units)
        return SharedPassage(text, sum(each.length for each in sentences), tuple(spots), common)

    def _copying(self, found: list[SharedPassage]) -> list[Copying]:
        shared: Counter[int] = Counter()
        pairs: Counter[tuple[int, int]] = Counter()
        for passage in found:
            if passage.is_common:
                continue
            reports = [place.report for place in passage.places]
            shared.update(dict.fromkeys(reports, passage.length))
            for one, other in _pairs(reports):
                if not self._units[one] or self._units[one] != self._units[other]:
                    pairs[one, other] += passage.length
                    pairs[other, one] += passage.length
        nearest: dict[int, tuple[int, int]] = {}
        for (one, other), length in sorted(pairs.items()):
            if length > nearest.get(one, (0, 0))[0]:
                nearest[one] = (length, other)
        copying = [
            Copying(
                report,
                min(1.0, total / self._lengths[report]),
                nearest[report][1],
                min(1.0, nearest[report][0] / self._lengths[report]),
            )
            for report, total in shared.items()
            if report in nearest
        ]
        return sorted(copying, key=lambda each: (-each.share, each.report))


def _pairs(reports: list[int]) -> Iterator[tuple[int, int]]:
    """Each with each; in a large group only the first with each, lest the pairs outgrow the reports."""
    yield from combinations(reports, 2) if len(reports) <= PAIRED else ((reports[0], other) for other in reports[1:])


def _digest(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=12).digest()
