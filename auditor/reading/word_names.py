"""Names of WordprocessingML elements, and the small look-ups that all parts of the Word reader share."""

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def w(name: str) -> str:
    """The name of an element or attribute in the main namespace of Word, as lxml writes it."""
    return _W + name


VAL = w("val")


def child(element: Any | None, name: str) -> Any | None:
    """The first child of that name; None when there is none, or no element."""
    return None if element is None else element.find(w(name))


def value(element: Any | None, name: str, default: str = "") -> str:
    """The w:val of the first child of that name; `default` when the child or its value is missing."""
    found = child(element, name)
    return default if found is None else str(found.get(VAL, default))


def number(text: str, default: int) -> int:
    """A whole number as Word writes it; `default` for anything else."""
    try:
        return int(text)
    except ValueError:
        return default


def is_on(properties: Any | None, name: str) -> bool:
    """Whether an on/off property (w:vanish, w:del) is set: present and not switched off."""
    found = child(properties, name)
    return found is not None and found.get(VAL, "1") not in {"0", "false", "off"}
