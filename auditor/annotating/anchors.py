"""Anchors a comment to exactly the characters it is about, splitting runs where it begins and ends."""

import copy
from typing import Any

from lxml import etree

from auditor.annotating.story import Place
from auditor.reading.word_names import w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WHOLE = frozenset({w("r"), _MATH + "oMath", _MATH + "oMathPara", _ALTERNATIVES})  # no anchor may stand inside these
_ANCHORS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))


def cut(places: list[Place], at: int, *, behind: bool) -> None:
    """Cut the run that holds a character, before that character or behind it, and bring the places up to date.

    Only the bounds of runs change, never the text: a run cut in two keeps its formatting in both halves. Cuts are made
    from the last to the first, so that no character is moved more than once.
    """
    holder, index = places[at][0], places[at][1] + behind
    rest = _cut(holder, index)
    if rest is None or rest is holder:
        return
    for number in range(at + behind, len(places)):
        if places[number][0] is not holder:
            break
        places[number] = rest, places[number][1] - index


def anchor(first: Any, last: Any, number: int) -> None:
    """Anchor comment `number` from one element that holds characters to another, both included."""
    _piece(first).addprevious(_mark("commentRangeStart", number))
    mark = _mark("commentRangeEnd", number)
    _piece(last).addnext(mark)
    _under_paragraph(mark).addnext(_reference(number))


def remove_anchors(body: Any, numbers: frozenset[str]) -> None:
    """Remove the anchors of comments, and the runs that held nothing but a reference to one."""
    for mark in [each for each in body.iter(*_ANCHORS) if each.get(w("id")) in numbers]:
        run = mark.getparent()
        run.remove(mark)
        if run.tag == w("r") and all(each.tag == w("rPr") for each in run):
            run.getparent().remove(run)


def anchored(body: Any) -> frozenset[str]:
    """The numbers that anchors name, of comments that are there or not."""
    return frozenset(str(each.get(w("id"))) for each in body.iter(*_ANCHORS))


def _cut(holder: Any, index: int) -> Any | None:
    """Move what follows in a run, from a character of one of its elements on, to a new run behind it.

    Returns:
        The element that holds the character now; None when no text was moved to another.
    """
    run = holder.getparent()
    if run is not _piece(holder):
        return None
    moved = list(holder.itersiblings())
    text = holder.text or ""
    rest = None
    if index == 0:
        rest = holder
    elif index < len(text):
        rest = _rest(holder, index)
    if rest is not None:
        moved.insert(0, rest)
    if not moved or (index == 0 and _opens(holder)):
        return None
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    new.extend(moved)
    run.addnext(new)
    return rest


def _rest(holder: Any, index: int) -> Any:
    """Cut the text of a w:t; a new w:t with its end."""
    rest = holder.makeelement(holder.tag, dict(holder.attrib))
    rest.text, holder.text = holder.text[index:], holder.text[:index]
    for piece in (rest, holder):
        piece.set(_SPACE, "preserve")
    return rest


def _opens(holder: Any) -> bool:
    """Whether an element is the first thing in its run."""
    previous = holder.getprevious()
    return previous is None or previous.tag == w("rPr")


def _piece(holder: Any) -> Any:
    """What an anchor is put before or after: the outermost run, formula or set of alternatives around an element."""
    piece = holder
    for parent in holder.iterancestors():
        if parent.tag == w("p"):
            break
        if parent.tag in _WHOLE:
            piece = parent
    return piece


def _under_paragraph(element: Any) -> Any:
    """The ancestor that is a child of the paragraph, so that a reference never becomes part of a link or revision."""
    while element.getparent().tag != w("p"):
        element = element.getparent()
    return element


def _mark(name: str, number: int) -> Any:
    mark = etree.Element(w(name))
    mark.set(w("id"), str(number))
    return mark


def _reference(number: int) -> Any:
    run = etree.Element(w("r"))
    run.append(_mark("commentReference", number))
    return run
