"""From a path or from bytes to a Document, by the reader that the content asks for."""

import stat
from collections.abc import Callable
from pathlib import Path

from auditor.reading.document import Document
from auditor.reading.failure import ReadingError
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.sniffing import Format, sniff

_Reader = Callable[[bytes, str, Limits], Document]


def read(path: str, *, limits: Limits = DEFAULT) -> Document:
    """Reads a file of any supported format in this process; for files of others see auditor.reading.isolation.

    Args:
        path: The file. "-" is a file name here; for standard input read the bytes and call `read_bytes`.
        limits: The bounds to keep; those on time and memory need a process of their own.

    Raises:
        ReadingError: When the file is missing, may not be read, or cannot be audited; nothing else is raised.
    """
    return read_bytes(load(path, limits), path, limits=limits)


def read_bytes(
    data: bytes, path: str, *, limits: Limits = DEFAULT, on_recognising: Callable[[], None] = lambda: None
) -> Document:
    """Reads the bytes of a file of any supported format in this process.

    Args:
        data: The whole content.
        path: Its name, for the Document and as a hint of the format ("-" for standard input).
        limits: The bounds to keep; those on time and memory need a process of their own.
        on_recognising: Called once before characters of pictures are recognised, which takes its time.

    Raises:
        ReadingError: When it cannot be audited. A TimeoutError raised from outside (a batch's alarm) passes
            through; every other error of a reader becomes a ReadingError.
    """
    if len(data) > limits.file_bytes:
        raise _too_large(limits)
    if not data:
        raise ReadingError("文件是空的（0字节）。请检查是否选错文件，或文件没有下载完整。", "empty")
    try:
        return _reader(sniff(data, path), on_recognising)(data, path, limits)
    except (ReadingError, TimeoutError):
        raise
    except MemoryError as error:
        raise ReadingError("文件展开后过大，内存不足。请检查文件是否正常，或拆分后再审核。", "too_large") from error
    except Exception as error:
        raise ReadingError(
            f"文件无法读取，可能已损坏（{type(error).__name__}）。请重新获取，或用Word打开并另存后再审核。",
            "unreadable",
        ) from error


def prepare(kind: Format) -> None:
    """Loads what the reader of a format needs, before it meets any file."""
    _reader(kind, lambda: None)


def _reader(kind: Format, on_recognising: Callable[[], None]) -> _Reader:
    """The reader of a format; only that one is imported, so that a text file loads no XML or PDF library."""
    if kind == "html":
        from auditor.reading.web import read as read_web

        return read_web
    if kind == "docx":
        from auditor.reading.word import read as read_word

        return read_word
    if kind == "pdf":
        from auditor.reading.pdf import read as read_pdf

        return lambda data, path, limits: read_pdf(data, path, limits, on_recognising)
    if kind == "doc":
        from auditor.reading.word_binary import read as read_binary

        return read_binary
    if kind == "ofd":
        from auditor.reading.ofd import read as read_ofd

        return read_ofd
    from auditor.reading.text import read as read_text

    return read_text


def load(path: str, limits: Limits) -> bytes:
    """The bytes of a file, one more than allowed when it has too many.

    Args:
        path: The file.
        limits: The bounds to keep.

    Raises:
        ReadingError: "unreadable" for what is missing, closed, or no ordinary file.
    """
    file = Path(path)
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadingError("这是文件夹，不是文件。请指定其中的报告文件。", "unreadable")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise ReadingError("这不是普通文件（是设备等），无法读取。请指定报告文件。", "unreadable")
        with file.open("rb") as stream:
            return stream.read(limits.file_bytes + 1)
    except FileNotFoundError as error:
        raise ReadingError(missing(file), "unreadable") from error
    except PermissionError as error:
        raise ReadingError("没有读取这个文件的权限。请检查文件权限后再试。", "unreadable") from error
    except (OSError, ValueError) as error:
        raise ReadingError("打不开这个文件。请检查路径是否正确、磁盘或网络盘是否正常。", "unreadable") from error


def missing(file: Path) -> str:
    """What to say of a path that leads nowhere, in Chinese."""
    if file.is_symlink():
        return "这是失效的链接，它指向的文件已不存在。请改用原文件的路径。"
    return "找不到这个文件。请检查路径和文件名是否正确。"


def _too_large(limits: Limits) -> ReadingError:
    return ReadingError(
        f"文件超过{limits.file_bytes // 1_000_000}MB，不予读取。请压缩其中的图片或拆分后再审核。", "too_large"
    )
