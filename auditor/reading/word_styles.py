"""What a Word paragraph's style says: heading level, table of contents, title, numbering."""

import re
from typing import Any

from auditor.reading.word_names import VAL, child, number, value, w

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$", re.I)
_LONGEST_CHAIN = 20
_CONTENTS = re.compile(r"(?:toc|目录) ?([1-9]|heading)$", re.I)


class Styles:
    """The paragraph styles of one document, each with the styles it builds on."""

    def __init__(self, root: Any | None) -> None:
        """Reads the styles part; None stands for a document without one."""
        self._styles: dict[str, Any] = {}
        self._default = ""
        if root is not None:
            for style in root.iter(w("style")):
                name = str(style.get(w("styleId"), ""))
                self._styles[name] = style
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
                    self._default = name

    def id_of(self, paragraph: Any) -> str:
        """The id of a paragraph's style, the default style's when it names none."""
        return value(child(paragraph, "pPr"), "pStyle", self._default)

    def chain(self, style_id: str) -> list[Any]:
        """A style and those it builds on, nearest first; a loop ends it, as does great length."""
        found: list[Any] = []
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen and len(found) < _LONGEST_CHAIN:
            seen.add(style_id)
            style = self._styles[style_id]
            found.append(style)
            style_id = value(style, "basedOn")
        return found

    def heading(self, paragraph: Any) -> int | None:
        """The heading level of a paragraph, from 1: its own outline level, else its style's."""
        own = child(child(paragraph, "pPr"), "outlineLvl")
        if own is not None:
            return _level(str(own.get(VAL, "")))
        for style in self.chain(self.id_of(paragraph)):
            named = _HEADING.match(value(style, "name"))
            if named:
                return int(named.group(1))
            outline = child(child(style, "pPr"), "outlineLvl")
            if outline is not None:
                return _level(str(outline.get(VAL, "")))
        return None

    def is_contents(self, paragraph: Any) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        chain = self.chain(self.id_of(paragraph))
        return bool(chain) and _CONTENTS.match(value(chain[0], "name")) is not None

    def is_title(self, paragraph: Any) -> bool:
        """Whether a paragraph has the style for the document's title."""
        chain = self.chain(self.id_of(paragraph))
        return bool(chain) and value(chain[0], "name").lower() == "title"


def _level(text: str) -> int | None:
    """Word counts outline levels from 0; 9 is body text."""
    level = number(text, 9)
    return level + 1 if 0 <= level < 9 else None
