"""The reading process as seen from outside: asks it to read, keeps its time, kills it, starts it anew."""

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
from typing import IO

from auditor.reading import wire
from auditor.reading.document import Document
from auditor.reading.failure import ReadingError
from auditor.reading.limits import DEFAULT, Limits

# Bytes of an answer for each character, generously: six of JSON, and a paragraph of one character in every two.
_ANSWER_BYTES = 50
_ANSWER_LEAST = 1_000_000
_DIED = (
    "读取这份文件时程序异常终止，文件可能已损坏或经过特殊构造。请重新获取，或用Word、WPS打开并另存为 .docx 后再审核。"
)


class Worker:
    """One reading process; started when first needed, and again after it was killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._lock = threading.Lock()

    def read(self, data: bytes, path: str, limits: Limits) -> Document:
        """Has one file read.

        Args:
            data: The whole content.
            path: Its name.
            limits: The bounds to keep.

        Raises:
            ReadingError: What the reading process says; "timeout" when it took too long, "unreadable" when it
                died.
        """
        with self._lock:
            try:
                outcome = self._ask(data, path, limits)
            except BaseException:
                self.close()
                raise
        if isinstance(outcome, ReadingError):
            raise _with_cause(outcome, limits)
        return outcome

    def close(self) -> None:
        """Kills the process, and all that it started, if it runs."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        _kill(process)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _ask(self, data: bytes, path: str, limits: Limits) -> Document | ReadingError:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None  # noqa: S101 (for mypy)
        with _Alarm(process) as alarm:
            alarm.set(limits.seconds)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(wire.request(data, path, limits))
                process.stdin.flush()
            line = _answer(process.stdout, limits)
            if wire.is_recognising(line):
                alarm.set(limits.recognition_seconds)
                line = _answer(process.stdout, limits)
            rung = alarm.rung
        if rung:
            self.close()
            return ReadingError(
                f"读取超过{rung}秒，已中止。请检查文件是否异常，或用Word、WPS打开并另存为 .docx 后再审核。", "timeout"
            )
        try:
            return wire.parse_answer(line, path)
        except ValueError:
            self.close()
            return ReadingError(_DIED, "unreadable")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._owner != os.getpid() or self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._process = _start()
            self._owner = os.getpid()
        return self._process


class _Alarm:
    """Kills a process when the time is up."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._timer: threading.Timer | None = None
        self.rung = 0

    def __enter__(self) -> "_Alarm":
        return self

    def __exit__(self, *_: object) -> None:
        self._cancel()

    def set(self, seconds: int) -> None:
        """Begins to count anew."""
        self._cancel()
        self._timer = threading.Timer(seconds, self._ring, [seconds])
        self._timer.daemon = True
        self._timer.start()

    def _ring(self, seconds: int) -> None:
        self.rung = seconds
        _kill(self._process)

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()


def _with_cause(error: ReadingError, limits: Limits) -> ReadingError:
    """The error; where the user has left less memory than usual, that is more likely at fault than the file."""
    if error.kind != "unreadable" or limits.memory_bytes >= DEFAULT.memory_bytes:
        return error
    allowed, usual = (each.memory_bytes // 1_000_000 for each in (limits, DEFAULT))
    message = f"没有读成，可能是 --max 读取内存={allowed} 太小（不写则为{usual}MB），请放宽后再试。"
    return ReadingError(f"{message}如仍读不成：{error.message}", "too_large")


def _answer(stream: IO[bytes], limits: Limits) -> bytes:
    """One line, or what came of it before the process died; b"" for one that is too long."""
    bound = _ANSWER_LEAST + _ANSWER_BYTES * limits.characters
    line = stream.readline(bound)
    return line if len(line) < bound else b""


def _start() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "auditor.reading.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,
    )


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kills a process and its children, which on systems with sessions are in its group."""
    if process.returncode is not None:  # its number may be another's by now
        return
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


SHARED = Worker()
atexit.register(SHARED.close)
