"""Folders of reports, and benches that die, for the tests of batches."""

import os
import signal
import struct
import sys
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
        if "half" in path:
            _die_while_sending()
        if "hang" in path:
            from auditor.batch.clock import last_resort

            with last_resort(1):
                time.sleep(60)
        if "slow" in path:
            time.sleep(0.3)
        return Result(path, Failure(path, f"由进程{os.getpid()}审过", "empty"))


def _die_while_sending() -> None:
    """Sends the length of a message (as multiprocessing's connections do) and dies before the rest."""
    frame = sys._getframe()
    while "result_queue" not in frame.f_locals:
        assert frame.f_back is not None
        frame = frame.f_back
    os.write(frame.f_locals["result_queue"]._writer.fileno(), struct.pack("!i", 1000))
    os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class HostileOrder:
    seconds: float = 0.9

    def make(self) -> HostileBench:
        return HostileBench()
