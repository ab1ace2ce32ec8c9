"""The text of a page's element as lines: broken at block tags only, the rows of tables whole."""

import re
from dataclasses import dataclass, field
from typing import Any

from auditor.reading.web_table import records
from auditor.reading.web_walk import BLOCKS, steps, tidy

_HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph to be; see auditor.reading.document.Paragraph for heading and place."""

    text: str
    heading: int | None = None
    place: str = ""


@dataclass(slots=True)
class _Page:
    """Lines so far, and the line being collected."""

    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    heading: int | None = None
    preformatted: int = 0

    def write(self, text: str) -> None:
        """Adds text of the flow; in a pre element each of its line breaks ends a line."""
        if not self.preformatted:
            self.parts.append(text)
            return
        for piece in text.splitlines(keepends=True):
            self.parts.append(piece)
            if piece != piece.rstrip("\r\n"):
                self.end_line()

    def end_line(self) -> None:
        """Ends the line being collected; a blank one leaves nothing."""
        text = tidy("".join(self.parts))
        self.parts.clear()
        if text:
            self.lines.append(Line(text, self.heading))


def lines(container: Any) -> list[Line]:
    """The lines of an element, in order.

    Args:
        container: The element that holds the article.
    """
    page = _Page()
    rows = records(container)
    for step in steps(container, closed=rows):
        if step[0] == "text":
            page.write(step[1])
            continue
        entered, element = step[0] == "enter", step[1]
        if element.tag not in BLOCKS:
            continue
        page.end_line()
        level = _HEADING.fullmatch(element.tag)
        if level:
            page.heading = int(level.group(1)) if entered else None
        if element.tag == "pre":
            page.preformatted += 1 if entered else -1
        if entered and element in rows:
            text, place = rows[element]
            page.lines.append(Line(text, place=place))
    page.end_line()
    return page.lines
