"""The part of a .docx that holds its comments, and the two lists that have to name it."""

import posixpath
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from lxml import etree

from auditor.reading.word_names import number, w

AUTHOR, INITIALS = "法治报告审核", "审核"
PART = "word/comments.xml"
CONTENT_TYPES = "[Content_Types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OF_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{_OF_RELATIONS}}}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_NAMESPACE = w("")[1:-1]
# The root elements of the parts that are written.
COMMENTS, RELATIONS, TYPES = w("comments"), f"{_RELATION}s", _OVERRIDE.replace("Override", "Types")


class Comments:
    """The comments of a document, those it had first.

    Attributes:
        root: The w:comments element.
    """

    def __init__(self, root: Any | None) -> None:
        self.root = root if root is not None else etree.Element(COMMENTS, nsmap={"w": _NAMESPACE})

    def drop_own(self) -> frozenset[str]:
        """Remove the comments of an earlier audit; their numbers, but for those that another comment bears too."""
        own = [each for each in self.root.iter(w("comment")) if each.get(w("author")) == AUTHOR]
        for comment in own:
            comment.getparent().remove(comment)
        return frozenset(str(each.get(w("id"))) for each in own) - self._numbers()

    def free_numbers(self, anchored: Iterable[str]) -> Iterator[int]:
        """The numbers that no comment bears, in order.

        Args:
            anchored: Numbers that the document names though there may be no such comment; none of them is free.
        """
        taken = {number(each, -1) for each in self._numbers().union(anchored)}
        return (each for each in count() if each not in taken)

    def _numbers(self) -> frozenset[str]:
        return frozenset(str(each.get(w("id"))) for each in self.root.iter(w("comment")))

    def add(self, number: int, lines: Iterable[str]) -> None:
        """Add a comment of one paragraph for each line. It bears no date, so that the same file results."""
        comment = etree.SubElement(self.root, w("comment"))
        for name, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
            comment.set(w(name), value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
            text = etree.SubElement(run, w("t"))
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def no_relations() -> Any:
    """The relations of a part that has none."""
    return etree.Element(RELATIONS, nsmap={None: _OF_RELATIONS})


def name_in_relations(root: Any, main: str) -> None:
    """Name the part in the relations of the main part, instead of one that is not there."""
    for relation in [each for each in root if str(each.get("Type", "")).endswith("/comments")]:
        root.remove(relation)
    taken = {str(each.get("Id")) for each in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rIdComments{n}" not in taken)
    relation = etree.SubElement(root, _RELATION)
    relation.set("Id", f"rIdComments{number}")
    relation.set("Type", _KIND)
    relation.set("Target", posixpath.relpath(PART, posixpath.dirname(main)))


def name_in_types(root: Any) -> None:
    """Name the part in the list of content types, once."""
    for override in [each for each in root.iter(_OVERRIDE) if str(each.get("PartName")).lower() == f"/{PART}"]:
        override.getparent().remove(override)
    override = etree.SubElement(root, _OVERRIDE)
    override.set("PartName", f"/{PART}")
    override.set("ContentType", _TYPE)
