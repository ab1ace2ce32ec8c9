"""Writes what was asked for: to standard output or to a file."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from zlib import crc32

import typer

from auditor.cli.messages import BROKEN_PIPE, forsake, say
from auditor.error import AuditorError
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
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接循环",
    errno.EBUSY: "正被占用",
    errno.EFBIG: "文件过大",
    errno.EDQUOT: "超过磁盘配额",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件过多",
    errno.ENFILE: "打开的文件过多",
    errno.ENOMEM: "内存不足",
    errno.EAGAIN: "系统资源不足",
}
_LONGEST_KEPT = 240  # bytes of a name that leave room for “.part” and a number in the 255 that systems allow


class OutputError(AuditorError):
    """The result cannot be written."""


def put(content: str | bytes) -> None:
    """Write to standard output, bytes as they are, never by half. A reader that went away ends the program quietly.

    Raises:
        OutputError: When nothing can be written there.
    """
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
        forsake(sys.stdout)
        raise typer.Exit(BROKEN_PIPE) from None
    except OSError as error:
        forsake(sys.stdout)
        raise OutputError(f"结果写不出去（{reason(error)}）。请检查磁盘空间和权限。") from None


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


def refuse_input(files: Iterable[Path], inputs: Iterable[str], instead: str = "文件名") -> None:
    """Sees to it that no output overwrites a file that is read for it, by whatever name or link.

    Args:
        files: Where the output goes.
        inputs: The paths that are read.
        instead: What the user is to choose another of, in Chinese.

    Raises:
        typer.BadParameter: When it would.
    """
    from auditor.batch.many import identity

    there = {identity(str(each)): each for each in files if each.is_file()}
    lost = next((there[same] for same in map(identity, inputs) if same in there), None) if there else None
    if lost is not None:
        message = f"“{lost}”是要审核的文件，不能用来存结果，请另写一个{instead}。"
        raise typer.BadParameter(message, param_hint="--output")


def reason(error: OSError) -> str:
    """Why the system refuses, in Chinese; by its number where it is none of the usual things."""
    return _REASONS.get(error.errno or 0, f"系统错误{error.errno or type(error).__name__}")


def _is_there(file: Path) -> bool:
    """Whether there is such a file or folder.

    Raises:
        typer.BadParameter: When there can be none of that name.
    """
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise typer.BadParameter(f"“{file}”不能用作文件名（{reason(error)}）。") from None
    return True


def save(content: str | bytes, file: Path) -> None:
    """Write to a file, which is replaced only once all is written; a pipe or device is written to as it is.

    Raises:
        OutputError: When that is not possible.
    """
    with _told(file):
        target, part = _places(file)
        try:
            part.write_bytes(as_bytes(content))
            if part != target:
                part.replace(target)
        finally:
            if part != target:
                part.unlink(missing_ok=True)


@contextmanager
def writing(file: Path | None) -> Iterator[Callable[[str], None]]:
    """Writes text bit by bit: to standard output, or to a file as `save` does.

    What was written before an interruption stays beside the file, as “.part”; what goes wrong with the results
    themselves is passed on as it is.

    Raises:
        OutputError: When that is not possible.
    """
    if file is None:
        yield lambda text: put(as_bytes(text))
        return
    with _told(file):
        target, part = _places(file)
        stream = part.open("wb")

    def write(text: str) -> None:
        with _told(file):
            stream.write(as_bytes(text))

    try:
        yield write
        with _told(file):
            stream.close()
            if part != target:
                part.replace(target)
    except BaseException:
        with suppress(OSError):
            stream.close()
            if part != target:
                _keep(part, target)
        raise


def _places(file: Path) -> tuple[Path, Path]:
    """Where a result goes in the end, and where while it is written; a pipe or device is both."""
    if _is_special(file):
        return file, file
    target = file.resolve()  # a link stays, and what it leads to is replaced
    name = crc32(os.fsencode(target.name))  # which may be as long as the system allows, and leave no room for more
    return target, target.with_name(f".auditor-{name:08x}.part{os.getpid()}")


def _keep(part: Path, target: Path) -> None:
    """Leaves an unfinished result where it is seen, beside what other files of that name there may be."""
    name = os.fsencode(target.name)[:_LONGEST_KEPT].decode("utf-8", "ignore")
    names = (f"{name}.part{number or ''}" for number in count())
    kept = next(each for each in map(target.with_name, names) if not os.path.lexists(each))
    part.rename(kept)
    say(f"没有写完的结果留在“{kept}”。")


def _is_special(file: Path) -> bool:
    """Whether it is there and neither file nor folder: a pipe, a device."""
    return file.exists() and not file.is_file() and not file.is_dir()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Tells in Chinese why a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"写不进“{file}”（{reason(error)}），请检查路径和权限。") from None


def view_of_output(detail: Detail, *, to_file: bool) -> View:
    """How to show things where they will be read."""
    if to_file or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return View(detail=detail)
    has_color = not os.environ.get("NO_COLOR")
    width = max(40, shutil.get_terminal_size().columns)
    return View(width=width, is_terminal=True, has_color=has_color, detail=detail)
