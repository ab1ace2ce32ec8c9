"""Applies the changes of profiles to rules, and keeps where each addition stands."""

from typing import Any

from auditor.catalogue.model import ENTRY_LISTS, Element
from auditor.catalogue.profile import Change
from auditor.catalogue.selection import Said
from auditor.catalogue.source import Location, Problem

PLAIN_KEYS = ("weight", "name", "short", "asks", "why", "limits", "from_year", "to_year")
Moved = dict[Location, tuple[str, Location]]


class Overlay:
    """Elements under change; mistakes are collected in `problems`.

    Attributes:
        elements: By id, as changed so far.
        moved: See Catalogue.moved.
        problems: In the order found.
    """

    def __init__(self, elements: dict[str, Element]) -> None:
        self.elements = elements
        self.moved: Moved = {}
        self.problems: list[Problem] = []

    def apply(self, said: Said[Change]) -> None:
        """Apply one change to its element, which must be there."""
        change = said.what
        element = self.elements[change.rule]
        update: dict[str, Any] = {key: getattr(change, key) for key in PLAIN_KEYS if getattr(change, key) is not None}
        if change.advice is not None:
            words = {key: text for key, text in change.advice.model_dump().items() if text is not None}
            update["advice"] = element.advice.model_copy(update=words)
        binds: dict[Any, Any] = {**element.binds, **change.binds}
        update["binds"] = {level: how for level, how in binds.items() if how != "none"}
        for key in ("basis", "examples"):
            update[key] = self._longer(element, said, (key,), getattr(element, key), getattr(change, key))
        update |= self._phrases(element, said)
        self.elements[element.id] = element.model_copy(update=update)

    def _longer(self, element: Element, said: Said[Change], at: Location, old: list[Any], new: list[Any]) -> list[Any]:
        """A list of the rule (at `at`) with what the change adds under the same key."""
        for index in range(len(new)):
            self.moved[element.id, *at, len(old) + index] = (said.source.name, (*said.at, at[-1], index))
        return [*old, *new]

    def _phrases(self, element: Element, said: Said[Change]) -> dict[str, list[Any]]:
        """The lists of signals and the like, with the phrases added."""
        lists: dict[str, list[Any]] = {key: list(getattr(element, key)) for key in ENTRY_LISTS}
        for id_, phrases in said.what.phrases.items():
            found = [(key, i) for key, items in lists.items() for i, item in enumerate(items) if item.id == id_]
            if not found:
                known = "、".join(item.id for items in lists.values() for item in items)
                at: Location = (*said.at, "phrases", id_)
                message = f"规则“{element.id}”里没有“{id_}”"
                self.problems.append(said.source.problem(at, message, f"可用的有：{known}", key=True))
                continue
            key, index = found[0]
            item = lists[key][index]
            self._note_phrases(element, said, id_, (key, index, "phrases"), len(item.phrases))
            lists[key][index] = item.model_copy(update={"phrases": [*item.phrases, *phrases]})
        return lists

    def _note_phrases(self, element: Element, said: Said[Change], id_: str, at: Location, old: int) -> None:
        for index in range(len(said.what.phrases[id_])):
            self.moved[element.id, *at, old + index] = (said.source.name, (*said.at, "phrases", id_, index))
