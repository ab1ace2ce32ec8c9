"""Reads PDF files, their scanned pages too. PDFium is not safe for threads: read in one thread of a process."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.reading.assembly import Assembly, too_long
from auditor.reading.document import Document
from auditor.reading.encoding import tell_damage
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.pdf_boxes import Box, between, boxes, has_boxes
from auditor.reading.pdf_columns import in_reading_order
from auditor.reading.pdf_lines import Line, page_rows
from auditor.reading.pdf_margins import drop_margins
from auditor.reading.pdf_paragraphs import paragraphs
from auditor.reading.pdf_scans import Scan, recognise, remedy

_PASSWORD = 4
_SECURITY = 5
# A page with fewer characters than this and a picture is taken for a scan with, say, a stamped page number.
_FEW = 10
# So is one with fewer than this, all in the upper or lower tenth of a picture that covers most of the page.
_MOST_IN_MARGINS = 120
_MARGIN = 0.1
_MOST_OF_PAGE = 0.5
# Beyond this share of characters without text the fonts do not say what they print.
_UNREADABLE_SHARE = 0.2
_MAKER = re.compile(r"^Microsoft Word - |\.(?:docx?|wps|pdf|txt)$", re.I)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as its text layer gives it: its lines; whether it is a picture instead, or broken; and if it has boxes."""

    lines: list[Line]
    is_picture: bool = False
    is_broken: bool = False
    has_boxes: bool = False

    @property
    def length(self) -> int:
        """The number of characters."""
        return sum(len(line.text) for line in self.lines)

    @property
    def unreadable(self) -> int:
        """The number of characters that the file gives no text for."""
        return sum(line.unreadable for line in self.lines)


def read(data: bytes, path: str, limits: Limits, on_recognising: Callable[[], None] = lambda: None) -> Document:
    """Reads a PDF.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.
        on_recognising: Called once before scanned pages are recognised.

    Raises:
        ReadingError: "encrypted", "unreadable" for a broken file, "too_large", "unsupported" for scans and
            fonts without text that could not be recognised.
    """
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise ReadingError(f"PDF超过{limits.pages}页，不像一份年度报告。请拆分后再审核。", "too_large")
        printed = _pages(document, limits)
        scans = recognise(document, _wanting(printed), limits, on_recognising)
        title = _title(document)
    finally:
        document.close()
    boxed, unboxed = boxes(data, [number for number, page in enumerate(printed, 1) if page.has_boxes], limits)
    _refuse_unread(printed, scans, boxed)
    assembly = Assembly(limits)
    lines = [scans[number].lines if number in scans else page.lines for number, page in enumerate(printed, 1)]
    for item in between(list(paragraphs(drop_margins(lines))), boxed):
        if isinstance(item, Box):
            for text in item.texts:
                assembly.add(text, page=item.page, place=item.place)
            continue
        scan = scans.get(item.page)
        place = f"扫描页，识别可信度{scan.confidence}%" if scan else ""
        assembly.add(item.text, page=item.page, place=place)
    damaged = sum(page.unreadable for n, page in enumerate(printed, 1) if n not in scans)
    noted, lost = tell_damage(damaged + sum(box.unreadable for box in boxed), "字符")
    notes, unread = _notes(printed, scans, limits), _unread(printed, scans, unboxed)
    return assembly.finish(path, "pdf", {"title": title}, notes + noted, unread + lost)


def _title(document: Any) -> str:
    try:
        return _MAKER.sub("", str(document.get_metadata_value("Title")).strip())
    except UnicodeDecodeError:  # no reason to refuse a text that can be read
        return ""


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            raise ReadingError("PDF设有打开密码，无法读取。请取消密码后再审核。", "encrypted") from error
        raise ReadingError("PDF文件已损坏或没有下载完整，无法读取。请重新获取后再审核。", "unreadable") from error


def _pages(document: Any, limits: Limits) -> list[_Page]:
    """Every page as its text layer gives it."""
    pages: list[_Page] = []
    length = 0
    for index in range(len(document)):
        try:
            page = _page(document, index)
        except pypdfium2.PdfiumError:
            page = _Page([], is_broken=True)
        pages.append(page)
        length += page.length
        if length > limits.characters:
            raise too_long(limits)
    return pages


def _wanting(pages: list[_Page]) -> list[int]:
    """The pages, from 1, that have to be recognised because they are pictures or their fonts say nothing."""
    return [
        number
        for number, page in enumerate(pages, 1)
        if page.is_picture or page.unreadable > _UNREADABLE_SHARE * page.length
    ]


def _refuse_unread(pages: list[_Page], scans: dict[int, Scan], boxed: list[Box]) -> None:
    """Raises the failure of a file of which nothing, or only noise, could be read."""
    unread = [page for number, page in enumerate(pages, 1) if number not in scans]
    if len(unread) < len(pages) or not pages:
        return
    broken = sum(page.is_broken for page in pages)
    length = sum(page.length for page in pages)
    if broken == len(pages):
        raise ReadingError("PDF的各页都无法读取，文件可能已损坏。请重新获取后再审核。", "unreadable")
    if not (length or boxed) or sum(page.is_picture for page in pages) + broken == len(pages):
        raise ReadingError(f"PDF是扫描件或图片，没有可读取的文字。{remedy()}", "unsupported")
    if sum(page.unreadable for page in pages) > _UNREADABLE_SHARE * length:
        raise ReadingError(f"PDF的字体缺少文字编码，读出来是乱码。{remedy()}", "unsupported")


def _notes(pages: list[_Page], scans: dict[int, Scan], limits: Limits) -> tuple[str, ...]:
    notes: list[str] = []
    if scans:
        low, high = min(scan.confidence for scan in scans.values()), max(scan.confidence for scan in scans.values())
        range_ = f"{low}%" if low == high else f"{low}%至{high}%"
        notes.append(f"第{_listed(list(scans))}页是扫描件，文字由程序识别（可信度{range_}），引用时请核对原件")
    if scans and len(_wanting(pages)) > limits.recognition_pages:
        notes.append(f"一个文件最多识别{limits.recognition_pages}页，可用 --max 识别页数=数值 放宽")
    elif not scans and any(page.is_picture for page in pages):
        notes.append(f"图片页没有识别。{remedy()}")
    return tuple(notes)


def _unread(pages: list[_Page], scans: dict[int, Scan], unboxed: list[int]) -> tuple[str, ...]:
    parts: list[str] = []
    unread = [(number, page) for number, page in enumerate(pages, 1) if number not in scans]
    pictures = [number for number, page in unread if page.is_picture]
    broken = [number for number, page in unread if page.is_broken]
    if pictures:
        parts.append(f"第{_listed(pictures)}页是图片，没有文字，未能审核")
    if broken:
        parts.append(f"第{_listed(broken)}页无法读取，未能审核")
    if unboxed:
        parts.append(f"第{_listed(unboxed)}页的注释框、表单无法读取，未能审核")
    return tuple(parts)


def _listed(numbers: list[int]) -> str:
    """A list of page numbers, runs shortened: 3、5至8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}至{last}" for first, last in runs)


def _page(document: Any, index: int) -> _Page:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            lines = in_reading_order(page_rows(text_page))
        finally:
            text_page.close()
        text = _Page(lines)
        return replace(text, is_picture=_is_picture(page, text), has_boxes=has_boxes(page))
    finally:
        page.close()


def _is_picture(page: Any, text: _Page) -> bool:
    """Whether a page is a picture with a few characters on it, or with text in its margins only."""
    if text.length >= _MOST_IN_MARGINS:
        return False
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    if text.length < _FEW:
        return next(iter(pictures), None) is not None
    return any(_fills(picture, page) and _frames(text.lines, picture) for picture in pictures)


def _fills(picture: Any, page: Any) -> bool:
    """Whether a picture covers most of its page."""
    left, bottom, right, top = picture.get_bounds()
    share: float = (right - left) * (top - bottom) / max(math.prod(page.get_size()), 1.0)
    return share > _MOST_OF_PAGE


def _frames(lines: list[Line], picture: Any) -> bool:
    """Whether all lines stand in the margins of a scan."""
    _, bottom, _, top = picture.get_bounds()
    margin = _MARGIN * (top - bottom)
    return all(line.bottom > top - margin or line.top < bottom + margin for line in lines)
