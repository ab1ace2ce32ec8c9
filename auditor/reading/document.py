"""What every reader makes of a file: one text, its paragraphs, and where each of them stood in the file."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text that the file keeps together: a line of a text file, a Word paragraph, a table row.

    Attributes:
        start: Offset of its first character in `Document.text`.
        end: Offset after its last character (the line break is outside).
        page: Page of the file, from 1; None where the format has no pages.
        heading: Heading level that the file itself states (Word style, h1 to h6), from 1; None when it states
            none.
        place: Where the file keeps it when that is no ordinary paragraph, in Chinese (“表格2第3行”, “脚注”);
            else "".
    """

    start: int
    end: int
    page: int | None = None
    heading: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file, as audited and as cited.

    Attributes:
        path: The path as the user gave it.
        text: For a text file the decoded source without its byte-order mark, line breaks untouched; for other
            formats the extracted text, paragraphs separated by one line feed.
        format: "text", "html", "docx", "doc", "pdf" or "ofd".
        paragraphs: Paragraphs in order of `start`, without overlap; blank ones are left out.
        metadata: What the file says of itself: any of "title", "date", "publisher" (page or document
            properties).
        notes: What a reader of the audit should know about the reading, in Chinese (“目录不计入正文”).
        unread: The parts that could not be read, in Chinese (“有2处字节无法识别”): what was not found may stand there.
    """

    path: str
    text: str
    format: str
    paragraphs: tuple[Paragraph, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
