"""What one worker process needs to audit files, made once and used for many."""

from dataclasses import dataclass
from pathlib import Path

from auditor.batch.cache import Cache, key_of
from auditor.batch.clock import GRACE, last_resort
from auditor.batch.record import Record
from auditor.batch.result import Result
from auditor.batch.run import audit_content
from auditor.catalogue import Catalogue
from auditor.reading import DEFAULT, Limits, ReadingError
from auditor.reading.dispatch import load
from auditor.scorecard import Failure


class Bench:
    """Audits files in a process that may be ended: what takes too long takes the process with it."""

    def __init__(self, order: "Order") -> None:
        from auditor.judging import Auditor  # not for a folder all of which is in the cache

        self._auditor = Auditor(order.catalogue)
        self._cache = Cache(order.cache_folder) if order.cache_folder else None
        self._asks_whole = not order.only_lines
        self._seconds = order.seconds
        self._limits = order.limits
        self._longest = order.limits.seconds + order.limits.recognition_seconds + order.seconds + GRACE

    def audit(self, path: str) -> Result:
        """Audits one file, unless the cache has it."""
        try:
            content = load(path, self._limits)
        except ReadingError as error:
            return Result(path, Failure(path, error.message, error.kind))
        key = key_of(content, path)
        if self._cache and (known := self._cache.get(key, whole=self._asks_whole)):
            return Result(path, known, is_from_cache=True)
        with last_resort(self._longest):
            outcome = audit_content(content, path, self._auditor, self._seconds, self._limits)
        if isinstance(outcome, Failure):
            return Result(path, outcome)
        record = Record.pack(outcome, only_line=not (self._asks_whole or self._cache))
        if self._cache:
            self._cache.put(key, record)
        return Result(path, record)


@dataclass(frozen=True, slots=True)
class Order:
    """What to make a bench of; it can be sent to another process.

    Attributes:
        catalogue: The catalogue to judge with.
        cache_folder: The folder of the cache's generation, None to do without.
        seconds: Time to judge one document.
        limits: The bounds of reading.
        only_lines: Whether the lines of reports are all that will be asked for; the cache keeps whole cards.
    """

    catalogue: Catalogue
    cache_folder: Path | None
    seconds: float
    limits: Limits = DEFAULT
    only_lines: bool = False

    def make(self) -> Bench:
        """The bench."""
        return Bench(self)
