"""Folders of reports, and benches that die, for the tests of batches."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from auditor.batch.result import Result
from auditor.scorecard import Failure

REPORTS = Path(__file__).resolve().parents[2] / "fixtures/reports"


def fill(folder: Path, count: int) -> list[str]:
    """Reports that differ in name and content; their paths, in order."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(REPORTS.glob("*.txt"))]
    folder.mkdir(exist_ok=True)
    for number in range(count):
        content = f"{texts[number % len(texts)]}\n（编号{number:04d}）\n"
        (folder / f"{number:04d}.txt").write_text(content, encoding="utf-8")
    return [str(file) for file in sorted(folder.iterdir())]


class HostileBench:
    """Does what the name of the file says."""

    def audit(self, path: str) -> Result:
        if "kill" in path:
            os.kill(os.getpid(), signal.SIGKILL)
        if "hang" in path:
            from auditor.batch.clock import last_resort

            with last_resort(1):
                time.sleep(60)
        if "slow" in path:
            time.sleep(0.3)
        return Result(path, Failure(path, f"由进程{os.getpid()}审过", "empty"))


@dataclass(frozen=True)
class HostileOrder:
    seconds: float = 0.9

    def make(self) -> HostileBench:
        return HostileBench()
