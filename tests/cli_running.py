"""What running a command in a test takes and gives."""

import signal
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


def heed_ctrl_c() -> None:
    """In a child process: Ctrl-C counts even when the tests run in the background, where shells switch it off."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
