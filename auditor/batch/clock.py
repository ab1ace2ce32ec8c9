"""Ends what takes too long: first by an error in the running code, then by ending the process."""

import contextlib
import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType

GRACE = 5.0
AGAIN = 1.0


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in the code inside once the time is up.

    It works in the main thread of systems with alarms (not on Windows), and not within a long call into a library
    that is no Python; for both `last_resort` is there.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)  # an error raised while rubbish is collected is swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def last_resort(seconds: float) -> Iterator[None]:
    """Ends this process, whatever it is doing, when the code inside takes longer: for worker processes only."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 (no file of anyone's)
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
