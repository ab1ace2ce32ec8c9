"""Reading: the bytes of a file of any supported format to one text with its paragraphs and their places."""

from auditor.reading.dispatch import read, read_bytes
from auditor.reading.document import Document, Paragraph
from auditor.reading.failure import ReadingError
from auditor.reading.files import find_files
from auditor.reading.isolation import read_bytes_in_worker, read_in_worker
from auditor.reading.limits import DEFAULT, Limits

__all__ = [
    "DEFAULT",
    "Document",
    "Limits",
    "Paragraph",
    "ReadingError",
    "find_files",
    "read",
    "read_bytes",
    "read_bytes_in_worker",
    "read_in_worker",
]
