"""One linear scan that says for each sentence which phrases can match there at all."""

from collections.abc import Iterable, Sequence
from typing import Any

import ahocorasick

from auditor.catalogue.phrase import Phrase


class PhraseIndex:
    """An automaton over every literal of every phrase.

    Each set of literals that a phrase needs is one bit; the scan gives each sentence the bits that it holds, and a
    phrase is a candidate for a sentence that holds all of its bits. So the work grows with the text, hardly with the
    catalogue.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        bits: dict[frozenset[str], int] = {}
        for phrase in phrases:
            for need in phrase.needs:
                bits.setdefault(need, len(bits))
        words: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                words[word] = words.get(word, 0) | 1 << bit
        self._automaton: Any = ahocorasick.Automaton()
        for word, mask in words.items():
            self._automaton.add_word(word, mask)
        self._automaton.make_automaton()
        self._led: dict[int, list[tuple[int, int]]] = {}
        for number, phrase in enumerate(phrases):
            needed = sum(1 << bit for bit in {bits[need] for need in phrase.needs})
            lead = 1 << bits[min(phrase.needs, key=_commonness)]
            self._led.setdefault(lead, []).append((needed, number))
        self._lead_mask = sum(self._led)

    def scan(self, text: str, ends: Sequence[int]) -> list[int]:
        """The bits of every sentence; `ends` are the offsets after each sentence, in order."""
        masks = [0] * len(ends)
        if not ends:
            return masks
        sentence, end = 0, ends[0]
        for last, mask in self._automaton.iter(text):
            while last >= end:
                sentence += 1
                if sentence == len(ends):
                    return masks
                end = ends[sentence]
            masks[sentence] |= mask
        return masks

    def candidates(self, mask: int) -> Iterable[int]:
        """The numbers of the phrases that can match in a sentence with these bits, in order."""
        leads = mask & self._lead_mask
        found: list[int] = []
        while leads:
            low = leads & -leads
            for needed, number in self._led[low]:
                if needed & mask == needed:
                    found.append(number)
            leads ^= low
        found.sort()
        return found


def _commonness(need: frozenset[str]) -> tuple[int, int, list[str]]:
    """Few and long literals are rare ones."""
    return (-min(map(len, need)), len(need), sorted(need)[:1])
