"""A draft and its report card -> the same draft with comments."""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree

from auditor.annotating.anchors import anchor, anchored, cut, remove_anchors
from auditor.annotating.comments import (
    COMMENTS,
    CONTENT_TYPES,
    PART,
    RELATIONS,
    TYPES,
    Comments,
    name_in_relations,
    name_in_types,
    no_relations,
)
from auditor.annotating.note import Note
from auditor.annotating.story import Footnotes, Story
from auditor.annotating.wording import beside, notes, summary
from auditor.reading import DEFAULT, Limits, ReadingError
from auditor.reading.package import Package
from auditor.reading.word_names import child, w
from auditor.scorecard import ReportCard

_Placed = tuple[int, int, Sequence[str]]  # the first and the last character of a passage in the story, and the comment
_STRICT = b"http://purl.oclc.org/ooxml/"


_ODD = "这种Word文件不能加批注。请用Word打开，另存为普通的 .docx（不要选“Strict”）后再试。"
_NO_DOCX = "文件扩展名是 .docx，但内容是其他格式，不能加批注。请用Word打开，另存为 .docx 后再试。"
_DAMAGED = "Word文件有损坏或缺少的部分（如图片），不能加批注。请用Word打开修复，另存为 .docx 后再试。"


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


def annotate(data: bytes, text: str, card: ReportCard, limits: Limits = DEFAULT, *, is_full: bool = False) -> Annotated:
    """Put comments where something is to be mended or added, and one at the end; those of an earlier audit go.

    Args:
        data: The bytes of the draft.
        text: The text that was read from it, which the citations point into.
        card: The audit of that text.
        limits: The bounds of reading.
        is_full: Whether all passages that the card cites bear one, also where nothing is to be done.

    Raises:
        ReadingError: When it cannot be read, or is of a kind that cannot be commented on.
    """
    if not zipfile.is_zipfile(BytesIO(data)):
        raise ReadingError(_NO_DOCX, "unsupported")
    package = Package(data, limits)
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None or _is_strict(data, package.main):
        raise ReadingError(_ODD, "unsupported")
    own = package.related("comments")
    comments = Comments(_part(package, own, COMMENTS) if own else None)
    earlier = comments.drop_own()
    remove_anchors(body, earlier)
    story = Story(body, _footnotes(package), text)
    if not story.places:
        raise ReadingError(_ODD, "unsupported")
    placed, lost = _placed(story, notes(card, text, is_full=is_full))
    closing = (len(story.places) - 1, len(story.places) - 1, summary(card, lost))
    _anchor(story, [*placed, closing], comments, comments.free_numbers(anchored(body)))
    changed = {package.main: root, own or PART: comments.root} | ({} if own else _lists(package))
    return Annotated(_repacked(data, changed), len(placed), len(lost), len(earlier))


def _lists(package: Package) -> dict[str, Any]:
    """The two lists that have to name a new part, by their names, with it."""
    folder, name = posixpath.split(package.main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    named, types = _part(package, relations, RELATIONS), _part(package, CONTENT_TYPES, TYPES)
    if types is None:
        raise ReadingError(_DAMAGED, "unsupported")
    named = no_relations() if named is None else named
    name_in_relations(named, package.main)
    name_in_types(types)
    return {relations: named, CONTENT_TYPES: types}


def _part(package: Package, name: str, tag: str) -> Any | None:
    """The root element of a part; None when there is no such part.

    Raises:
        ReadingError: When the part is another than its name or the relation to it says.
    """
    root = package.xml(name)
    if root is not None and root.tag != tag:
        raise ReadingError(_DAMAGED, "unsupported")
    return root


def _footnotes(package: Package) -> Footnotes:
    found: Footnotes = {}
    for kind in ("footnote", "endnote"):
        root = package.xml(package.related(f"{kind}s"))
        for each in root.iter(w(kind)) if root is not None else ():
            found[w(f"{kind}Reference"), str(each.get(w("id")))] = each
    return found


def _placed(story: Story, all_notes: Iterable[Note]) -> tuple[list[_Placed], list[Note]]:
    """The comments whose passage is found, and the notes whose passage is not."""
    placed: list[_Placed] = []
    lost = []
    for note in all_notes:
        found = story.find(note.start, note.end)
        if found is None:
            lost.append(note)
        else:
            aside = story.aside(found[0])
            placed.append((*found, beside(note, aside) if aside else note.lines))
    return placed, lost


def _anchor(story: Story, placed: list[_Placed], comments: Comments, numbers: Iterator[int]) -> None:
    """Cut the runs wherever a comment begins or ends, then set all anchors."""
    cuts = {(first, False) for first, _, _ in placed} | {(last, True) for _, last, _ in placed}
    for at, behind in sorted(cuts, reverse=True):
        cut(story.places, at, behind=behind)
    for (first, last, lines), number in zip(placed, numbers, strict=False):
        comments.add(number, lines)
        anchor(story.places[first][0], story.places[last][0], number)


def _is_strict(data: bytes, main: str) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return _STRICT in archive.read(main)[:4000]


def _repacked(data: bytes, changed: dict[str, Any]) -> bytes:
    """The same zip file, some of its parts written anew."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        members = {member.filename: member for member in old.infolist()}
        for name, member in members.items():
            content = _written(changed[name]) if name in changed else _read(old, name)
            info = zipfile.ZipInfo(name, member.date_time)
            info.compress_type, info.external_attr = member.compress_type, member.external_attr
            new.writestr(info, content)
        for name in changed.keys() - members.keys():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, _written(changed[name]))
    return out.getvalue()


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except Exception as error:  # zipfile and zlib raise many kinds for a broken member
        raise ReadingError(_DAMAGED, "unreadable") from error


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
