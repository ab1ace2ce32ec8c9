"""The part of a .docx that holds its comments, and the two lists that have to name it."""

import posixpath
from typing import Any

from lxml import etree

from auditor.reading.word_names import number, w

AUTHOR, INITIALS = "法治报告审核", "审核"
PART = "word/comments.xml"
CONTENT_TYPES = "[Content_Types].xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OF_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = f"{{{_OF_RELATIONS}}}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NAMESPACE = w("")[1:-1]


class Comments:
    """The comments of a document, those it had first.

    Attributes:
        root: The w:comments element.
    """

    def __init__(self, root: Any | None) -> None:
        self.root = root if root is not None else etree.Element(w("comments"), nsmap={"w": _NAMESPACE})
        taken = [number(str(each.get(w("id"), "")), -1) for each in self.root.iter(w("comment"))]
        self._next = max(taken, default=-1) + 1

    def drop_own(self) -> frozenset[str]:
        """Remove the comments of an earlier audit; their numbers."""
        own = [each for each in self.root.iter(w("comment")) if each.get(w("author")) == AUTHOR]
        for comment in own:
            self.root.remove(comment)
        return frozenset(str(each.get(w("id"))) for each in own)

    def add(self, lines: list[str]) -> int:
        """Add a comment of one paragraph for each line; its number. It bears no date, so that the same file results."""
        number = self._next
        self._next += 1
        comment = etree.SubElement(self.root, w("comment"))
        for name, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
            comment.set(w(name), value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
            text = etree.SubElement(run, w("t"))
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return number


def no_relations() -> Any:
    """The relations of a part that has none."""
    return etree.Element(_RELATIONS + "Relationships", nsmap={None: _OF_RELATIONS})


def name_in_relations(root: Any, main: str) -> None:
    """Name the part in the relations of the main part."""
    taken = {str(each.get("Id")) for each in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rIdComments{n}" not in taken)
    relation = etree.SubElement(root, _RELATIONS + "Relationship")
    relation.set("Id", f"rIdComments{number}")
    relation.set("Type", _KIND)
    relation.set("Target", posixpath.relpath(PART, posixpath.dirname(main)))


def name_in_types(root: Any) -> None:
    """Name the part in the list of content types."""
    override = etree.SubElement(root, _TYPES + "Override")
    override.set("PartName", f"/{PART}")
    override.set("ContentType", _TYPE)
