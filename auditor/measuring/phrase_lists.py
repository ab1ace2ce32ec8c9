"""Every list of phrases in a catalogue, with its place in the rule files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.model import ENTRY_LISTS
from auditor.catalogue.source import Location
from auditor.measuring.places import Places


@dataclass(frozen=True, slots=True)
class PhraseList:
    """A list of phrases of one rule.

    Attributes:
        owner: "elements" or "blocks" and the id, or the name of a word list ("concepts", …) and the id there.
        at: Where the list stands in the owner's data.
        phrases: As written.
    """

    owner: tuple[str, str]
    at: Location
    phrases: Sequence[str]

    def problem(self, index: int, message: str, suggestion: str, places: Places) -> Problem:
        """A remark on one phrase of the list, by its index."""
        return places.of(self.owner, (*self.at, index), message, suggestion)


def phrase_lists(catalogue: Catalogue) -> Iterable[PhraseList]:
    """All of them, empty ones left out, in the order of the rule files."""
    return (each for each in _all(catalogue) if each.phrases)


def _all(catalogue: Catalogue) -> Iterable[PhraseList]:
    for element in catalogue.elements:
        owner = ("elements", element.id)
        for key in ("anchors", "own"):
            yield PhraseList(owner, (key,), getattr(element, key))
        for key in ENTRY_LISTS:
            for index, item in enumerate(getattr(element, key)):
                yield from _of(item, owner, (key, index), ("phrases", "unless"))
    for block in catalogue.blocks:
        yield from _of(block, ("blocks", block.id), (), ("phrases", "but_not"))
    lexicon = catalogue.lexicon
    for index, concept in enumerate(lexicon.concepts):
        yield from _of(concept, ("concepts", concept.id), (index,), ("words", "but_not"))
    for index, cue in enumerate(lexicon.cues):
        yield from _of(cue, ("cues", cue.id), (index,), ("phrases", "but_not", "not_after"))
    for index, section in enumerate(lexicon.sections):
        yield from _of(section, ("sections", section.role), (index,), ("headings", "but_not", "lead_ins"))


def _of(item: Any, owner: tuple[str, str], at: Location, keys: Sequence[str]) -> Iterable[PhraseList]:
    for key in keys:
        yield PhraseList(owner, (*at, key), getattr(item, key, []))
