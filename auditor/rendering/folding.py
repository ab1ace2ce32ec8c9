"""Folds Chinese text to terminal columns: wide characters take two, punctuation stays in place."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

Style = TypeVar("Style")
Pieces = Sequence[tuple[str, Style]]

_NEVER_FIRST = frozenset("，。；：！？、）】》〉”’」』〕］％%…—·,.;:!?)]}>")
_NEVER_LAST = frozenset("（【《〈“‘「『〔［([{<")
_UNIT = re.compile(r"\n|[A-Za-z0-9]+(?:[.,:/_%-]+[A-Za-z0-9]+)*|.", re.DOTALL)


def cells(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return sum(map(_cell, text))


def pad(text: str, width: int) -> str:
    """The text with blanks up to a width in columns."""
    return text + " " * (width - cells(text))


def shorten(text: str, width: int) -> str:
    """The text cut to a width in columns, with “…” where something was cut."""
    if cells(text) <= width:
        return text
    taken = 0
    for index, character in enumerate(text):
        taken += _cell(character)
        if taken > width - 1:
            return text[:index] + "…"
    return text


def fold(pieces: Pieces[Style], width: int) -> list[list[tuple[str, Style]]]:
    """Lines of at most `width` columns.

    Numbers and Latin words stay whole; closing punctuation begins no line, opening punctuation ends none.

    Args:
        pieces: Stretches of text, each with a style (any value).
        width: Columns to fit in; at least 2.

    Returns:
        Lines, each a list of pieces with their styles.
    """
    lines: list[list[tuple[str, Style]]] = [[]]
    used = 0
    is_broken = False
    for unit in _units(pieces):
        size = sum(_cell(character) for character, _ in unit)
        if unit[0][0] == "\n":
            lines.append([])
            used = 0
            is_broken = False
            continue
        if used and used + size > width:
            lines.append([])
            used = 0
            is_broken = True
        for character, style in unit:
            if is_broken and not used and character == " ":
                continue
            if used + _cell(character) > width and used:
                lines.append([])
                used = 0
                is_broken = True
            _add(lines[-1], character, style)
            used += _cell(character)
    return lines


def fold_text(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns of a text in one style."""
    return ["".join(part for part, _ in line) for line in fold([(text, None)], width)]


def _units(pieces: Pieces[Style]) -> Iterator[list[tuple[str, Style]]]:
    """What may not be parted: words and numbers, and punctuation with its neighbour."""
    characters = [(character, style) for text, style in pieces for character in text]
    whole = "".join(character for character, _ in characters)
    unit: list[tuple[str, Style]] = []
    for match in _UNIT.finditer(whole):
        first = match.group()[0]
        is_joined = bool(unit) and "\n" not in (first, unit[-1][0])
        is_joined = is_joined and (first in _NEVER_FIRST or unit[-1][0] in _NEVER_LAST)
        if unit and not is_joined:
            yield unit
            unit = []
        unit.extend(characters[match.start() : match.end()])
    if unit:
        yield unit


def _add(line: list[tuple[str, Style]], character: str, style: Style) -> None:
    if line and line[-1][1] == style:
        line[-1] = (line[-1][0] + character, style)
    else:
        line.append((character, style))


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
