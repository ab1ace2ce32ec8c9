"""The word lists of the catalogue, ready to use: concepts, headings, slips."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import ahocorasick

from auditor.catalogue.model import Catalogue, SectionRole
from auditor.catalogue.phrase import Phrase, concepts_of, expand, parse

BLOCKING = 2


class Words:
    """The compiled lexicon of a catalogue.

    Attributes:
        concepts: The words of each concept.
        but_not: For each concept the longer words in which its words mean another thing.
        traditional: Traditional characters and the simplified ones they are read as.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        lexicon = catalogue.lexicon
        self.concepts = concept_words(catalogue)
        self.but_not: dict[str, frozenset[str]] = {
            concept.id: _expanded(concept.but_not, self.concepts) for concept in lexicon.concepts if concept.but_not
        }
        self.traditional: Mapping[str, str] = lexicon.traditional
        self._sections = [
            (item.role, self.phrases(item.headings), self.phrases(item.but_not), self.phrases(item.lead_ins))
            for item in lexicon.sections
        ]
        self._openers = self.phrases(lexicon.continuations.openers)
        self._alike = {(a, b) for group in lexicon.slips.look_alikes for a in group for b in group}
        self._never = tuple(lexicon.slips.never)
        self._terms = sorted({term for element in catalogue.elements for term in element.slips})

    def phrases(self, sources: Iterable[str]) -> tuple[Phrase, ...]:
        """Compile phrases."""
        return tuple(Phrase(source, self.concepts) for source in sources)

    def section_role(self, heading: str) -> SectionRole:
        """What a section with this heading is about, "none" when the heading does not say."""
        for role, headings, but_not, _ in self._sections:
            if any(_found(p, heading) for p in headings) and not any(_found(p, heading) for p in but_not):
                return role
        return "none"

    def lead_ins(self, text: str, start: int, end: int) -> Iterable[tuple[int, int, SectionRole]]:
        """Sentences of a paragraph that open a part of the report: where each begins and ends, and what it opens."""
        at = start
        while at < end:
            stop = min((i for mark in "。！？：" if (i := text.find(mark, at, end)) >= 0), default=end - 1) + 1
            sentence = text[at:stop]
            for role, _, _, lead_ins in self._sections:
                if any(_found(p, sentence) for p in lead_ins):
                    yield at, stop, role
                    break
            at = stop

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence goes on about the matter of the one before it."""
        return any((found := p.regex.search(sentence)) is not None and found.start() == 0 for p in self._openers)

    def look_alike(self, found: str, right: str) -> bool:
        """Whether a scan or a keyboard may put `found` for `right`."""
        return (found, right) in self._alike

    def is_right_as_it_stands(self, found: str) -> bool:
        """Whether a text holds a word that must never be read as another."""
        return any(word in found for word in self._never)

    def slip_pieces(self, text: str) -> Iterable[tuple[int, tuple[tuple[str, int, int], ...]]]:
        """Where pieces of the terms stand whose slips are mended.

        Yields:
            The offset after the piece, and for each term it is a piece of: the term, the offset of the piece in it,
            the length of the piece.
        """
        if self._terms:
            for last, pieces in self._pieces.iter(text):
                yield last + 1, pieces

    @cached_property
    def _pieces(self) -> Any:
        pieces: dict[str, list[tuple[str, int, int]]] = {}
        for term in self._terms:
            count = BLOCKING if len(term) <= 12 else BLOCKING + 1
            size = len(term) // count
            for index in range(count):
                offset = index * size
                piece = term[offset:] if index == count - 1 else term[offset : offset + size]
                pieces.setdefault(piece, []).append((term, offset, len(piece)))
        automaton = ahocorasick.Automaton()
        for piece, owners in pieces.items():
            automaton.add_word(piece, tuple(owners))
        automaton.make_automaton()
        return automaton


def concept_words(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """The words of every concept, those of other concepts it uses included."""
    words: dict[str, frozenset[str]] = {}
    for concept in catalogue.lexicon.concepts:
        words[concept.id] = _expanded(concept.words, words)
    return words


def _expanded(phrases: Iterable[str], words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    texts: set[str] = set()
    for phrase in phrases:
        nodes = parse(phrase)
        assert all(used.name in words for used in concepts_of(nodes))  # noqa: S101  (the loader has checked it)
        texts |= expand(nodes, words) or frozenset()
    return frozenset(texts)


def _found(phrase: Phrase, text: str) -> bool:
    needed = all(any(word in text for word in need) for need in phrase.needs)
    return needed and phrase.regex.search(text) is not None
