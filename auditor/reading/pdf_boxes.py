"""Text that is shown on the pages of a PDF but stands beside them in the file: text boxes and filled form fields."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from ctypes import POINTER, c_float, cast, create_string_buffer
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, groupby, takewhile
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.reading.assembly import too_long
from auditor.reading.limits import Limits
from auditor.reading.pdf_columns import in_reading_order
from auditor.reading.pdf_lines import Line, unified, written_rows
from auditor.reading.pdf_paragraphs import PdfParagraph, paragraphs

_PLACES = {pdfium.FPDF_ANNOT_FREETEXT: "注释框", pdfium.FPDF_ANNOT_WIDGET: "表单"}
_FIELDS = frozenset({"Tx", "Ch"})
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or form field with text in it.

    Attributes:
        page: Its page, from 1.
        top: Its upper edge, in points from the lower edge of the page.
        left: Its left edge, in points.
        place: What it is, in Chinese.
        texts: Its paragraphs.
    """

    page: int
    top: float
    left: float
    place: str
    texts: tuple[str, ...]

    @property
    def length(self) -> int:
        """The number of characters."""
        return sum(map(len, self.texts))

    @property
    def unreadable(self) -> int:
        """The number of characters that the file gives no text for."""
        return sum(text.count("\ufffd") for text in self.texts)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A box of which only the outside is known, and the text that the file states for it."""

    left: float
    bottom: float
    right: float
    top: float
    place: str
    told: str

    @property
    def area(self) -> float:
        """Its size, in square points."""
        return (self.right - self.left) * (self.top - self.bottom)

    def holds(self, piece: Line) -> bool:
        """Whether the middle of a piece of a line stands in it."""
        across, up = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
        return self.left <= across <= self.right and self.bottom <= up <= self.top


def between(printed: list[PdfParagraph], found: list[Box]) -> Iterator[PdfParagraph | Box]:
    """Puts each box after the last paragraph that begins above it, so that no paragraph is parted.

    Args:
        printed: The paragraphs of the pages, in reading order.
        found: The boxes, by page and from top to bottom.
    """
    # Where the highest of what is left begins: in columns, what comes later may stand higher.
    highest = list(accumulate(((item.page, -item.top) for item in reversed(printed)), min))[::-1]
    done = 0
    for box in found:
        until = bisect_right(highest, (box.page, -box.top))
        yield from printed[done:until]
        yield box
        done = until
    yield from printed[done:]


def has_boxes(page: Any) -> bool:
    """Whether a page may have some.

    Args:
        page: A pypdfium2.PdfPage.
    """
    return any(pdfium.FPDFAnnot_GetSubtype(annotation) in _PLACES for annotation in _annotations(page))


def boxes(data: bytes, numbers: list[int], limits: Limits) -> tuple[list[Box], list[int]]:
    """The boxes of some pages.

    In a copy of the file they are made part of their pages; what is written there after the pages' own text is theirs.

    Args:
        data: The bytes of the file.
        numbers: The pages, from 1.
        limits: The bounds to keep.

    Returns:
        The boxes by page, from top to bottom; and the pages, from 1, whose boxes could not be read.

    Raises:
        ReadingError: "too_large" for more text than the limits allow.
    """
    found: list[Box] = []
    broken: list[int] = []
    if not numbers:
        return found, broken
    length = 0
    with closing(pypdfium2.PdfDocument(data)) as document:
        for number in numbers:
            try:
                read = list(_page_boxes(document, number))
            except pypdfium2.PdfiumError:
                broken.append(number)
                continue
            found += sorted(read, key=lambda box: (-box.top, box.left))
            length += sum(box.length for box in read)
            if length > limits.characters:
                raise too_long(limits)
    return found, broken


def _page_boxes(document: Any, number: int) -> Iterator[Box]:
    with closing(document[number - 1]) as page:
        frames = [frame for each in _annotations(page) if (frame := _frame(each))]
        if not frames:
            return
        written = _rows(page)
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_FAIL:
            raise pypdfium2.PdfiumError("not flattened")
    with closing(document[number - 1]) as page:
        shown = _rows(page)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(written, shown, strict=False)))
    held: dict[int, list[list[Line]]] = defaultdict(list)
    for row in shown[same:]:
        for index, pieces in groupby(row, partial(_holder, frames)):
            held[index].append(list(pieces))
    for index, frame in enumerate(frames):
        texts = _texts(frame.told, held[index])
        if texts:
            yield Box(number, frame.top, frame.left, frame.place, texts)


def _holder(frames: list[_Frame], piece: Line) -> int:
    """The index of the smallest frame around a piece of a line; -1 for none."""
    around = [(frame.area, index) for index, frame in enumerate(frames) if frame.holds(piece)]
    return min(around)[1] if around else -1


def _rows(page: Any) -> list[list[Line]]:
    with closing(page.get_textpage()) as text_page:
        return written_rows(text_page)


def _texts(told: str, rows: list[list[Line]]) -> tuple[str, ...]:
    """The paragraphs of a box: as the file states them, unless more is shown, for fonts may not say what they print."""
    shown = tuple(paragraph.text for paragraph in paragraphs([in_reading_order(rows)]))
    stated = tuple(text for line in told.splitlines() if (text := unified(line).strip()))
    return shown if _length(shown) > _length(stated) else stated


def _length(texts: tuple[str, ...]) -> int:
    """The number of characters that are no white space."""
    return sum(len("".join(text.split())) for text in texts)


def _frame(annotation: Any) -> _Frame | None:
    """The outside of an annotation; None for one that is hidden, or no box with text."""
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind not in _PLACES or pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
        return None
    if kind == pdfium.FPDF_ANNOT_WIDGET and not _is_field(annotation):
        return None
    told = _string(annotation, b"Contents" if kind == pdfium.FPDF_ANNOT_FREETEXT else b"V")
    edges = pdfium.FS_RECTF(c_float(0), c_float(0), c_float(0), c_float(0))
    pdfium.FPDFAnnot_GetRect(annotation, edges)
    (left, right), (bottom, top) = sorted((edges.left, edges.right)), sorted((edges.bottom, edges.top))
    return _Frame(left, bottom, right, top, _PLACES[kind], told)


def _is_field(annotation: Any) -> bool:
    """Whether text is entered here, not a box ticked or a seal set; told without PDFium's forms, which may run scripts.

    One of several fields that share a value does not state what it is, but those that are ticked name their state.
    """
    kind = _string(annotation, b"FT")
    return kind in _FIELDS if kind else not pdfium.FPDFAnnot_HasKey(annotation, b"AS")


def _annotations(page: Any) -> Iterator[Any]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        try:
            yield annotation
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: bytes) -> str:
    """A string or name of an annotation; "" for none."""
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)  # in bytes
    buffer = create_string_buffer(size + 2)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, cast(buffer, POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").partition("\0")[0]
