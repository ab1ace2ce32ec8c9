"""Exit statuses, and messages to standard error."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from auditor.rendering.cleaning import clean, one_line
from auditor.scorecard import Failure

DONE = 0
BELOW = 1
WRONG_USAGE = 2
NOT_AUDITED = 3
INTERRUPTED = 130
BROKEN_PIPE = 141


def say(message: str) -> None:
    """One line for the user, cleaned."""
    _tell(one_line(message))


def say_problems(problems: Iterable[object]) -> None:
    """Every mistake of a catalogue, as file:line:column: message."""
    for problem in problems:
        _tell(clean(str(problem)))


def say_failure(failure: Failure) -> None:
    """A file that could not be audited."""
    say(f"{failure.path}：{failure.error}")


def forsake(stream: TextIO) -> None:
    """Nothing more can be written to a stream: what is left of it, and what still comes, goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def telling() -> Iterator[None]:
    """Something is written to standard error; where that cannot be written, the results are worth no less."""
    try:
        yield
    except OSError:
        forsake(sys.stderr)


def _tell(lines: str) -> None:
    with telling():
        print(lines, file=sys.stderr, flush=True)  # noqa: T201
