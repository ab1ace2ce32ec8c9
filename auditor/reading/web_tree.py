"""HTML source to a tree without scripts, menus and forms."""

import re
from typing import Any

from lxml import etree

from auditor.reading.failure import ReadingError

_DROPPED = frozenset(
    {
        *("script", "style", "noscript", "nav", "iframe", "select", "option", "button", "textarea"),
        *("template", "svg", "object", "map", "rt", "rp", "marquee"),
    }
)
# Dropped only when they hold little of the page: old ASP.NET sites keep the whole page in one form, others
# show a hidden article by script.
_DROPPED_IF_SMALL = frozenset({"form", "footer", "aside"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SMALL = 0.3
# What XML trees cannot hold, though references (&#8;) bring it in; NUL would end the page.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Browsers show what follows the end of the page as if it stood inside; under a name that was never opened, the end
# tag is passed over.
_END = re.compile(r"</(?:body|html)(?=[\s/>])", re.I)
# The parser itself, allowed texts and attributes of any size, would go deeper than the walks over a tree are meant to.
_TOO_DEEP = etree.XPath("/*" * 256)


def parse(source: str) -> Any:
    """Parses a page.

    Args:
        source: The page, decoded.

    Returns:
        The root element, without comments and without elements that hold no article text.

    Raises:
        ReadingError: "unreadable" for elements nested too deeply, "empty" for a page without any element.
        MemoryError: When the page was not read to its end for want of memory.
    """
    clean = _END.sub("</end", _DECLARATION.sub("", _CONTROL.sub("", source)))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_NO_MEMORY):
        raise MemoryError
    if root is None:
        raise ReadingError("网页是空的，没有可审核的文字。请重新保存网页后再审核。", "empty")
    if _TOO_DEEP(root):
        raise ReadingError(
            "网页标签嵌套过深，无法解析。请在浏览器中复制正文，另存为 .txt 或 .docx 后再审核。", "unreadable"
        )
    _prune(root)
    return root


def _prune(root: Any) -> None:
    doomed: list[Any] = list(root.iter(*_DROPPED))
    for element in doomed:
        remove(element)
    weight = weigh(root)
    whole = weight[root]
    doomed = []
    for element in root.iter(etree.Element):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if (hidden or element.tag in _DROPPED_IF_SMALL) and weight[element] <= _SMALL * whole:
            doomed.append(element)
    for element in doomed:
        if element is not root and element.tag != "body":
            remove(element)


def remove(element: Any) -> None:
    """Takes an element out, leaving the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = _CONTROL.sub("", (parent.text or "") + element.tail)
        else:
            before.tail = _CONTROL.sub("", (before.tail or "") + element.tail)
    parent.remove(element)


def weigh(root: Any) -> dict[Any, int]:
    """The number of characters that are no white space in each element, descendants included."""
    weight: dict[Any, int] = {}
    for element in reversed(list(root.iter(etree.Element))):
        inside = sum(weight.get(part, 0) + visible(part.tail) for part in element)
        weight[element] = visible(element.text) + inside
    return weight


def visible(text: str | None) -> int:
    """The number of characters that are no white space."""
    return len("".join(text.split())) if text else 0
