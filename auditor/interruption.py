"""Ctrl-C that waits until what must not be done by half is done."""

import contextlib
import signal
from collections.abc import Iterator


@contextlib.contextmanager
def interruption_held() -> Iterator[None]:
    """Ctrl-C comes after this block, not within it; processes started inside never see it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
