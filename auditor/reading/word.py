"""Reads .docx: paragraphs, numbering, tables, footnotes and text boxes in the order a reader meets them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.reading.assembly import Assembly, row_text
from auditor.reading.document import Document
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.own_papers import refuse_own
from auditor.reading.package import Package
from auditor.reading.word_names import child, is_on, w
from auditor.reading.word_numbering import Numbering
from auditor.reading.word_styles import Styles
from auditor.reading.word_text import inline

_TRANSPARENT = frozenset(
    {
        *map(w, ("body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "footnote", "endnote")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice",
    }
)
_PROPERTIES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
_NOTE_PLACES = {"footnote": "脚注", "endnote": "尾注"}
_BOX_PLACE = "文本框"
# A cell of more than one paragraph and this many characters holds running text, not a record.
_RUNNING_TEXT = 200


@dataclass(frozen=True, slots=True)
class _Block:
    """One paragraph to be: `aside` marks what stands outside the flow (notes, text boxes)."""

    text: str
    heading: int | None = None
    place: str = ""
    aside: bool = False


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads a Word document.

    Headers, footers, comments, deleted revisions, hidden text and the table of contents are left out.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.

    Raises:
        ReadingError: See auditor.reading.package; also "empty", and "unsupported" for auditor's own letters.
    """
    package = Package(data, limits)
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None:
        raise ReadingError("Word文件中没有正文，可能已损坏。请用Word打开并另存为 .docx 后再审核。", "unreadable")
    refuse_own(_property(package, "cp:category"))
    walk = _Walk(package)
    assembly = Assembly(limits)
    for block in walk.blocks(body):
        assembly.add(block.text, heading=block.heading, place=block.place)
    notes = ("目录不计入正文",) if walk.contents else ()
    unread = () if next(body.iter(w("altChunk")), None) is None else ("文件中嵌有其他文件，嵌入部分未读取",)
    return assembly.finish(path, "docx", {"title": walk.title or _property(package, "dc:title")}, notes, unread)


class _Walk:
    """Goes through a document once.

    Attributes:
        title: Text of the paragraphs with the title style, "" when there are none.
        contents: Whether a table of contents was left out.
    """

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.xml(package.related("styles")))
        self._numbering = Numbering(package.xml(package.related("numbering")), self._styles)
        self._notes: dict[tuple[str, str], Any] = {}
        for kind in _NOTE_PLACES:
            part = package.xml(package.related(kind + "s"))
            if part is not None:
                self._notes |= {(kind, str(note.get(w("id"), ""))): note for note in part.iter(w(kind))}
        self._tables = 0
        self.title = ""
        self.contents = False

    def blocks(self, container: Any) -> Iterator[_Block]:
        """The paragraphs of an element that holds some, in reading order.

        It calls itself for table cells, notes and text boxes only; the XML parser bounds how deep those nest.
        """
        carried = ""
        waiting = list(reversed(container))
        while waiting:
            element = waiting.pop()
            if element.tag == w("p"):
                properties = child(child(element, "pPr"), "rPr")
                if is_on(properties, "del") or is_on(properties, "moveFrom"):
                    # The paragraph mark was deleted: its text runs on in the next paragraph.
                    carried += inline(element).text
                    continue
                yield from self._paragraph(element, carried)
                carried = ""
            elif element.tag == w("tbl"):
                yield from self._table(element)
            elif element.tag in _TRANSPARENT:
                if _is_contents(element):
                    self.contents = True
                else:
                    waiting.extend(reversed(element))
        if carried:
            yield _Block(carried)

    def _paragraph(self, element: Any, carried: str) -> Iterator[_Block]:
        label = self._numbering.label(element)
        if self._styles.is_contents(element):
            self.contents = True
            return
        found = inline(element)
        text = carried + found.text
        if text.strip():
            if self._styles.is_title(element):
                self.title += text.strip()
            yield _Block(label + text.lstrip(), self._styles.heading(element))
        for kind, name in found.notes:
            note = self._notes.pop((kind, name), None)
            if note is not None:
                yield from self._aside(note, _NOTE_PLACES[kind])
        for box in found.boxes:
            yield from self._aside(box, _BOX_PLACE)

    def _aside(self, container: Any, place: str) -> Iterator[_Block]:
        for block in self.blocks(container):
            yield _Block(block.text, block.heading, block.place or place, aside=True)

    def _table(self, table: Any) -> Iterator[_Block]:
        self._tables += 1
        number = self._tables
        for index, row in enumerate(_inside(table, "tr"), 1):
            if not is_on(child(row, "trPr"), "del"):
                cells = [list(self.blocks(cell)) for cell in _inside(row, "tc")]
                yield from _row(cells, f"表格{number}第{index}行")


def _row(cells: list[list[_Block]], place: str) -> Iterator[_Block]:
    """A row as one paragraph; or, when its cells lay out running text, that text's paragraphs."""
    flows = [[block for block in cell if not block.aside and block.text.strip()] for cell in cells]
    filled = [flow for flow in flows if flow]
    if any(_is_running(flow, alone=len(filled) == 1) for flow in filled):
        for flow in filled:
            for block in flow:
                yield _Block(block.text, block.heading, block.place or place)
    elif filled:
        text = row_text([" ".join(" ".join(block.text.split()) for block in flow) for flow in flows])
        heading = filled[0][0].heading if len(filled) == 1 else None
        yield _Block(text, heading, place)
    for cell in cells:
        yield from (block for block in cell if block.aside)


def _is_running(flow: list[_Block], *, alone: bool) -> bool:
    return len(flow) > 1 and (alone or sum(len(block.text) for block in flow) > _RUNNING_TEXT)


def _inside(owner: Any, name: str) -> Iterable[Any]:
    """The rows of a table or the cells of a row, those in content controls and insertions too."""
    waiting = list(reversed(owner))
    while waiting:
        element = waiting.pop()
        if element.tag == w(name):
            yield element
        elif element.tag in _TRANSPARENT:
            waiting.extend(reversed(element))


def _is_contents(element: Any) -> bool:
    """Whether a content control is Word's own table of contents."""
    gallery = element.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(w("val")) == "Table of Contents"


def _property(package: Package, name: str) -> str:
    try:
        root = package.xml("docProps/core.xml")
    except ReadingError:  # no reason to refuse a text that can be read
        return ""
    found = None if root is None else root.find(name, _PROPERTIES)
    return "" if found is None else str(found.text or "")
