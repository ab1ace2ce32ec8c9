"""Word's automatic numbering as text: the 一、 or （二） that Word shows but does not store."""

from dataclasses import dataclass
from typing import Any

from auditor.reading import numerals
from auditor.reading.word_names import child, number, value, w
from auditor.reading.word_styles import Styles


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, its number style, its pattern (“（%2）”), its linked style."""

    start: int
    style: str
    pattern: str
    linked: str
    arabic: bool


@dataclass(frozen=True, slots=True)
class _List:
    """A list in use: the definition whose counters it shares, its levels, and the levels it starts anew."""

    definition: str
    levels: dict[int, _Level]
    restarts: dict[int, int]


class Numbering:
    """Counts through the paragraphs of one document, in order."""

    def __init__(self, root: Any | None, styles: Styles) -> None:
        """Reads the numbering part; None stands for a document without one."""
        self._styles = styles
        self._lists: dict[str, _List] = {} if root is None else _lists(root)
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, paragraph: Any) -> str:
        """The label of a paragraph, counting it; "" for one without number and for bullets.

        Must be called for every paragraph in document order, blank ones too, for Word counts them.
        """
        list_id, level = self._position(paragraph)
        used = self._lists.get(list_id)
        if used is None or level not in used.levels:
            return ""
        counts = self._counts.setdefault(used.definition, {})
        if level in used.restarts and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counts[level] = used.restarts[level] - 1
        counts[level] = counts.get(level, used.levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _written(used.levels, level, counts)

    def _position(self, paragraph: Any) -> tuple[str, int]:
        """The list and level of a paragraph: its own, completed by its style's."""
        list_id, level = "", ""
        style_id = self._styles.id_of(paragraph)
        for owner in (paragraph, *self._styles.chain(style_id)):
            properties = child(child(owner, "pPr"), "numPr")
            if properties is None:
                continue
            level = level or value(properties, "ilvl")
            list_id = value(properties, "numId")
            if list_id:
                break
        if not level and list_id in self._lists:
            for index, entry in self._lists[list_id].levels.items():
                if entry.linked and entry.linked == style_id:
                    return list_id, index
        return list_id, number(level, 0)


def _written(levels: dict[int, _Level], level: int, counts: dict[int, int]) -> str:
    current = levels[level]
    if current.style in {"bullet", "none"} and "%" not in current.pattern:
        return ""
    if current.style == "bullet":
        return ""
    text = current.pattern
    for index in range(9):
        mark = f"%{index + 1}"
        if mark in text:
            entry = levels.get(index, _Level(1, "decimal", "", "", False))
            style = "decimal" if current.arabic and index != level else entry.style
            text = text.replace(mark, numerals.write(counts.get(index, entry.start), style))
    return text


def _lists(root: Any) -> dict[str, _List]:
    definitions: dict[str, dict[int, _Level]] = {}
    links: dict[str, str] = {}
    by_style: dict[str, str] = {}
    for definition in root.iter(w("abstractNum")):
        name = str(definition.get(w("abstractNumId"), ""))
        definitions[name] = _levels(definition)
        links[name] = value(definition, "numStyleLink")
        if value(definition, "styleLink"):
            by_style[value(definition, "styleLink")] = name
    found: dict[str, _List] = {}
    for entry in root.iter(w("num")):
        name = value(entry, "abstractNumId")
        # A definition without levels of its own borrows those of the list style it names.
        name = by_style.get(links.get(name, ""), name)
        levels = dict(definitions.get(name, {}))
        restarts: dict[int, int] = {}
        for override in entry.iter(w("lvlOverride")):
            index = number(str(override.get(w("ilvl"), "")), 0)
            levels.update(_levels(override))
            if child(override, "startOverride") is not None:
                restarts[index] = number(value(override, "startOverride"), 1)
        found[str(entry.get(w("numId"), ""))] = _List(name, levels, restarts)
    found.pop("0", None)
    return found


def _levels(owner: Any) -> dict[int, _Level]:
    return {
        number(str(level.get(w("ilvl"), "")), 0): _Level(
            number(value(level, "start"), 1),
            value(level, "numFmt", "decimal"),
            value(level, "lvlText"),
            value(level, "pStyle"),
            child(level, "isLgl") is not None,
        )
        for level in owner.iterchildren(w("lvl"))
    }
