"""A mark by which a letter can be told from one that was filled in or changed since it was written."""

import hashlib
import zipfile
import zlib
from io import BytesIO
from typing import Any

LENGTH = 32


def seal(document: Any) -> None:
    """Put the mark of what the document says now into its properties."""
    document.core_properties.identifier = _mark(document.part.blob)


def is_changed(content: bytes) -> bool:
    """Whether a file is no letter just as it was written; so is every file that bears no mark."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _mark(archive.read("word/document.xml")).encode() not in archive.read("docProps/core.xml")
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, NotImplementedError):
        return True


def _mark(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:LENGTH]
