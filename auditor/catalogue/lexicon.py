"""The word lists of the catalogue, ready to use: concepts, headings, slips."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import ahocorasick

from auditor.catalogue.fields import SectionRole
from auditor.catalogue.model import Catalogue
from auditor.catalogue.phrase import AnyOf
from auditor.catalogue.phrase_language import concepts_of, expand, parse
from auditor.numbering import number_of
from auditor.text import FORMS, Replacement

SHORT_TERM = 7
SENTENCE_STOP = re.compile(r"[。！？：]|$")


def characters_of(catalogue: Catalogue) -> Replacement:
    """What each character is read as: simplified, and of one width."""
    return Replacement(catalogue.lexicon.traditional | FORMS)


class Words:
    """The compiled lexicon of a catalogue.

    Attributes:
        concepts: The words of each concept.
        but_not: For each concept the longer words in which its words mean another thing.
        characters: What each character is read as: simplified, and of one width.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        lexicon = catalogue.lexicon
        self.concepts = concept_words(catalogue)
        self.but_not: dict[str, frozenset[str]] = {
            concept.id: _expanded(concept.but_not, self.concepts) for concept in lexicon.concepts if concept.but_not
        }
        self.characters = characters_of(catalogue)
        self._sections = [
            (item.role, self._any_of(item.headings), self._any_of(item.but_not), self._any_of(item.lead_ins))
            for item in lexicon.sections
        ]
        self._whole_headings = {heading: item.role for item in lexicon.sections for heading in item.whole}
        self._lead_ins = self._any_of([phrase for item in lexicon.sections for phrase in item.lead_ins])
        self._openers = self._any_of(lexicon.continuations.openers)
        self._read_as = Replacement(_representatives(lexicon.slips.look_alikes))
        self._never = tuple(lexicon.slips.never)
        self._terms = sorted({term for element in catalogue.elements for term in element.slips})

    def _any_of(self, sources: Iterable[str]) -> AnyOf:
        return AnyOf(sources, self.concepts)

    def section_role(self, heading: str) -> SectionRole:
        """What a section with this heading is about, "none" when the heading does not say."""
        if heading in self._whole_headings:
            return self._whole_headings[heading]
        for role, headings, but_not, _ in self._sections:
            if headings.found_in(heading) and not but_not.found_in(heading):
                return role
        return "none"

    def lead_ins(self, text: str, start: int, end: int) -> Iterable[tuple[int, int, SectionRole]]:
        """Sentences of a paragraph that open a part of the report: where each begins and ends, what it opens."""
        at = start
        for stop in SENTENCE_STOP.finditer(text, start, end):
            number = number_of(text[at : stop.end()])
            for begin in (at + number.end, at) if number else (at,):
                role = self._role_opened(text, begin, stop.end())
                if role != "none":
                    yield at, stop.end(), role
                    break
            at = stop.end()

    def _role_opened(self, text: str, start: int, end: int) -> SectionRole:
        """What the sentence at [start, end) opens, "none" when it opens nothing."""
        if self._lead_ins.opens(text, start, end):
            for role, _, but_not, lead_ins in self._sections:
                if lead_ins.opens(text, start, end) and not but_not.opens(text, start, end):
                    return role
        return "none"

    def goes_on(self, sentence: str) -> bool:
        """Whether a sentence goes on about the matter of the one before it."""
        return self._openers.opens(sentence, 0, len(sentence))

    def is_right_as_it_stands(self, found: str) -> bool:
        """Whether a text holds a word that must never be read as another."""
        return any(word in found for word in self._never)

    def look_alikes(self, text: str) -> Iterable[tuple[int, str]]:
        """Where a term stands if look-alike characters are not told apart: the offset after it, and the term."""
        if self._terms:
            for last, terms in self._alike.iter(self._read_as(text)):
                yield from ((last + 1, term) for term in terms)

    def slip_pieces(self, text: str) -> Iterable[tuple[int, str, int]]:
        """Where halves of the longer terms stand: the offset after the half, the term, and that of the half in it."""
        if any(len(term) > SHORT_TERM for term in self._terms):
            for last, pieces in self._pieces.iter(text):
                yield from ((last + 1, term, offset) for term, offset in pieces)

    def cuts_term(self, line: str, following: str) -> bool:
        """Whether the break between two lines cuts a term in two (法律 | 顾问)."""
        halves = self._halves.get(line[-1:] + following[:1], ())
        return any(line.endswith(head) and following.startswith(tail) for head, tail in halves)

    @cached_property
    def _halves(self) -> dict[str, list[tuple[str, str]]]:
        halves: dict[str, list[tuple[str, str]]] = {}
        for term in self._terms:
            for at in range(1, len(term)):
                halves.setdefault(term[at - 1 : at + 1], []).append((term[:at], term[at:]))
        return halves

    @cached_property
    def _alike(self) -> Any:
        terms: dict[str, list[str]] = {}
        for term in self._terms:
            terms.setdefault(self._read_as(term), []).append(term)
        return _automaton({key: tuple(each) for key, each in terms.items()})

    @cached_property
    def _pieces(self) -> Any:
        pieces: dict[str, list[tuple[str, int]]] = {}
        for term in self._terms:
            if len(term) > SHORT_TERM:
                half = len(term) // 2
                pieces.setdefault(term[:half], []).append((term, half))
                pieces.setdefault(term[half:], []).append((term, len(term)))
        return _automaton({key: tuple(each) for key, each in pieces.items()})


def _automaton(words: Mapping[str, object]) -> Any:
    automaton = ahocorasick.Automaton()
    for word, value in words.items():
        automaton.add_word(word, value)
    automaton.make_automaton()
    return automaton


def _representatives(groups: Iterable[str]) -> dict[str, str]:
    """For each look-alike character the one that stands for all it can be mistaken for."""
    stands_for: dict[str, str] = {}
    for group in groups:
        known = {stands_for[char] for char in group if char in stands_for}
        first = min(known, default=group[0])
        for char, old in list(stands_for.items()):
            if old in known:
                stands_for[char] = first
        stands_for.update(dict.fromkeys(group, first))
    return stands_for


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
