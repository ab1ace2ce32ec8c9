"""Paths -> report cards and failures, in the order given."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from auditor.batch.clock import time_limit
from auditor.batch.serial import Outcome
from auditor.reading import DEFAULT, Document, Limits, ReadingError, read_bytes_in_worker, read_in_worker
from auditor.scorecard import Failure, ReportCard

if TYPE_CHECKING:
    from auditor.judging import Auditor

STANDARD_INPUT = "-"
SECONDS = 60.0
Made = TypeVar("Made")


def audit_paths(
    items: Iterable[str | Failure],
    auditor: "Auditor",
    *,
    limits: Limits = DEFAULT,
    seconds: float = SECONDS,
) -> Iterator[Outcome]:
    """Audits files one after another.

    Args:
        items: Paths as `find_files` gives them, "-" for standard input; failures among them are passed on.
        auditor: The auditor to judge with.
        limits: The bounds of reading.
        seconds: Time to judge one document.

    Yields:
        A report card, or the failure that took its place: what goes wrong with one file stays with it.
    """
    for item in items:
        yield item if isinstance(item, Failure) else audit_path(item, auditor, limits, seconds)


def load(path: str, limits: Limits = DEFAULT) -> Document:
    """Reads a file, or standard input for "-".

    Raises:
        ReadingError: When it cannot be audited.
    """
    if path != STANDARD_INPUT:
        return read_in_worker(path, limits)
    return read_bytes_in_worker(sys.stdin.buffer.read(limits.file_bytes + 1), path, limits)


def audit_path(path: str, auditor: "Auditor", limits: Limits = DEFAULT, seconds: float = SECONDS) -> Outcome:
    """Audits one file, or standard input for "-"."""
    return _guarded(path, lambda: load(path, limits), auditor, seconds)


def audit_content(
    content: bytes, path: str, auditor: "Auditor", seconds: float = SECONDS, limits: Limits = DEFAULT
) -> Outcome:
    """Audits one file whose bytes were read already."""
    return _guarded(path, lambda: read_bytes_in_worker(content, path, limits), auditor, seconds)


def _guarded(path: str, read: Callable[[], Document], auditor: "Auditor", seconds: float) -> Outcome:
    def audited() -> ReportCard:
        document = read()
        with time_limit(seconds):
            return auditor.audit(document)

    return guarded(path, audited, too_slow(seconds))


def guarded(path: str, work: Callable[[], Made], when_too_slow: str) -> Made | Failure:
    """What some work on a file makes, or the failure that took its place; nothing that goes wrong gets further.

    Args:
        path: The file.
        work: The work; it keeps its own time (see `time_limit`), for reading has bounds of its own.
        when_too_slow: What to say, in Chinese, when its time is up.
    """
    try:
        return work()
    except ReadingError as error:
        return Failure(path, error.message, error.kind)
    except TimeoutError:
        return Failure(path, when_too_slow, "timeout")
    except Exception as error:
        return Failure(path, _internal(error), "internal")


def too_slow(seconds: float) -> str:
    """What to say of a file whose audit was given up."""
    return f"审核超过{seconds:g}秒，已跳过。请检查文件是否异常，或拆分后再审核；也可以用 --timeout 放宽时限。"


def _internal(error: Exception) -> str:
    """What to say of a fault of the program itself, with its place for those who mend it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"，{Path(frames[-1].filename).name}第{frames[-1].lineno}行" if frames else ""
    detail = f"{type(error).__name__}: {error}"[:200]
    return f"程序内部出错（{detail}{place}）。文件未审核，请把文件和这行提示反馈给维护人员。"
