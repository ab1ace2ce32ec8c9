"""Worker processes on this machine. A file that kills or hangs its worker costs itself alone.

When a worker dies, the whole pool is lost and nobody knows which file did it. So the pool is made anew, and the files
that were being audited are audited again one by one in a process of their own, until the guilty one has shown itself.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Protocol

from auditor.batch.result import Result
from auditor.batch.run import too_slow
from auditor.interruption import interruption_held
from auditor.scorecard import Failure

_SECONDS_BETWEEN_LOOKS = 0.2
_DIED = "审核这份文件时程序异常终止（可能内存不足），已跳过，其他文件不受影响。请检查文件是否异常，或拆分后再审核。"


class Auditing(Protocol):
    """What audits files in a worker process; see auditor.batch.bench."""

    def audit(self, path: str) -> Result:
        """Audits one file."""


class Making(Protocol):
    """What makes it there; it is sent to the worker process."""

    @property
    def seconds(self) -> float:
        """Time to judge one document."""

    def make(self) -> Auditing:
        """Makes it."""


class Pool:
    """Processes that audit files in chunks.

    Attributes:
        chunk: Files to submit at a time; small, so that all workers have work to the end.
        ahead: Chunks to keep waiting, so that no worker idles and memory stays bounded.
    """

    chunk = 8

    def __init__(self, order: Making, workers: int) -> None:
        self._order = order
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._solo: ProcessPoolExecutor | None = None
        self.ahead = 4 * workers

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        for pool in (self._pool, self._solo):
            if pool is not None:
                if kind is not None:
                    _kill(pool)
                pool.shutdown(cancel_futures=True)

    def submit(self, paths: Sequence[str]) -> Callable[[], list[Result]]:
        """Has files audited.

        Returns:
            Waits for them and gives their results, in order.
        """
        try:
            self._pool = self._pool or self._new(self._workers)
            future = _submit(self._pool, paths)
        except BrokenProcessPool:
            self._pool = self._new(self._workers)
            future = _submit(self._pool, paths)
        return partial(self._collect, paths, self._pool, future)

    def _collect(self, paths: Sequence[str], pool: ProcessPoolExecutor, future: "Future[list[Result]]") -> list[Result]:
        try:
            return _wait_for(future, pool)
        except BrokenProcessPool:
            return [self._alone(path) for path in paths]

    def _alone(self, path: str) -> Result:
        self._solo = self._solo or self._new(1)
        begun = time.monotonic()
        try:
            return _wait_for(_submit(self._solo, [path]), self._solo)[0]
        except BrokenProcessPool:
            self._solo = None
            if time.monotonic() - begun >= self._order.seconds:
                return Result(path, Failure(path, too_slow(self._order.seconds), "timeout"))
            return Result(path, Failure(path, _DIED, "internal"))

    def _new(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, _context(), _begin, (self._order,))


def _context() -> BaseContext:
    """Processes forked where that is safe, for they have everything loaded already.

    Safe is Linux, and a process without other threads: a lock that one of them holds would never open in the fork.
    """
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return get_context("fork" if is_safe else "spawn")


_bench: Auditing


def _begin(order: Making) -> None:
    """Prepares a worker process; it ends with the process that started it, even if that is killed."""
    global _bench
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bench = order.make()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _audit(paths: Sequence[str]) -> list[Result]:
    return [_bench.audit(path) for path in paths]


def _submit(pool: ProcessPoolExecutor, paths: Sequence[str]) -> "Future[list[Result]]":
    with interruption_held():
        return pool.submit(_audit, paths)


def _wait_for(future: "Future[list[Result]]", pool: ProcessPoolExecutor) -> list[Result]:
    """What was audited.

    A worker that dies while it sends leaves half a message, and the executor would read on for ever; so the dead are
    looked for from time to time.

    Raises:
        BrokenProcessPool: A worker died.
    """
    while not wait([future], _SECONDS_BETWEEN_LOOKS).done:
        if connection.wait([process.sentinel for process in _processes(pool)], 0):
            _kill(pool)
    return future.result()


def _kill(pool: ProcessPoolExecutor) -> None:
    """Ends the workers at once; executors have no way of their own for it before Python 3.14.

    The end of the pipe on which they sent is closed here too, or the executor would wait for the rest of a message.
    """
    for process in _processes(pool):
        process.kill()
    pool._result_queue._writer.close()  # type: ignore[attr-defined]


def _processes(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    return list((pool._processes or {}).values())
