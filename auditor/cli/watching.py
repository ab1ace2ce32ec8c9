"""Runs again whenever a watched file is saved, until the user stops it."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from auditor.cli.messages import say
from auditor.cli.output import put

SECONDS = 0.5
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
State = dict[str, tuple[int, int]]


def watch(
    paths: Sequence[str],
    run: Callable[[], int],
    output: Path | None = None,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """Runs at once, and again after every change, also one made during a run; Ctrl-C ends it.

    Args:
        paths: Files and folders as the user gave them.
        run: What to do; its exit status is only kept.
        output: The file or folder that `run` itself writes, which is not watched.
        pause: Waits some seconds.

    Returns:
        The exit status of the last run.
    """

    def state() -> State:
        return _state(paths, output)

    seen = state()
    status = run()
    say("正在等待文件改动，保存后自动重新审核；按 Ctrl-C 结束。")
    try:
        while True:
            pause(SECONDS)
            now = state()
            if now == seen:
                continue
            seen = _at_rest(state, now, pause)
            if sys.stdout.isatty():
                put(CLEAR)
            status = run()
            say("文件有改动，已重新审核。")
    except KeyboardInterrupt:
        return status


def _at_rest(state: Callable[[], State], last: State, pause: Callable[[float], None]) -> State:
    """The state once the files are there and no longer change: programs save in steps."""
    while True:
        pause(SECONDS / 2)
        now = state()
        if now and now == last:
            return now
        last = now


def _state(paths: Sequence[str], output: Path | None) -> State:
    """Time of change and size of each file, by its path; the output is left out."""
    from auditor.reading import find_files

    state: State = {}
    for path in find_files(paths):
        if isinstance(path, str) and (output is None or not Path(path).absolute().is_relative_to(output.absolute())):
            stat = _stat(path)
            if stat is not None:
                state[path] = stat
    return state


def _stat(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
