"""Writes what was asked for: to standard output or to a file."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from auditor.cli.messages import BROKEN_PIPE
from auditor.interruption import interruption_held
from auditor.rendering import Detail, View


def put(content: str | bytes) -> None:
    """Write to standard output, bytes as they are, never by half. A reader that went away ends the program quietly."""
    try:
        with interruption_held():
            if isinstance(content, bytes):
                sys.stdout.flush()
                sys.stdout.buffer.write(content)
                sys.stdout.buffer.flush()
            else:
                sys.stdout.write(content)
                sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(BROKEN_PIPE) from None


def as_bytes(content: str | bytes) -> bytes:
    """Text as UTF-8, line feeds as they are, on every system."""
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def writable(file: Path | None) -> Path | None:
    """Checks, before the work is done, that a file can be written there.

    Raises:
        typer.BadParameter: When it cannot.
    """
    if file is None:
        return None
    if _is_there(file) and file.is_dir():
        raise typer.BadParameter(f"“{file}”是文件夹，请写上文件名。")
    if not file.parent.is_dir() or not os.access(file.parent, os.W_OK):
        raise typer.BadParameter(f"写不进“{file.parent}”，请检查该文件夹是否存在、是否有权限。")
    return file


def _is_there(file: Path) -> bool:
    """Whether there is such a file or folder.

    Raises:
        typer.BadParameter: When there can be none of that name.
    """
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"“{file}”不能用作文件名（{getattr(error, 'strerror', error)}）。") from None
    return True


def save(content: str | bytes, file: Path) -> None:
    """Write to a file, which is replaced only once all is written.

    Raises:
        typer.BadParameter: When that is not possible.
    """
    part = file.with_name(f".{file.name}.part{os.getpid()}")
    try:
        part.write_bytes(as_bytes(content))
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise typer.BadParameter(f"写不进“{file}”（{error.strerror}），请检查路径和权限。") from None


@contextmanager
def writing(file: Path | None) -> Iterator[Callable[[str], None]]:
    """Writes text bit by bit: to standard output, or to a file, which is replaced only once all is written.

    What was written before an interruption stays beside the file, as “.part”.

    Raises:
        typer.BadParameter: When that is not possible.
    """
    if file is None:
        yield lambda text: put(as_bytes(text))
        return
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            yield lambda text: _write_on(text, stream)
        part.replace(file)
    except OSError as error:
        raise typer.BadParameter(f"写不进“{file}”（{error.strerror}），请检查路径和权限。") from None


def _write_on(text: str, stream: BinaryIO) -> None:
    stream.write(as_bytes(text))


def view_of_output(detail: Detail, *, to_file: bool) -> View:
    """How to show things where they will be read."""
    if to_file or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return View(detail=detail)
    has_color = not os.environ.get("NO_COLOR")
    width = max(40, shutil.get_terminal_size().columns)
    return View(width=width, is_terminal=True, has_color=has_color, detail=detail)
