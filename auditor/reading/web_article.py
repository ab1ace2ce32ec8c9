"""Finds the element that holds a page's article: by the containers that site systems use, else by links."""

from typing import Any

from lxml import etree

from auditor.reading.web_tree import remove, weigh

# Containers that hold the article and nothing else on the site systems in use: TRS, UCAP, UEditor, Word.
_KNOWN = tuple(
    etree.XPath(path)
    for path in (
        '//*[@id="zoom" or @id="Zoom"]',
        '//*[@id="UCAP-CONTENT"]',
        '//*[contains(concat(" ", normalize-space(@class), " "), " TRS_Editor ")]',
        '//*[contains(@class, "TRS_UEDITOR")]',
        '//*[@id="js_content" or @id="articleContent" or @id="vsb_content" or @id="ivs_content"]',
        '//*[contains(concat(" ", normalize-space(@class), " "), " Section1 ")'
        ' or contains(concat(" ", normalize-space(@class), " "), " WordSection1 ")]',
    )
)
_KNOWN_LEAST = 50
_CONTAINERS = frozenset({"div", "td", "article", "section", "main", "body"})
_LISTS = ("div", "ul", "ol", "dl", "table", "td", "section")
_LINK_SHARE = 0.6
_LINK_COST = 3
_NEAR_BEST = 0.9


def find_article(root: Any) -> Any:
    """The element that holds the article; the root itself when the page has no container at all.

    Args:
        root: The page, as auditor.reading.web_tree.parse gives it.
    """
    weight = weigh(root)
    for known in _KNOWN:
        candidates = [element for element in known(root) if weight[element] >= _KNOWN_LEAST]
        if candidates:
            return max(candidates, key=lambda element: weight[element])
    return _densest(root, weight)


def _densest(root: Any, weight: dict[Any, int]) -> Any:
    """The innermost container with nearly the best score: its characters less three times those in links."""
    elements = list(root.iter(etree.Element))
    links: dict[Any, int] = {}
    for element in reversed(elements):
        inside = sum(links.get(part, 0) for part in element)
        links[element] = weight[element] if element.tag == "a" else inside
    scored = [
        (weight[element] - _LINK_COST * links[element], element) for element in elements if element.tag in _CONTAINERS
    ]
    if not scored:
        return root
    best = max(score for score, _ in scored)
    article = next(element for score, element in reversed(scored) if score >= min(best, _NEAR_BEST * best))
    _drop_link_lists(article, weight, links)
    return article


def _drop_link_lists(article: Any, weight: dict[Any, int], links: dict[Any, int]) -> None:
    """Takes the menus and side lists out that stand beside the text in the same container."""
    lists = [
        element
        for element in article.iterdescendants(*_LISTS)
        if links[element] and links[element] >= _LINK_SHARE * weight[element]
    ]
    for element in lists:
        remove(element)
