"""Writes what was asked for: to standard output or to a file."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from auditor.cli.messages import BROKEN_PIPE
from auditor.interruption import interruption_held
from auditor.rendering import Detail, View

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EBADF: "输出已经关闭",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件夹",
    errno.EPIPE: "读取的一方已经关闭",
}


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
        forsake_output()
        raise typer.Exit(BROKEN_PIPE) from None


def forsake_output() -> None:
    """Nothing more can be written to standard output: what is left of it, and what still comes, goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    if not _is_special(file) and not (file.parent.is_dir() and os.access(file.parent, os.W_OK)):
        raise typer.BadParameter(f"写不进“{file.parent}”，请检查该文件夹是否存在、是否有权限。")
    return file


def refuse_input(file: Path | None, inputs: Iterable[str]) -> None:
    """Sees to it that no output overwrites a file that is read for it, by whatever name or link.

    Raises:
        typer.BadParameter: When it would.
    """
    if file is not None and file.is_file() and any(_is_same(file, path) for path in inputs):
        raise typer.BadParameter(f"“{file}”是要审核的文件，不能用来存结果，请另写一个文件名。", param_hint="--output")


def _is_same(file: Path, path: str) -> bool:
    try:
        return file.samefile(path)
    except (OSError, ValueError):
        return False


def reason(error: OSError) -> str:
    """Why the system refuses, in Chinese where it is one of the usual things."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


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
    """Write to a file, which is replaced only once all is written; a pipe or device is written to as it is.

    Raises:
        typer.BadParameter: When that is not possible.
    """
    try:
        if _is_special(file):
            file.write_bytes(as_bytes(content))
            return
        target = file.resolve()  # a link stays, and what it leads to is replaced
        part = target.with_name(f".{target.name}.part{os.getpid()}")
        try:
            part.write_bytes(as_bytes(content))
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(file, error) from None


@contextmanager
def writing(file: Path | None) -> Iterator[Callable[[str], None]]:
    """Writes text bit by bit: to standard output, or to a file as `save` does.

    What was written before an interruption stays beside the file, as “.part”.

    Raises:
        typer.BadParameter: When that is not possible.
    """
    if file is None:
        yield lambda text: put(as_bytes(text))
        return
    try:
        target = file if _is_special(file) else file.resolve()
        part = target if _is_special(file) else target.with_name(f"{target.name}.part")
        with part.open("wb") as stream:
            yield lambda text: _write_on(text, stream)
        if part != target:
            part.replace(target)
    except OSError as error:
        raise _unwritable(file, error) from None


def _write_on(text: str, stream: BinaryIO) -> None:
    stream.write(as_bytes(text))


def _is_special(file: Path) -> bool:
    """Whether it is there and neither file nor folder: a pipe, a device."""
    return file.exists() and not file.is_file() and not file.is_dir()


def _unwritable(file: Path, error: OSError) -> typer.BadParameter:
    return typer.BadParameter(f"写不进“{file}”（{reason(error)}），请检查路径和权限。")


def view_of_output(detail: Detail, *, to_file: bool) -> View:
    """How to show things where they will be read."""
    if to_file or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return View(detail=detail)
    has_color = not os.environ.get("NO_COLOR")
    width = max(40, shutil.get_terminal_size().columns)
    return View(width=width, is_terminal=True, has_color=has_color, detail=detail)
