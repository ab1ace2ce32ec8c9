"""Finds where the phrases of the catalogue match in a report."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase import Phrase
from auditor.catalogue.wordlists import Border
from auditor.matching.index import PhraseIndex
from auditor.matching.words import is_whole
from auditor.scorecard import MatchKind

NOTHING: dict[int, list[int]] = {}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in the plain text, at [start, end) in sentence number `sentence`."""

    owner: Any
    phrase: str
    start: int
    end: int
    sentence: int
    kind: MatchKind


class Found:
    """The matches in one text; looked up sentence by sentence, and only once."""

    def __init__(self, matcher: "Matcher", text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._matcher = matcher
        self._text = text
        self._spans = spans
        self._cache: dict[tuple[int, Hashable], list[Match]] = {}
        self._candidates: dict[Hashable, dict[int, list[int]]] = {}
        for number, mask in enumerate(matcher.index.scan(text, [end for _, end in spans])):
            for candidate in matcher.index.candidates(mask):
                group = matcher.group_of(candidate)
                self._candidates.setdefault(group, {}).setdefault(number, []).append(candidate)

    def in_sentence(self, number: int, group: Hashable) -> list[Match]:
        """The matches of a group of phrases in one sentence, in order of their place."""
        phrases = self._candidates.get(group, NOTHING).get(number)
        if phrases is None:
            return []
        key = (number, group)
        if key not in self._cache:
            self._cache[key] = self._matcher.match(phrases, self._text, self._spans[number], number)
        return self._cache[key]

    def everywhere(self, group: Hashable) -> Iterable[Match]:
        """The matches of a group in the whole text, in order of their place."""
        for number in sorted(self._candidates.get(group, NOTHING)):
            yield from self.in_sentence(number, group)


class Matcher:
    """Phrases in groups, each with an owner that its matches name."""

    def __init__(self, words: Words, borders: Sequence[Border]) -> None:
        self._words = words
        self._borders = borders
        self._phrases: list[Phrase] = []
        self._owners: list[tuple[Hashable, Any]] = []
        self._index: PhraseIndex | None = None

    def add(self, group: Hashable, owner: Any, sources: Iterable[str]) -> None:
        """Add phrases, before the first text is searched."""
        for source in sources:
            self._phrases.append(Phrase(source, self._words.concepts))
            self._owners.append((group, owner))

    @property
    def index(self) -> PhraseIndex:
        """The index over all phrases added."""
        if self._index is None:
            self._index = PhraseIndex(self._phrases)
        return self._index

    def group_of(self, number: int) -> Hashable:
        """The group of a phrase."""
        return self._owners[number][0]

    def search(self, text: str, spans: Sequence[tuple[int, int]]) -> Found:
        """Scan a text that is cut into sentences [start, end)."""
        return Found(self, text, spans)

    def match(self, numbers: list[int], text: str, span: tuple[int, int], sentence: int) -> list[Match]:
        """Run phrases on one sentence."""
        start, end = span
        body = text[start:end]
        matches: list[Match] = []
        for number in numbers:
            phrase = self._phrases[number]
            at = 0
            while (found := phrase.search(body, at)) is not None:
                if found.end() == found.start():
                    break
                kind = self._accept(phrase, found, body)
                at = found.end() if kind else found.start() + 1
                if kind:
                    matches.append(
                        Match(
                            self._owners[number][1],
                            phrase.source,
                            start + found.start(),
                            start + found.end(),
                            sentence,
                            kind,
                        )
                    )
        return sorted(matches, key=lambda m: (m.start, -m.end))

    def _accept(self, phrase: Phrase, found: Any, body: str) -> MatchKind | None:
        """How the phrase matched, or None when a word of it belongs to another word there."""
        for group, concept in enumerate(phrase.concepts, start=1):
            wrong = self._words.but_not.get(concept)
            if wrong and found.group(group) is not None and _inside(wrong, body, found.start(group), found.end(group)):
                return None
        segmented = False
        for border in self._borders:
            at = body.find(border.word, found.start(), found.end())
            while at >= 0:
                stop = at + len(border.word)
                if (body[at - 1 : at] in border.before and at > 0) or (
                    body[stop : stop + 1] in border.after and stop < len(body)
                ):
                    segmented = True
                    if not is_whole(body, at, stop):
                        return None
                at = body.find(border.word, stop, found.end())
        if segmented:
            return "words"
        return "exact" if phrase.literal else "pattern"


def _inside(words: frozenset[str], body: str, start: int, end: int) -> bool:
    """Whether one of the words stands across [start, end)."""
    for word in words:
        at = body.find(word, max(0, start - len(word) + 1))
        if (
            0 <= at < end
            and at + len(word) > start
            and (at < start or at + len(word) > end or len(word) >= end - start)
        ):
            return True
    return False
