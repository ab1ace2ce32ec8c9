"""One linear scan that says for each sentence which phrases can match there at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import ahocorasick

from auditor.catalogue.phrase import Phrase


class PhraseIndex:
    """An automaton over every literal of every phrase.

    A phrase needs one text of each of several sets. The rarest of them leads: only where one of its texts stands are
    the others looked for, each of which is one bit of what a sentence holds. So the work grows with the text, hardly
    with the catalogue.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        bits: dict[frozenset[str], int] = {}
        masks: dict[str, int] = {}
        led: dict[str, list[tuple[int, int]]] = {}
        commonness = cache(_commonness)
        for number, phrase in enumerate(phrases):
            lead, *others = sorted(set(phrase.needs), key=commonness)
            needed = 0
            for need in others:
                if need not in bits:
                    bits[need] = 1 << len(bits)
                    for word in need:
                        masks[word] = masks.get(word, 0) | bits[need]
                needed |= bits[need]
            for word in lead:
                led.setdefault(word, []).append((needed, number))
        self._automaton: Any = ahocorasick.Automaton()
        words = masks.keys() | led.keys()
        beginnings = Counter(word[0] for word in words)
        # The automaton tries what may follow in the order it was told: common beginnings first.
        for word in sorted(words, key=lambda word: (-beginnings[word[0]], word)):
            self._automaton.add_word(word, (masks.get(word, 0), led.get(word, ())))
        self._automaton.make_automaton()

    def candidates(self, text: str, ends: Sequence[int]) -> Iterator[list[int]]:
        """For every sentence the numbers of the phrases that can match there, in order.

        Args:
            text: The text; it is scanned once.
            ends: The offsets after each sentence, in order.
        """
        if not ends:
            return
        sentences = iter(ends)
        end = next(sentences)
        held = 0
        led: list[tuple[int, int]] = []
        for last, (mask, leads) in self._automaton.iter(text, 0, ends[-1]):
            while last >= end:
                yield _complete(led, held)
                end, held, led = next(sentences), 0, []
            held |= mask
            led += leads
        yield _complete(led, held)
        for _ in sentences:
            yield []


def _complete(led: list[tuple[int, int]], held: int) -> list[int]:
    """The numbers of the phrases led there all of whose other needs are held, each once and in order."""
    return sorted({number for needed, number in led if needed & held == needed})


def _commonness(need: frozenset[str]) -> tuple[int, int, str]:
    """Few and long literals are rare ones."""
    return (-min(map(len, need)), len(need), min(need))
