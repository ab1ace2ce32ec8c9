"""The visible text of one Word paragraph, with what python-docx's own API drops."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.reading.word_names import child, is_on, w

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXTS = frozenset({w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"})
_SKIPPED = frozenset(
    {
        *map(w, ("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "fldData", "rt")),
        _MARKUP + "Fallback",
    }
)
WRITTEN = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_XML_BREAK = re.compile(r"(?<!\s)\s*[\r\n]\s*")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_SHOWN = TEXTS | WRITTEN.keys() | _NOTES.keys() | {w("txbxContent")}


@dataclass(slots=True)
class Inline:
    """What stands in a paragraph.

    Attributes:
        text: Its text; line feeds are line and page breaks inside it.
        notes: Footnotes and endnotes it refers to: ("footnote" or "endnote", id), in order.
        boxes: The w:txbxContent elements anchored in it, in order.
    """

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)


def inline(paragraph: Any) -> Inline:
    """Collects a paragraph's text: insertions, links and content controls in, deleted and hidden text out.

    Args:
        paragraph: A w:p (or any element holding runs).
    """
    found = Inline()
    parts: list[str] = []
    for element in visible(paragraph):
        tag = element.tag
        if tag in TEXTS:
            # A line break of the XML itself is only a space; Word writes w:br for one that shows.
            parts.append(_XML_BREAK.sub(" ", element.text or ""))
        elif tag in WRITTEN:
            parts.append(WRITTEN[tag])
        elif tag in _NOTES:
            found.notes.append((_NOTES[tag], str(element.get(w("id"), ""))))
        else:
            found.boxes.append(element)
    found.text = "".join(parts)
    return found


def visible(root: Any) -> Iterator[Any]:
    """What shows under an element, in order: texts, what is written as a character, note references, text boxes."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag in _SHOWN:
            yield element
        elif tag != w("r") or not is_on(child(element, "rPr"), "vanish"):
            waiting.extend(reversed(element))
