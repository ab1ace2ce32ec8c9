"""Lays out the help of typer, which counts a Chinese character as one column, in the columns of a terminal."""

import re
import shutil
from collections.abc import Iterator

from auditor.rendering.folding import cells, fold_text, pad

UNFOLDED = 100_000
"""A width at which typer folds nothing."""

WIDEST = 80
NARROWEST = 40
WIDEST_NAME = 24
INDENT = "  "
_ROW = re.compile(r"  (\S.*?)(?:  +(\S.*))?")
_REST_OF_ROW = re.compile(r" {6,}(\S.*)")
Row = tuple[str, str]


def lay_out(text: str) -> str:
    """Folds a help text: what follows a heading (选项：) is a table of names and what they mean."""
    width = max(min(shutil.get_terminal_size().columns, WIDEST), NARROWEST)
    lines: list[str] = []
    table: list[Row] | None = None
    for line in text.splitlines():
        if not line.startswith(INDENT):
            lines += _table(table or [], width)
            table = [] if line.endswith("：") else None
            lines.append(line)
        elif table is None:
            lines += [INDENT + folded for folded in fold_text(line.strip(), width - len(INDENT))]
        elif rest := _REST_OF_ROW.fullmatch(line):
            table[-1] = (table[-1][0], rest[1])
        elif row := _ROW.fullmatch(line):
            table.append((row[1], row[2] or ""))
    return "\n".join([*lines, *_table(table or [], width)])


def _table(rows: list[Row], width: int) -> Iterator[str]:
    column = max((cells(name) for name, _ in rows if cells(name) <= WIDEST_NAME), default=WIDEST_NAME)
    for name, meaning in rows:
        folded = fold_text(meaning, width - column - 2 * len(INDENT))
        if cells(name) > column:
            yield INDENT + name
        else:
            yield f"{INDENT}{pad(name, column)}{INDENT}{folded.pop(0)}".rstrip()
        yield from (f"{INDENT}{pad('', column)}{INDENT}{each}".rstrip() for each in folded)
