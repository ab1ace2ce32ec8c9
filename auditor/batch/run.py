"""Paths -> report cards and failures, in the order given."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from auditor.judging import Auditor
from auditor.reading import DEFAULT, Document, Limits, ReadingError, read, read_bytes
from auditor.scorecard import Failure, ReportCard

STANDARD_INPUT = "-"
Outcome = ReportCard | Failure


def audit_paths(
    items: Iterable[str | Failure],
    auditor: Auditor,
    *,
    limits: Limits = DEFAULT,
    on_done: Callable[[str], None] | None = None,
) -> Iterator[Outcome]:
    """Audits files one after another.

    Args:
        items: Paths as `find_files` gives them, "-" for standard input; failures among them are passed on.
        auditor: The auditor to judge with.
        limits: The bounds of reading.
        on_done: Called with the path of each item when it is done.

    Yields:
        A report card, or the failure that took its place: what goes wrong with one file stays with it.
    """
    for item in items:
        outcome = item if isinstance(item, Failure) else _audit(item, auditor, limits)
        if on_done is not None:
            on_done(outcome.path)
        yield outcome


def load(path: str, limits: Limits = DEFAULT) -> Document:
    """Reads a file, or standard input for "-".

    Raises:
        ReadingError: When it cannot be audited.
    """
    if path != STANDARD_INPUT:
        return read(path, limits=limits)
    return read_bytes(sys.stdin.buffer.read(limits.file_bytes + 1), path, limits=limits)


def _audit(path: str, auditor: Auditor, limits: Limits) -> Outcome:
    try:
        return auditor.audit(load(path, limits))
    except ReadingError as error:
        return Failure(path, error.message, error.kind)
    except TimeoutError:
        return Failure(path, "审核超时，已跳过。请检查文件是否异常，或拆分后再审核。", "timeout")
    except Exception as error:
        return Failure(path, _internal(error), "internal")


def _internal(error: Exception) -> str:
    """What to say of a fault of the program itself, with its place for those who mend it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"，{Path(frames[-1].filename).name}第{frames[-1].lineno}行" if frames else ""
    detail = f"{type(error).__name__}: {error}"[:200]
    return f"程序内部出错（{detail}{place}）。文件未审核，请把文件和这行提示反馈给维护人员。"
