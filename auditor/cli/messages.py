"""Exit statuses, and messages to standard error."""

import sys
from collections.abc import Iterable

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
    print(one_line(message), file=sys.stderr)  # noqa: T201


def say_problems(problems: Iterable[object]) -> None:
    """Every mistake of a catalogue, as file:line:column: message."""
    for problem in problems:
        print(clean(str(problem)), file=sys.stderr)  # noqa: T201


def say_failure(failure: Failure) -> None:
    """A file that could not be audited."""
    say(f"{failure.path}：{failure.error}")
