"""Builds a Document paragraph by paragraph, keeping offsets, for the formats whose text is extracted."""

import re
from collections.abc import Sequence

from auditor.reading.document import Document, Paragraph
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits

_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff]")


class Assembly:
    """Collects paragraphs; the text is those paragraphs with one line feed between two of them."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._parts: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._length = 0

    def __len__(self) -> int:
        return len(self._paragraphs)

    def add(self, text: str, *, page: int | None = None, heading: int | None = None, place: str = "") -> None:
        """Adds a paragraph; line breaks inside make it several, blank ones are left out.

        Args:
            text: Its text; outer white space and invisible control characters are dropped (but see `with_empty_cells`).
            page: Its page, from 1.
            heading: Its heading level, from 1.
            place: See Paragraph.place.

        Raises:
            ReadingError: "too_large" when the text grows beyond the limit.
        """
        for line in _BREAKS.split(text):
            visible = _INVISIBLE.sub("", line)
            clean = with_empty_cells(visible.strip(), visible)
            if not clean:
                continue
            start = self._length + bool(self._parts)
            end = start + len(clean)
            if end > self._limits.characters:
                raise too_long(self._limits)
            self._parts.append(clean)
            self._paragraphs.append(Paragraph(start, end, page, heading, place))
            self._length = end

    def finish(
        self,
        path: str,
        kind: str,
        metadata: dict[str, str],
        notes: tuple[str, ...] = (),
        unread: tuple[str, ...] = (),
    ) -> Document:
        """Makes the Document.

        Args:
            path: The path as the user gave it.
            kind: The format; see Document.format.
            metadata: See Document.metadata; blank values are left out.
            notes: See Document.notes.
            unread: See Document.unread.

        Raises:
            ReadingError: "empty" when no paragraph was added.
        """
        if not self._paragraphs:
            raise ReadingError("文件中没有文字，无法审核。请检查是否选错文件，或正文是否为图片。", "empty")
        told = {name: value.strip() for name, value in metadata.items() if value.strip()}
        return Document(path, "\n".join(self._parts), kind, tuple(self._paragraphs), told, notes, unread)


def row_text(cells: Sequence[str]) -> str:
    """The cells of a table row as one line, parted by tabs; empty ones keep their place, unless but one is filled."""
    filled = [cell for cell in cells if cell]
    return "\t".join(cells) if len(filled) > 1 else "".join(filled)


def with_empty_cells(body: str, line: str) -> str:
    """What a line says, without the space around it, and after a row the tabs that stand for its empty last cells."""
    if "\t" not in body:
        return body
    rest = line[line.index(body) :]
    return rest[: max(len(body), rest.rfind("\t") + 1)]


def too_long(limits: Limits) -> ReadingError:
    """The failure of a text with more characters than the limit."""
    return ReadingError(f"文字超过{limits.characters}字，不像一份年度报告。请拆分后再审核。", "too_large")
