"""What a page says of itself: the title of its article, its date, who published it."""

import re
from typing import Any

from auditor.reading.web_walk import tidy
from auditor.text import HAN

_META = {
    "title": ("articletitle",),
    "date": ("pubdate", "publishdate", "article:published_time", "dc.date"),
    "publisher": ("contentsource", "source", "sitename", "og:site_name"),
}
_TITLE_PARTS = re.compile(rf"\s*[|_｜]\s*|\s+[-–—]+\s+|(?<={HAN})[-–—]+(?={HAN})")
_REPORT = re.compile(r"法治|依法行政|报告")
_NOISE = re.compile(r"[\s\u200b　]+")
_SHORTEST = 6
_LONGEST = 120


def describe(root: Any) -> dict[str, str]:
    """The page's "title", "date" and "publisher", each only when the page states it.

    The title is the one of the article: from <meta>, else the h1 that speaks of a report, or the only h1,
    else <title> without the site's name.

    Args:
        root: The page, as auditor.reading.web_tree.parse gives it.
    """
    meta = _meta(root)
    about: dict[str, str] = {}
    for key, names in _META.items():
        value = next((meta[name] for name in names if meta.get(name)), "")
        if value and len(value) <= _LONGEST:
            about[key] = value
    title = about.get("title") or _heading(root) or _page_title(root)
    if title:
        about["title"] = title
    return about


def maker(root: Any) -> str:
    """The program that made the page, as it states; "" when it does not."""
    return _meta(root).get("generator", "")


def _meta(root: Any) -> dict[str, str]:
    """What the page's <meta> say, the first of each name."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        meta.setdefault(name, tidy(element.get("content") or ""))
    return meta


def squeeze(text: str) -> str:
    """A text without white space, to compare titles that are broken over lines."""
    return _NOISE.sub("", text)


def _heading(root: Any) -> str:
    headings = [tidy("".join(element.itertext())) for element in root.iter("h1")]
    named = [text for text in headings if _SHORTEST <= len(text) <= _LONGEST]
    alone = named[0] if len(named) == 1 else ""
    return next((text for text in named if _REPORT.search(text)), alone)


def _page_title(root: Any) -> str:
    element = next(root.iter("title"), None)
    if element is None:
        return ""
    parts = [part for part in _TITLE_PARTS.split(tidy("".join(element.itertext()))) if part]
    best = next((part for part in parts if _REPORT.search(part)), "")
    return best if len(best) <= _LONGEST else ""
