"""Many files through an engine: results in the order given, as many of them in memory as the engine works ahead."""

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from auditor.batch.cache import Cache, key_of
from auditor.batch.result import Result
from auditor.batch.run import STANDARD_INPUT
from auditor.batch.serial import Outcome
from auditor.reading import DEFAULT, Limits, ReadingError
from auditor.reading.dispatch import load
from auditor.scorecard import Failure


class Engine(Protocol):
    """What audits files somewhere else.

    Attributes:
        chunk: Files to submit at a time.
        ahead: Chunks to keep waiting.
    """

    @property
    def chunk(self) -> int: ...  # noqa: D102

    @property
    def ahead(self) -> int: ...  # noqa: D102

    def submit(self, paths: Sequence[str]) -> Callable[[], list[Result]]:
        """Has files audited; what it returns waits for their results."""


@dataclass(slots=True)
class _Part:
    """A few items in order: results at hand, and the waiting for those that are not."""

    results: list[Result | None]
    wait: Callable[[], list[Result]] | None

    def finish(self) -> Iterator[Result]:
        late = iter(self.wait() if self.wait else ())
        for result in self.results:
            yield result if result is not None else next(late)


def stream(
    items: Iterable[str | Failure],
    engine: Engine,
    cache: Cache | None,
    audit_here: Callable[[str], Outcome],
    limits: Limits = DEFAULT,
    *,
    only_lines: bool = False,
) -> Iterator[Result]:
    """Audits files.

    Args:
        items: Paths and failures, as `find_files` gives them.
        engine: Audits what is not in the cache.
        cache: Looked into first; None to do without.
        audit_here: Audits in this process what another cannot open: standard input, pipes.
        limits: The bounds of reading.
        only_lines: Whether the lines of results are all that will be asked for.

    Yields:
        One result for each item, in order.
    """
    source = iter(items)
    waiting: deque[_Part] = deque()
    while part := list(islice(source, engine.chunk)):
        results = [_at_hand(item, cache, audit_here, limits, whole=not only_lines) for item in part]
        missing = [str(item) for item, result in zip(part, results, strict=True) if result is None]
        waiting.append(_Part(results, engine.submit(missing) if missing else None))
        while waiting and (waiting[0].wait is None or len(waiting) > engine.ahead):
            yield from waiting.popleft().finish()
    while waiting:
        yield from waiting.popleft().finish()


def _at_hand(
    item: str | Failure, cache: Cache | None, audit_here: Callable[[str], Outcome], limits: Limits, *, whole: bool
) -> Result | None:
    """The result of an item that needs no engine."""
    if isinstance(item, Failure):
        return Result(item.path, item)
    if item == STANDARD_INPUT or _is_pipe(item):
        return Result(item, audit_here(item))
    if cache is None:
        return None
    try:
        known = cache.get(key_of(load(item, limits), item), whole=whole)
    except ReadingError:
        return None  # the engine will say why
    return Result(item, known, is_from_cache=True) if known else None


def _is_pipe(path: str) -> bool:
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116 (a Path for each of 100,000 files takes its time)
    except (OSError, ValueError):
        return False
