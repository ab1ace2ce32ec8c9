"""The reading process: `python -m auditor.reading.worker` reads files sent to it, each in a process of its own.

It loads the libraries once and forks for every file (where the system can), so that a file costs a few
milliseconds and never meets what another file left behind. The one who started it keeps the time.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO

from auditor.reading import wire
from auditor.reading.dispatch import prepare, read_bytes
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.restraint import restrain
from auditor.reading.sniffing import sniff


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answers requests until there are no more.

    A child that dies ends the whole process: whoever waits for the answer sees the end of the file.

    Args:
        source: Where requests come from.
        sink: Where answers go to.
    """
    for data, path, limits in _requests(source):
        with contextlib.suppress(ReadingError):
            prepare(sniff(data, path))
        if not hasattr(os, "fork"):
            _answer(data, path, limits, sink)
            return
        child = os.fork()
        if not child:
            _answer(data, path, limits, sink)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            return


def _requests(source: BinaryIO) -> Iterator[tuple[bytes, str, Limits]]:
    while line := source.readline():
        path, size, limits = wire.parse_request(line)
        yield source.read(size), path, limits


def _answer(data: bytes, path: str, limits: Limits, sink: BinaryIO) -> None:
    restrain(limits)
    try:
        answer = wire.answer(read_bytes(data, path, limits=limits, on_recognising=lambda: _send(sink)))
    except ReadingError as error:
        answer = wire.answer(error)
    except MemoryError:
        answer = wire.answer(ReadingError("内容过多，内存不足。请拆分后再审核。", "too_large"))
    sink.write(answer)
    sink.flush()


def _send(sink: BinaryIO) -> None:
    sink.write(wire.recognising())
    sink.flush()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)
