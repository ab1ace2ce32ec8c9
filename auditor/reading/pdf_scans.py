"""Scanned pages of a PDF: drawn, recognised, and put into rows like printed ones."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from auditor.reading import recognition
from auditor.reading.limits import Limits
from auditor.reading.pdf_columns import in_reading_order
from auditor.reading.pdf_lines import Line
from auditor.reading.restraint import allow_recognition

_INSTALL = "请安装文字识别组件（pip install 'auditor[ocr]'）后再审核，或提供报告的Word文件。"
_DOTS_PER_POINT = 200 / 72
# A page of A4 at that; larger ones are drawn coarser.
_PIXELS = 4_000_000
# Below this confidence, or with fewer letters and 汉字, what was recognised is no text but stains and drawings.
_LEAST_CONFIDENCE = 65
_FEWEST_LETTERS = 4
# Two words whose middles differ by less than this share of their height stand in one row.
_SAME_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Scan:
    """A page recognised.

    Attributes:
        lines: Its lines in reading order, like those of a printed page.
        confidence: Mean score of the engine, 0 to 100.
    """

    lines: list[Line]
    confidence: int


def remedy() -> str:
    """What a user can do about scanned pages that were not recognised, in Chinese."""
    return "请提供报告的Word文件，或更清晰的扫描件。" if recognition.is_available() else _INSTALL


def recognise(document: Any, numbers: list[int], limits: Limits, on_recognising: Callable[[], None]) -> dict[int, Scan]:
    """Recognises pages; none when the extra for it is missing, and no more than the limits allow.

    Args:
        document: A pypdfium2.PdfDocument.
        numbers: The pages, from 1.
        limits: The bounds to keep.
        on_recognising: Called once before it begins.

    Returns:
        The pages on which there was something to recognise.
    """
    if not numbers or not recognition.is_available():
        return {}
    on_recognising()
    allow_recognition(limits)
    found: dict[int, Scan] = {}
    for number in numbers[: limits.recognition_pages]:
        scan = _recognise(document, number - 1, limits)
        if scan is not None and _says_something(scan):
            found[number] = scan
    return found


def _says_something(scan: Scan) -> bool:
    letters = sum(character.isalnum() for line in scan.lines for character in line.text)
    return scan.confidence >= _LEAST_CONFIDENCE and letters >= _FEWEST_LETTERS


def _recognise(document: Any, index: int, limits: Limits) -> Scan | None:
    """One page recognised; None when it holds a picture that is too large."""
    import numpy

    page = document[index]
    try:
        if any(math.prod(picture.get_px_size()) > limits.picture_pixels for picture in _pictures(page)):
            return None
        width, height = page.get_size()
        scale = min(_DOTS_PER_POINT, math.sqrt(_PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, rev_byteorder=False, draw_annots=False)
        image = numpy.ascontiguousarray(bitmap.to_numpy()[:, :, :3])
        bitmap.close()
    finally:
        page.close()
    words = recognition.recognise(image)
    return Scan(in_reading_order(_rows(words, scale)), math.floor(words.score * 100))


def _pictures(page: Any) -> Any:
    return page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)


def _rows(page: recognition.PageWords, scale: float) -> list[list[Line]]:
    """Words as lines that PDF text would give, those beside each other together, from top to bottom."""
    rows: list[list[Line]] = []
    for word in sorted(page.words, key=lambda word: (word.top + word.bottom) / 2):
        line = Line(
            word.text,
            word.left / scale,
            word.right / scale,
            (page.height - word.top) / scale,
            (page.height - word.bottom) / scale,
            0,
        )
        if rows and _stands_beside(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _stands_beside(one: Line, other: Line) -> bool:
    apart = abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
    return apart < _SAME_ROW * min(one.top - one.bottom, other.top - other.bottom)
