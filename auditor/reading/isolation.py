"""Reads files in a process that can be killed, so that no file can stop or take over this one."""

from auditor.reading.dispatch import load, read_bytes
from auditor.reading.document import Document
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.sniffing import sniff


def read_in_worker(path: str, limits: Limits = DEFAULT) -> Document:
    """Reads a file of any supported format, all but plain text in the reading process.

    Args:
        path: The file.
        limits: The bounds to keep.

    Raises:
        ReadingError: When it cannot be audited: see `auditor.reading.read`, and "timeout".
    """
    return read_bytes_in_worker(load(path, limits), path, limits)


def read_bytes_in_worker(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """Reads the bytes of a file of any supported format, all but plain text in the reading process.

    Args:
        data: The whole content.
        path: Its name, for the Document and as a hint of the format ("-" for standard input).
        limits: The bounds to keep.

    Raises:
        ReadingError: When it cannot be audited.
    """
    if not data or len(data) > limits.file_bytes or sniff(data, path) == "text":
        return read_bytes(data, path, limits=limits)
    from auditor.reading.worker_handle import SHARED  # text alone needs no processes

    return SHARED.read(data, path, limits)
