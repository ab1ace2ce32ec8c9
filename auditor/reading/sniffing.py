"""Tells the format of a file from its first bytes; its suffix decides only where the bytes do not."""

import re
from pathlib import PurePath
from typing import Literal

from auditor.reading.failure import ReadingError

Format = Literal["text", "html", "docx", "pdf", "doc", "ofd"]

SUPPORTED = frozenset(
    {
        *(".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml"),
        *(".docx", ".docm", ".pdf", ".doc", ".wps", ".ofd"),
    }
)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".shtml", ".xhtml"})
_BINARY_SUFFIXES = frozenset({".doc", ".wps"})
_WORD_SUFFIXES = frozenset({".docx", ".docm"})

_HTML = re.compile(
    rb"(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->).)*-->)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_WORD_XML = (b"schemas.microsoft.com/office/word/2003", b"schemas.microsoft.com/office/2006/xmlpackage")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_OFD_PART = b"OFD.xml"
_WORD_PART = b"word/document.xml"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ")
_RESAVE = "请用Word、WPS或LibreOffice打开，另存为 .docx 后再审核。"


def sniff(data: bytes, path: str) -> Format:
    """Tells which reader a file needs.

    Args:
        data: The bytes of the file, not empty.
        path: Its path, for the suffix.

    Raises:
        ReadingError: For a format that no reader takes, saying what to save it as ("unsupported",
            "encrypted"), and for a docx or PDF by name whose bytes are neither ("unreadable").
    """
    _refuse_foreign(data, path)
    if data.startswith(_ZIP):
        return "ofd" if _OFD_PART in data and _WORD_PART not in data else "docx"
    if data.startswith(_OLE):
        return "doc"
    suffix = PurePath(path).suffix.lower()
    head = data[:8192]
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    if _HTML.match(head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return "html"
    if suffix in _WORD_SUFFIXES or suffix == ".pdf":
        name = "PDF" if suffix == ".pdf" else "Word"
        raise ReadingError(
            f"扩展名是 {suffix}，但内容不是{name}文件，可能没有下载完整或已损坏。请重新获取后再审核。",
            "unreadable",
        )
    return "html" if suffix in _HTML_SUFFIXES else "text"


def _refuse_foreign(data: bytes, path: str) -> None:
    """Raises the failure that names a format known but not read."""
    head = data[:8192]
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReadingError("文件设有打开密码，无法读取。请取消密码后再审核。", "encrypted")
        if _WORD_STREAM not in data:
            raise _no_word_document(path)
    if data.startswith(b"{\\rtf"):
        raise ReadingError(f"这是RTF格式的文件，不能直接读取。{_RESAVE}", "unsupported")
    if any(mark in head for mark in _WORD_XML):
        raise ReadingError(f"这是Word 2003 XML格式的文件，不能直接读取。{_RESAVE}", "unsupported")
    if re.match(rb"(?:from:[^\n]*\n)?(?:[\w-]+:[^\n]*\n)*?mime-version:", head, re.I):
        raise ReadingError("这是MHT网页存档，不能直接读取。请将网页另存为 .html 后再审核。", "unsupported")
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise ReadingError("这是图片，没有文字可审核。请提供报告的Word文件，或先做文字识别（OCR）。", "unsupported")
    if data.startswith(_ARCHIVES):
        raise ReadingError("这是压缩包，不能直接读取。请解压后再审核其中的报告。", "unsupported")


def _no_word_document(path: str) -> ReadingError:
    if PurePath(path).suffix.lower() in _BINARY_SUFFIXES:
        return ReadingError(f"文件已损坏或没有下载完整，无法读取。请重新获取，或{_RESAVE[1:]}", "unreadable")
    return ReadingError(f"这是旧版Office格式的文件，但不是Word或WPS文字文档，不能直接读取。{_RESAVE}", "unsupported")
