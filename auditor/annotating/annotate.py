"""A draft and its report card -> the same draft with comments."""

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from auditor.annotating.anchors import anchor, remove_anchors
from auditor.annotating.comments import CONTENT_TYPES, PART, Comments, name_in_relations, name_in_types
from auditor.annotating.story import Story
from auditor.annotating.wording import Note, notes, summary
from auditor.reading import DEFAULT, Limits
from auditor.reading.package import Package
from auditor.reading.word_names import child
from auditor.scorecard import Citation, ReportCard

_STRICT = b"http://purl.oclc.org/ooxml/"


class AnnotatingError(Exception):
    """A draft that takes no comments; the message says in Chinese what to do."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """The draft with comments.

    Attributes:
        data: The bytes of the .docx; all parts but those with comments are the draft's own, byte for byte.
        placed: How many passages bear a comment.
        lost: How many could not, and are listed in the comment at the end.
        replaced: How many comments of an earlier audit were taken out first.
    """

    data: bytes
    placed: int
    lost: int
    replaced: int


def annotate(data: bytes, text: str, card: ReportCard, limits: Limits = DEFAULT) -> Annotated:
    """Put comments on the passages that a report card cites, and one at the end; those of an earlier audit go.

    Args:
        data: The bytes of the draft.
        text: The text that was read from it, which the citations point into.
        card: The audit of that text.
        limits: The bounds of reading.

    Raises:
        AnnotatingError: When the file is of a kind that cannot be commented on.
        ReadingError: When it cannot be read.
    """
    package = Package(data, limits)
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None or _is_strict(data, package.main):
        raise AnnotatingError("这种Word文件不能加批注。请用Word打开，另存为普通的 .docx（不要选“Strict”）后再试。")
    own = package.related("comments")
    comments = Comments(package.xml(own) if own else None)
    earlier = comments.drop_own()
    remove_anchors(body, earlier)
    lost = [note for note in notes(card) if not _place(body, text, note, comments)]
    placed = sum(1 for _ in notes(card)) - len(lost)
    _close(body, summary(card, lost), comments)
    changed = {package.main: root, own or PART: comments.root}
    if not own:
        folder, name = posixpath.split(package.main)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        changed |= {relations: package.xml(relations), CONTENT_TYPES: package.xml(CONTENT_TYPES)}
        name_in_relations(changed[relations], package.main)
        name_in_types(changed[CONTENT_TYPES])
    return Annotated(_repacked(data, changed), placed, len(lost), len(earlier))


def _place(body: Any, text: str, note: Note, comments: Comments) -> bool:
    """Anchor one comment, when its passage is found."""
    citation, lines = note
    story = Story(body)
    found = story.find(*_in_context(text, citation))
    if found is None:
        return False
    anchor(story.places[found[0]], story.places[found[1]], comments.add(lines))
    return True


def _in_context(text: str, citation: Citation) -> tuple[str, str, str]:
    return citation.text, text[: citation.start], text[citation.end :]


def _close(body: Any, lines: list[str], comments: Comments) -> None:
    """Anchor the comment at the end to the last character."""
    places = Story(body).places
    if places:
        anchor(places[-1], places[-1], comments.add(lines))


def _is_strict(data: bytes, main: str) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _STRICT in archive.read(main)[:4000]


def _repacked(data: bytes, changed: dict[str, Any]) -> bytes:
    """The same zip file, some of its parts written anew."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        members = {member.filename: member for member in old.infolist()}
        for name, member in members.items():
            content = _written(changed[name]) if name in changed else old.read(name)
            info = zipfile.ZipInfo(name, member.date_time)
            info.compress_type, info.external_attr = member.compress_type, member.external_attr
            new.writestr(info, content)
        for name in changed.keys() - members.keys():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, _written(changed[name]))
    return out.getvalue()


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
