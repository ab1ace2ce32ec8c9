"""Anchors a comment to exactly the characters it is about, splitting runs where it begins and ends."""

import copy
from typing import Any

from lxml import etree

from auditor.annotating.story import Place
from auditor.reading.word_names import w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def anchor(first: Place, last: Place, number: int) -> None:
    """Anchor comment `number` from the first to the last character, both included.

    Only the bounds of runs change, never the text: a run cut in two keeps its formatting in both halves.
    """
    end = _piece(last[0])
    _cut(last[0], last[1] + 1)
    start = _piece(first[0])
    begun = _cut(*first)
    if begun is not None:
        end = begun if end is start else end
        start = begun
    start.addprevious(_mark("commentRangeStart", number))
    mark = _mark("commentRangeEnd", number)
    end.addnext(mark)
    _under_paragraph(mark).addnext(_reference(number))


def remove_anchors(body: Any, numbers: frozenset[str]) -> None:
    """Remove the anchors of comments, and the runs that held nothing but a reference to one."""
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in [each for each in body.iter(w(name)) if each.get(w("id")) in numbers]:
            run = mark.getparent()
            run.remove(mark)
            if run.tag == w("r") and all(each.tag == w("rPr") for each in run):
                run.getparent().remove(run)


def _cut(holder: Any, index: int) -> Any | None:
    """Move what follows in a run, from a character of one of its elements on, to a new run behind it.

    Returns:
        The new run; None when nothing is on one side, or the run stands inside something that is kept whole.
    """
    run = holder.getparent()
    if run is not _piece(holder):
        return None
    moved = list(holder.itersiblings())
    text = holder.text or ""
    if index == 0:
        moved.insert(0, holder)
    elif index < len(text):
        moved.insert(0, _rest(holder, index))
    if not moved or (index == 0 and _opens(holder)):
        return None
    new = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    new.extend(moved)
    run.addnext(new)
    return new


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
    """What an anchor is put before or after: the outermost run, or formula, around an element."""
    piece = holder
    for parent in holder.iterancestors():
        if parent.tag == w("p"):
            break
        if parent.tag == w("r") or parent.tag.endswith("}oMath"):
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
