"""Reads .doc and the .wps of WPS Writer, both Word's binary format of 1997, with wps2md."""

import re

import olefile
import wps2md

from auditor.reading.assembly import Assembly, row_text
from auditor.reading.document import Document
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.text import HAN_RANGES

_STREAM = "WordDocument"
_ENCRYPTED = 0x0100
# Where the header says how long the list of pages of paragraph properties is, and the sizes of both.
_LIST_LENGTH = 0x106
_LISTED, _PAGE = 8, 512
# Instructions of fields, which the format keeps in the text before what they show.
_FIELD = re.compile(
    r"\s?\b(?:HYPERLINK|PAGEREF|TOC|REF|SEQ|EMBED|INCLUDEPICTURE|SHAPE|PAGE|NUMPAGES)\b"
    r"(?:\s+(?:\"[^\"]*\"|\\\S+|_\w+|[A-Za-z]:?\S*))*(?:\s+|$)"
)
_CHINESE = re.compile(rf"[\u3000-\u303f{HAN_RANGES}\uff00-\uffef]")
_PRINTED = re.compile(r"\S")
# Below this share of Chinese characters, a text of this many was read from the wrong place of the file.
_LEAST_CHINESE = 0.2
_TELLING = 50
_RESAVE = "请用Word、WPS或LibreOffice打开，另存为 .docx 后再审核。"
_NOTE = "旧版格式（.doc、.wps）只能读取正文和表格：脚注、文本框、自动编号未读取，修订中已删除的文字可能仍在"


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads a Word document of the binary format.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.

    Raises:
        ReadingError: "unreadable", "encrypted", "empty", "too_large".
    """
    _check_header(data)
    try:
        parsed = wps2md.parse(data)
    except MemoryError:
        raise
    except Exception as error:  # wps2md and olefile raise many kinds for a broken file
        raise _broken() from error
    assembly = Assembly(limits)
    if parsed.paragraphs:
        _add(parsed.paragraphs, assembly)
    else:
        assembly.add(_without_fields(parsed.main_text))
    document = assembly.finish(path, "doc", {}, (_NOTE,))
    _refuse_noise(document.text)
    return document


def _check_header(data: bytes) -> None:
    """Raises the failure of an encrypted file, and of one that lists more pages of properties than it can hold.

    Such a list would make a small file unfold to any size.
    """
    try:
        with olefile.OleFileIO(data) as file, file.openstream(_STREAM) as stream:
            header = stream.read(_LIST_LENGTH + 4)
            size = file.get_size(_STREAM)
    except MemoryError:
        raise
    except Exception as error:  # olefile raises many kinds for a broken file
        raise _broken() from error
    if int.from_bytes(header[10:12], "little") & _ENCRYPTED:
        raise ReadingError("文件设有密码，无法读取。请取消密码后再审核。", "encrypted")
    if int.from_bytes(header[_LIST_LENGTH:], "little") // _LISTED > size // _PAGE:
        raise _broken()


def _broken() -> ReadingError:
    return ReadingError(f"旧版格式的文件已损坏、没有下载完整或版本过旧，无法读取。{_RESAVE}", "unreadable")


def _add(paragraphs: list[wps2md.Paragraph], assembly: Assembly) -> None:
    tables = rows = 0
    cells: list[str] = []
    inside = False
    for paragraph in paragraphs:
        if not paragraph.in_table:
            inside = False
            assembly.add(_without_fields(paragraph.text), heading=paragraph.heading_level or None)
            continue
        if not inside:
            inside = True
            tables, rows = tables + 1, 0
        if not paragraph.is_row_end:
            cells.append(" ".join(_without_fields(paragraph.text).split()))
            continue
        rows += 1
        assembly.add(row_text(cells), place=f"表格{tables}第{rows}行")
        cells.clear()
    assembly.add(row_text(cells))


def _without_fields(text: str) -> str:
    return _FIELD.sub("", text)


def _refuse_noise(text: str) -> None:
    """Raises the failure of a file whose text was not where the format's plain form keeps it."""
    printed = len(_PRINTED.findall(text))
    if printed >= _TELLING and len(_CHINESE.findall(text)) < _LEAST_CHINESE * printed:
        raise ReadingError(f"从旧版格式中读出的不是中文，可能是快速保存或特殊版本的文件。{_RESAVE}", "unreadable")
