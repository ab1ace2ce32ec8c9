"""The same report in every format: what a text file says, put into files built by hand."""

import html
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from ofd_samples import ofd
from ole_samples import doc
from reading_samples import NARROW, Pdf, paragraph, word

_SIZE = 16
_LEFT = 57.0
_WIDTH = 30
_TOP, _BOTTOM = 760.0, 80.0
_PITCH = 28.0
_POINTS = 72 / 25.4
_HANGING = "，。；：、！？）》”,.;:!?)%"


def as_html(lines: Sequence[str]) -> bytes:
    """A page of a government site, the report in its usual container between menu and footer."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    menu = "".join(f'<li><a href="{name}">{name}</a></li>' for name in ("首页", "政务公开", "关于聘请法律顾问的通知"))
    return (
        f'<!DOCTYPE html><html><head><meta charset="gb2312"></head><body><ul>{menu}</ul>'
        f'<div class="TRS_Editor">{body}</div><div>版权所有 <a href="x">网站地图</a></div></body></html>'
    ).encode("gb18030")


def as_docx(lines: Sequence[str]) -> bytes:
    """A Word document, one paragraph a line."""
    return word("".join(paragraph(escape(line)) for line in lines))


def as_doc(lines: Sequence[str]) -> bytes:
    """A Word document of 1997, one paragraph a line."""
    return doc([(line, 0, "") for line in lines])


def as_pdf(lines: Sequence[str]) -> bytes:
    """A PDF set in lines of 30 characters, the first of each paragraph indented, with page numbers."""
    made = Pdf(size=_SIZE, narrow=NARROW)
    for number, page in enumerate(set_in_pages(lines), 1):
        made.page(*page, (280.0, 40.0, f"— {number} —"))
    return made.bytes()


def as_ofd(lines: Sequence[str]) -> bytes:
    """An OFD file set like the PDF."""
    pages = [[(x / _POINTS, (842 - y) / _POINTS, text) for x, y, text in page] for page in set_in_pages(lines)]
    return ofd(*pages, size=_SIZE / _POINTS)


def set_in_pages(lines: Sequence[str]) -> list[list[tuple[float, float, str]]]:
    """Where each line of each page stands, in points from the lower left: (x, y, text)."""
    pages: list[list[tuple[float, float, str]]] = [[]]
    y = _TOP
    for line in lines:
        indent = 2
        while line:
            if y < _BOTTOM:
                pages.append([])
                y = _TOP
            end = _line_end(line, _WIDTH - indent)
            pages[-1].append((_LEFT + _SIZE * indent, y, line[:end]))
            line, indent, y = line[end:], 0, y - _PITCH
    return pages


def _line_end(text: str, room: float) -> int:
    """How many characters a line takes; Latin ones are half as wide, and no sign of punctuation begins a line.

    Nor does a character stand alone on a line: PDFium passes over such a one in a font without outlines.
    """
    for place, character in enumerate(text):
        room -= 0.5 if " " <= character <= "~" else 1
        if room < 0 and character not in _HANGING and place < len(text) - 1:
            return max(place, 1)
    return len(text)


FORMATS: dict[str, Callable[[Sequence[str]], bytes]] = {
    ".html": as_html,
    ".docx": as_docx,
    ".doc": as_doc,
    ".pdf": as_pdf,
    ".ofd": as_ofd,
}
