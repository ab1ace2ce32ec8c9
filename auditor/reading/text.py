"""Reads plain text and Markdown: the text is the decoded source itself, every line one paragraph."""

import re
import unicodedata

from auditor.reading.assembly import too_long, with_empty_cells
from auditor.reading.document import Document, Paragraph
from auditor.reading.encoding import REPLACEMENT, decode
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.own_papers import refuse_printed
from auditor.text import HAN_RANGES

_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_MARKDOWN_SUFFIXES = (".md", ".markdown")
_LAYOUT = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x85")
_USUAL = re.compile(rf"[\t\n\r -~\u3000-\u3029{HAN_RANGES}\uff01-\uff5e]+")
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})
_SAMPLE = 20_000
_SPACE = "\ufeff\u200b\u2060\x1a\0"


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads a text file of any common Chinese encoding.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it; its suffix tells Markdown, whose # headings give heading levels.
        limits: The bounds to keep.

    Raises:
        ReadingError: "unsupported" for a binary file and for what auditor has printed, "empty" when only white space
            is left, "too_large".
    """
    decoded = decode(data)
    text = decoded.text
    if len(text) > limits.characters:
        raise too_long(limits)
    if _is_binary(text):
        raise ReadingError(
            "文件内容不是文字，无法审核。请提供 .docx、.pdf、.html、.txt 或 .md 格式的报告。", "unsupported"
        )
    refuse_printed(text)
    paragraphs = _paragraphs(text, path.lower().endswith(_MARKDOWN_SUFFIXES))
    if not paragraphs:
        raise ReadingError("文件是空的，没有可审核的文字。请检查是否选错文件。", "empty")
    notes, unread = decoded.told
    return Document(path, text, "text", paragraphs, notes=notes, unread=unread)


def _paragraphs(text: str, markdown: bool) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = with_empty_cells(line.strip().strip(_SPACE).strip(), line)
        if body:
            start = offset + line.index(body)
            end = start + len(body)
            heading = _MARKDOWN_HEADING.match(body) if markdown else None
            if heading:
                found.append(Paragraph(start + heading.end(), end, heading=len(heading.group(1))))
            else:
                found.append(Paragraph(start, end))
        offset += len(line)
    return tuple(found)


def _is_binary(text: str) -> bool:
    """True when more of the opening is control characters or damage than a damaged text would have."""
    sample = text[:_SAMPLE]
    unusual = _USUAL.sub("", sample)
    odd = sum(unicodedata.category(character) in _ODD and character not in _LAYOUT for character in unusual)
    damaged = sample.count(REPLACEMENT)
    return odd * 20 > len(sample) or damaged * 5 > len(sample)
