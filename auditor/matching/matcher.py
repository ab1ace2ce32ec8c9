"""Finds where the phrases of the catalogue match in a report."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple

from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase import Phrase
from auditor.catalogue.wordlists import Border
from auditor.matching.index import PhraseIndex
from auditor.matching.strangers import Strangers
from auditor.matching.words import is_whole
from auditor.terms import MatchKind

NOTHING: dict[int, list[int]] = {}


class Match(NamedTuple):
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
        for number, candidates in enumerate(matcher.index.candidates(text, [end for _, end in spans])):
            for candidate in candidates:
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

    def covers(self, group: Hashable, match: Match) -> bool:
        """Whether a match of a group stands over another match, or over a part of it."""
        others = self.in_sentence(match.sentence, group)
        return any(each.start < match.end and each.end > match.start for each in others)

    def everywhere(self, group: Hashable) -> Iterable[Match]:
        """The matches of a group in the whole text, in order of their place."""
        for number in sorted(self._candidates.get(group, NOTHING)):
            yield from self.in_sentence(number, group)


class Matcher:
    """Phrases in groups, each with an owner that its matches name."""

    def __init__(self, words: Words, borders: Sequence[Border], *, in_sentences: bool = True) -> None:
        """Prepare for texts cut into sentences; not `in_sentences` when what they are cut into may hold ！ and ？."""
        self._words = words
        self._in_sentences = in_sentences
        self._strangers = Strangers(words.but_not, borders)
        self._phrases: list[Phrase] = []
        self._owners: list[tuple[Hashable, Any]] = []
        self._index: PhraseIndex | None = None

    def add(self, group: Hashable, owner: Any, sources: Iterable[str]) -> None:
        """Add phrases, before the first text is searched."""
        for source in sources:
            self._phrases.append(Phrase(source, self._words.concepts, in_sentences=self._in_sentences))
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
            phrase, owner = self._phrases[number], self._owners[number][1]
            found = phrase.search(body)
            while found is not None and found.end() > found.start():
                kind = self._accept(phrase, found, body)
                if kind:
                    left, right = start + found.start(), start + found.end()
                    matches.append(Match(owner, phrase.source, left, right, sentence, kind))
                found = phrase.search(body, found.end() if kind else found.start() + 1)
        return sorted(matches, key=_place)

    def _accept(self, phrase: Phrase, found: Any, body: str) -> MatchKind | None:
        """How the phrase matched, or None when a word of it belongs to another word there."""
        for group, concept in enumerate(phrase.concepts, start=1):
            if self._strangers.swallows(concept, body, found.start(group), found.end(group)):
                return None
        doubtful = self._strangers.doubtful_words(body, found.start(), found.end())
        if doubtful:
            return "words" if all(is_whole(body, start, end) for start, end in doubtful) else None
        return "exact" if phrase.literal else "pattern"


def _place(match: Match) -> tuple[int, int]:
    return match.start, -match.end
