"""`audit_batch`: the audit of a batch of files as a plain function, for any engine that spreads work over machines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from auditor.batch.cache import key_of
from auditor.batch.fingerprint import of_program
from auditor.batch.run import SECONDS, audit_content
from auditor.batch.serial import Outcome, to_plain
from auditor.catalogue import Catalogue, load_catalogue
from auditor.reading import DEFAULT, Limits, ReadingError
from auditor.reading.dispatch import load
from auditor.scorecard import Failure

if TYPE_CHECKING:
    from auditor.judging import Auditor


class OtherProgram(Exception):  # noqa: N818 (says what is there, not that it is an error)
    """The auditor installed where the batch runs is not the one that sent it."""


def audit_batch(
    paths: Sequence[str],
    catalogue: Catalogue | None = None,
    program: str | None = None,
    seconds: float = SECONDS,
    limits: Limits = DEFAULT,
) -> list[dict[str, Any]]:
    """Audits a batch of files; 100 to 200 are a good size, for the auditor is made anew for each batch.

    It keeps nothing between calls and can be pickled, as can its arguments and what it returns.

    Args:
        paths: Files that can be read where this runs; "scheme://…" is opened with fsspec (object stores).
        catalogue: The catalogue to judge with; by default the one that comes with the auditor.
        program: `auditor.batch.fingerprint.of_program()` of who asks, to be sure that both are the same.
        seconds: Time to judge one document, kept where the system allows it.
        limits: The bounds of reading.

    Returns:
        For each path, in order: "path", "key" (of its content, for the cache; None when it could not be read), and
        "report" or "failure" as `auditor.batch.serial.to_plain` gives them.

    Raises:
        OtherProgram: When `program` is given and is not the one installed here.
        CatalogueError: When no catalogue is given and the one installed has mistakes.
    """
    from auditor.judging import Auditor

    if program is not None and program != of_program():
        raise OtherProgram
    auditor = Auditor(catalogue or load_catalogue())
    return [_audit(path, auditor, seconds, limits) for path in paths]


def _audit(path: str, auditor: "Auditor", seconds: float, limits: Limits) -> dict[str, Any]:
    try:
        content = _fetch(path, limits) if "://" in path else load(path, limits)
    except ReadingError as error:
        return _told(path, None, Failure(path, error.message, error.kind))
    return _told(path, key_of(content, path), audit_content(content, path, auditor, seconds, limits))


def _told(path: str, key: str | None, outcome: Outcome) -> dict[str, Any]:
    return {"path": path, "key": key, **to_plain(outcome)}


def _fetch(url: str, limits: Limits) -> bytes:
    try:
        import fsspec

        with fsspec.open(url, "rb") as stream:
            return bytes(stream.read(limits.file_bytes + 1))
    except Exception as error:  # every store has errors of its own
        message = f"从存储中取不到这个文件（{type(error).__name__}）。请检查地址、权限和网络。"
        raise ReadingError(message, "unreadable") from error
