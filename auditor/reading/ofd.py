"""Reads .ofd, the page format of GB/T 33190, with ofdkit; its pages are put together like those of a PDF."""

import math
from typing import Any
from zipfile import ZipFile

import ofdkit

from auditor.reading.archive import open_archive
from auditor.reading.assembly import Assembly, too_long
from auditor.reading.document import Document
from auditor.reading.encoding import tell_damage
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.pdf_columns import in_reading_order
from auditor.reading.pdf_lines import Line, unified
from auditor.reading.pdf_margins import drop_margins
from auditor.reading.pdf_paragraphs import paragraphs

_POINTS = 72 / 25.4
# Share of the type size above and below the line on which letters stand.
_ASCENT, _DESCENT = 0.8, 0.2
_SAME_ROW = 0.5
# Runs further apart than so many type sizes may stand in different columns.
_PIECE_GAP = 0.8
_BROKEN = "OFD文件已损坏或没有下载完整，无法读取。请重新获取，或用OFD阅读器另存为PDF后再审核。"


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads an OFD file.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.

    Raises:
        ReadingError: "unreadable", "encrypted", "too_large", "empty".
    """
    archive = open_archive(data, limits, _BROKEN)
    if any(member.file_size > limits.part_bytes for member in archive.infolist()):
        raise ReadingError("OFD文件解压后过大，为安全起见不予读取。请另存为PDF后再审核。", "too_large")
    try:
        with ofdkit.open(data) as document:
            pages, pictures, broken = _pages(document, archive, limits)
            title = document.info.title
    except ofdkit.OFDLimitError as error:
        raise ReadingError(
            "OFD文件含有文档类型声明（DTD）或过大的部件，为安全起见不予读取。请另存为PDF后再审核。", "unreadable"
        ) from error
    except (ReadingError, MemoryError, TimeoutError):
        raise
    except Exception as error:  # ofdkit passes on what zipfile and zlib raise, of many kinds, for a broken part
        raise ReadingError(_BROKEN, "unreadable") from error
    if broken and broken == len(pages):
        raise ReadingError(_BROKEN, "unreadable")
    if not any(pages):
        raise ReadingError("OFD文件中没有文字，可能是扫描件。请另存为PDF，或提供报告的Word文件。", "empty")
    assembly = Assembly(limits)
    for paragraph in paragraphs(drop_margins(pages)):
        assembly.add(paragraph.text, page=paragraph.page)
    characters = sum(line.unreadable for lines in pages for line in lines)
    notes, lost = tell_damage(characters, "字符")
    unread = [f"有{pictures}页是图片，没有文字，未能审核"] * bool(pictures)
    unread += [f"有{broken}页无法读取，未能审核"] * bool(broken)
    return assembly.finish(path, "ofd", {"title": title or ""}, notes, (*unread, *lost))


def _pages(document: Any, archive: ZipFile, limits: Limits) -> tuple[list[list[Line]], int, int]:
    """The lines of every page, how many pages are pictures, and how many could not be read."""
    if len(document.pages) > limits.pages:
        raise ReadingError(f"OFD超过{limits.pages}页，不像一份年度报告。请拆分后再审核。", "too_large")
    pages: list[list[Line]] = []
    pictures = broken = length = 0
    for page in document.pages:
        try:
            lines = in_reading_order(_rows(page.runs, page.height))
            broken += page.location is None  # its content is not in the file
            pictures += not lines and _is_picture(archive, page)
        except (ofdkit.OFDError, ValueError):
            lines = []
            broken += 1
        pages.append(lines)
        length += sum(len(line.text) for line in lines)
        if length > limits.characters:
            raise too_long(limits)
    return pages, pictures, broken


def _is_picture(archive: ZipFile, page: Any) -> bool:
    """Whether a page without text holds a picture."""
    return page.location in archive.namelist() and b"ImageObject" in archive.read(page.location)


def _rows(runs: list[Any], height: float) -> list[list[Line]]:
    """Runs as rows of pieces, from top to bottom and left to right; runs drawn twice count once."""
    rows: list[list[Any]] = []
    for run in sorted(_distinct(runs), key=lambda run: run.y):
        if rows and run.y - rows[-1][0].y < _SAME_ROW * max(min(run.size, rows[-1][0].size), 1.0):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_pieces(sorted(row, key=lambda run: run.x), height) for row in rows]


def _distinct(runs: list[Any]) -> list[Any]:
    placed = {(run.text, round(run.x * 4), round(run.y * 4)): run for run in runs if run.text.strip() and _is_sane(run)}
    return list(placed.values())


def _is_sane(run: Any) -> bool:
    return all(math.isfinite(value) for value in (run.x * 4, run.y * 4, run.size, run.width))


def _pieces(row: list[Any], height: float) -> list[Line]:
    pieces: list[list[Any]] = []
    for run in row:
        if pieces and run.x - (pieces[-1][-1].x + pieces[-1][-1].width) <= _PIECE_GAP * max(run.size, 1.0):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    return [_line(piece, height) for piece in pieces]


def _line(runs: list[Any], height: float) -> Line:
    first, last = runs[0], runs[-1]
    text = unified("".join(run.text for run in runs))
    right = max(first.x, last.x + last.width)
    top = height - first.y + _ASCENT * first.size
    bottom = height - first.y - _DESCENT * first.size
    return Line(text, first.x * _POINTS, right * _POINTS, top * _POINTS, bottom * _POINTS, text.count("\ufffd"))
