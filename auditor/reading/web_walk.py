"""Walks a page's tree in reading order without calling itself, however deep the tree."""

import re
from collections.abc import Container, Iterator
from typing import Any, Literal

from auditor.text import HAN_RANGES

BLOCKS = frozenset(
    {
        *("p", "div", "li", "ul", "ol", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "br", "section", "article", "header", "footer", "main"),
        *("dl", "dt", "dd", "blockquote", "pre", "hr", "center", "fieldset", "figure", "figcaption"),
        *("address", "aside", "form", "body", "html", "title", "head", "legend", "details", "summary"),
    }
)
_CJK = f"\u3000-\u303f{HAN_RANGES}\uff00-\uffef“”‘’…—"
# A line break of the source between two Chinese characters is not a space.
_SOURCE_BREAK = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n]\s*(?=[{_CJK}])")
_SPACES = re.compile(r"\s+")

Step = tuple[Literal["enter", "leave"], Any] | tuple[Literal["text"], str]


def steps(container: Any, closed: Container[Any] = ()) -> Iterator[Step]:
    """Yields each element entered and left, and each text between.

    Args:
        container: Where to begin.
        closed: Elements that are entered and left, but whose inside is passed over.
    """
    waiting: list[Step] = [("enter", container)]
    while waiting:
        step = waiting.pop()
        yield step
        if step[0] != "enter":
            continue
        element = step[1]
        waiting.append(("leave", element))
        if element in closed:
            continue
        for part in reversed(element):
            waiting.append(("text", part.tail or ""))
            if isinstance(part.tag, str):
                waiting.append(("enter", part))
        waiting.append(("text", element.text or ""))


def tidy(text: str) -> str:
    """Collapses white space as a browser does; none is left where the source breaks a Chinese sentence."""
    return _SPACES.sub(" ", _SOURCE_BREAK.sub("", text)).strip()
