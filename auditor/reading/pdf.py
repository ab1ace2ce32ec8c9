"""Reads PDF files that have a text layer. PDFium is not safe for threads: read in one thread of a process."""

import re
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from auditor.reading.assembly import Assembly, too_long
from auditor.reading.document import Document
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.pdf_lines import Line, page_lines
from auditor.reading.pdf_margins import drop_margins
from auditor.reading.pdf_paragraphs import paragraphs

_PASSWORD = 4
_SECURITY = 5
# A page with fewer characters than this and a picture is taken for a scan with, say, a stamped page number.
_FEW = 10
# Beyond this share of characters without text the fonts do not say what they print.
_UNREADABLE_SHARE = 0.2
_MAKER = re.compile(r"^Microsoft Word - |\.(?:docx?|wps|pdf|txt)$", re.I)
_REMEDY = "请提供报告的Word文件，或先做文字识别（OCR）后再审计。"


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads a PDF.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.

    Raises:
        ReadingError: "encrypted", "unreadable" for a broken file, "too_large", "unsupported" for a scan or
            for fonts without text.
    """
    document = _open(data)
    try:
        if len(document) > limits.pages:
            raise ReadingError(f"PDF超过{limits.pages}页，不像一份年度报告。请拆分后再审计。", "too_large")
        pages, notes = _pages(document, limits)
        title = _MAKER.sub("", str(document.get_metadata_dict().get("Title", "")).strip())
    finally:
        document.close()
    assembly = Assembly(limits)
    for paragraph in paragraphs(drop_margins(pages)):
        assembly.add(paragraph.text, page=paragraph.page)
    return assembly.finish(path, "pdf", {"title": title}, notes)


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            raise ReadingError("PDF设有打开密码，无法读取。请取消密码后再审计。", "encrypted") from error
        raise ReadingError("PDF文件已损坏或没有下载完整，无法读取。请重新获取后再审计。", "unreadable") from error


def _pages(document: Any, limits: Limits) -> tuple[list[list[Line]], tuple[str, ...]]:
    """The lines of every page, and what to note about pages without text."""
    pages: list[list[Line]] = []
    pictures: list[int] = []
    broken: list[int] = []
    length = unreadable = 0
    for index in range(len(document)):
        try:
            lines, is_picture = _page(document, index)
        except pypdfium2.PdfiumError:
            lines, is_picture = [], False
            broken.append(index + 1)
        if is_picture:
            pictures.append(index + 1)
        pages.append(lines)
        length += sum(len(line.text) for line in lines)
        unreadable += sum(line.unreadable for line in lines)
        if length > limits.characters:
            raise too_long(limits)
    if broken and len(broken) == len(pages):
        raise ReadingError("PDF的各页都无法读取，文件可能已损坏。请重新获取后再审计。", "unreadable")
    if not length or (pictures and len(pictures) + len(broken) == len(pages)):
        raise ReadingError(f"PDF是扫描件或图片，没有可读取的文字。{_REMEDY}", "unsupported")
    if unreadable > _UNREADABLE_SHARE * length:
        raise ReadingError(f"PDF的字体缺少文字编码，读出来是乱码。{_REMEDY}", "unsupported")
    return pages, _notes(pictures, broken, unreadable)


def _notes(pictures: list[int], broken: list[int], unreadable: int) -> tuple[str, ...]:
    notes: list[str] = []
    if pictures:
        notes.append(f"第{_listed(pictures)}页是图片，没有文字，未能审计")
    if broken:
        notes.append(f"第{_listed(broken)}页无法读取，未能审计")
    if unreadable:
        notes.append(f"有{unreadable}处字符无法识别，已用“\ufffd”代替，请核对原文")
    return tuple(notes)


def _listed(numbers: list[int]) -> str:
    """A list of page numbers, runs shortened: 3、5至8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(str(first) if first == last else f"{first}至{last}" for first, last in runs)


def _page(document: Any, index: int) -> tuple[list[Line], bool]:
    """The lines of one page, and whether it is a picture rather than text."""
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            lines = page_lines(text_page)
        finally:
            text_page.close()
        if sum(len(line.text) for line in lines) >= _FEW:
            return lines, False
        images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        return lines, next(iter(images), None) is not None
    finally:
        page.close()
