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


def watch(paths: Sequence[str], run: Callable[[], int], pause: Callable[[float], None] = time.sleep) -> int:
    """Runs at once, and again after every change; Ctrl-C ends it.

    Args:
        paths: Files and folders as the user gave them.
        run: What to do; its exit status is only kept.
        pause: Waits some seconds.

    Returns:
        The exit status of the last run.
    """
    status = run()
    say("正在等待文件改动，保存后自动重新审核；按 Ctrl-C 结束。")
    seen = _state(paths)
    try:
        while True:
            pause(SECONDS)
            now = _state(paths)
            if now == seen:
                continue
            seen = _at_rest(paths, now, pause)
            if sys.stdout.isatty():
                put(CLEAR)
            status = run()
            say("文件有改动，已重新审核。")
    except KeyboardInterrupt:
        return status


def _at_rest(paths: Sequence[str], state: State, pause: Callable[[float], None]) -> State:
    """The state once the files are there and no longer change: programs save in steps."""
    while True:
        pause(SECONDS / 2)
        now = _state(paths)
        if now and now == state:
            return now
        state = now


def _state(paths: Sequence[str]) -> State:
    """Time of change and size of each file, by its path."""
    from auditor.reading import find_files

    state: State = {}
    for path in find_files(paths):
        if isinstance(path, str):
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
