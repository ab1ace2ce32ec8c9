"""Words that hold the letters of a concept and mean another thing: longer words, and words across a border."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from auditor.catalogue.wordlists import Border

Spans = tuple[tuple[int, int], ...]
REMEMBERED = 4096


class Strangers:
    """Finds them in single sentences; what was found in a sentence is remembered while it is at work on it."""

    def __init__(self, but_not: Mapping[str, frozenset[str]], borders: Sequence[Border]) -> None:
        """Prepare the words.

        Args:
            but_not: For each concept the longer words in which its words mean another thing.
            borders: Short words and the characters beside them with which they may be part of other words.
        """
        self._longer = {concept: _any_of(words) for concept, words in but_not.items()}
        self._doubtful = re.compile("|".join(_beside(border) for border in borders) or "(?!)")
        self._longer_words = lru_cache(maxsize=REMEMBERED)(self._find_longer_words)
        self._doubtful_in = lru_cache(maxsize=REMEMBERED)(self._find_doubtful)

    def swallows(self, concept: str, sentence: str, start: int, end: int) -> bool:
        """Whether a longer word stands across [start, end) of a sentence, where a word of the concept was found."""
        if concept not in self._longer or start < 0:
            return False
        for left, right in self._longer_words(concept, sentence):
            reaches_beyond = left < start or right > end or right - left >= end - start
            if left < end and right > start and reaches_beyond:
                return True
        return False

    def _find_longer_words(self, concept: str, sentence: str) -> Spans:
        return tuple(found.span() for found in self._longer[concept].finditer(sentence))

    def doubtful_words(self, sentence: str, start: int, end: int) -> Spans:
        """Short words within [start, end) of a sentence that may be part of words across their borders."""
        doubtful = self._doubtful_in(sentence)
        return tuple((left, right) for left, right in doubtful if start <= left and right <= end) if doubtful else ()

    def _find_doubtful(self, sentence: str) -> Spans:
        found = self._doubtful.finditer(sentence)
        return tuple(next(group for group in each.regs[1:] if group[0] >= 0) for each in found)


def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


def _beside(border: Border) -> str:
    word = f"({re.escape(border.word)})"
    sides = []
    if border.before:
        sides.append(f"(?<=[{re.escape(border.before)}]){word}")
    if border.after:
        sides.append(f"{word}(?=[{re.escape(border.after)}])")
    return "|".join(sides)
