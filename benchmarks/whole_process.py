"""Runs commands as whole processes and says what each took, by the system's own account."""

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Spread = dict[str, float]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command.

    Attributes:
        wall: Seconds from start to end.
        cpu: Processor seconds, those of its own child processes included.
        peak: Peak memory in MB of its largest process.
        status: Its exit status.
    """

    wall: float
    cpu: float
    peak: float
    status: int


def run(command: Sequence[str]) -> Run:
    """Runs a command; what it prints is thrown away."""
    begun = time.perf_counter()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere)  # noqa: S603 (our own commands)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


def rounds(commands: Mapping[str, Sequence[str]], count: int) -> dict[str, list[Run]]:
    """Runs all commands in turn, A B C A B C …, so that a machine that changes its speed changes it for all.

    Args:
        commands: The commands by name.
        count: Rounds that count; one before them does not.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            done = run(command)
            if number:
                runs[name].append(done)
    return runs


def figures(runs: Sequence[Run]) -> dict[str, Spread | list[int]]:
    """The spread of each figure of a command, and the exit statuses met."""
    return {
        "wall_s": spread([each.wall for each in runs]),
        "cpu_s": spread([each.cpu for each in runs]),
        "peak_mb": spread([each.peak for each in runs]),
        "statuses": sorted({each.status for each in runs}),
    }


def ratio(ours: Sequence[Run], theirs: Sequence[Run], figure: str = "wall") -> Spread:
    """The spread of the ratio of a figure, round by round."""
    return spread([getattr(a, figure) / getattr(b, figure) for a, b in zip(ours, theirs, strict=True)])


def spread(values: Sequence[float]) -> Spread:
    """Least, median and greatest."""
    return {
        "min": round(min(values), 3),
        "median": round(statistics.median(values), 3),
        "max": round(max(values), 3),
    }
