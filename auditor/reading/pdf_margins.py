"""Takes page numbers and repeated headers and footers from the pages of a PDF."""

import re
from collections import defaultdict

from auditor.reading.pdf_lines import Line

_PAGE_NUMBER = re.compile(
    r"[-—–―－·•\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,3}\s*(?:页)?)?[-—–―－·•\s]*"
)
_TITLE = re.compile(r"(?:法治|依法行政).*(?:报告|情况)$")
_DIGITS = re.compile(r"\d+")
# Lines at either end of a page that can be a header or footer.
_EDGE_LINES = 2
# Points by which the same header may stand higher or lower on another page.
_TOLERANCE = 4.0
_FONT_CHANGE = 1.2
# Share of the pages on which a line must stand to be a header (odd and even pages may differ).
_SHARE = 0.4


def drop_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Takes out page numbers, headers and footers.

    A header that names the report is kept once when the first page does not name it elsewhere.

    Args:
        pages: The lines of each page.
    """
    repeated = _repeated(pages)
    margins = [_margins(lines, repeated) for lines in pages]
    first = pages[0] if pages else []
    titled = any(_names_report(line) for line in first if id(line) not in margins[0])
    kept: list[list[Line]] = []
    for lines, outside in zip(pages, margins, strict=True):
        rest: list[Line] = []
        for line in lines:
            if id(line) not in outside:
                rest.append(line)
            elif not titled and _names_report(line):
                titled = True
                rest.append(line)
        kept.append(rest)
    return kept


def _repeated(pages: list[list[Line]]) -> set[int]:
    """Identities of the edge lines that come again at the same height on enough pages."""
    needed = max(2, round(_SHARE * len(pages)))
    groups: dict[str, list[Line]] = defaultdict(list)
    for lines in pages:
        high, low = _edges(lines)
        for line in {id(line): line for line in high + low}.values():
            groups[_DIGITS.sub("#", _squeeze(line.text))].append(line)
    found: set[int] = set()
    for group in groups.values():
        middle = sorted(group, key=lambda line: line.top)[len(group) // 2]
        level = [line for line in group if _is_alike(line, middle)]
        if len(level) >= needed:
            found |= {id(line) for line in level}
    return found


def _is_alike(line: Line, other: Line) -> bool:
    """Whether two lines stand at one height in letters of one size; the body below a report is named in its title."""
    small, large = sorted((line.height, other.height))
    return abs(line.top - other.top) <= _TOLERANCE and large <= _FONT_CHANGE * small


def _margins(lines: list[Line], repeated: set[int]) -> set[int]:
    """Identities of a page's headers, footers and page number, from the outside in up to any other line."""
    found: set[int] = set()
    for edge in _edges(lines):
        for line in edge:
            if id(line) not in repeated and not _PAGE_NUMBER.fullmatch(line.text):
                break
            found.add(id(line))
    return found


def _edges(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The highest lines of a page, from the top, and the lowest, from the bottom."""
    ordered = sorted(lines, key=lambda line: -line.top)
    return ordered[:_EDGE_LINES], ordered[::-1][:_EDGE_LINES]


def _names_report(line: Line) -> bool:
    return _TITLE.search(_squeeze(line.text)) is not None


def _squeeze(text: str) -> str:
    return "".join(text.split())
