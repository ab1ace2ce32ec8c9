"""Audits a folder of broken files in a process of its own, so that its memory can be measured; prints JSON.

python answer_corpus.py FOLDER SECONDS
"""

import json
import resource
import sys
import time
from pathlib import Path

from auditor.batch import audit_paths
from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import Limits
from auditor.reading.worker_handle import SHARED
from auditor.scorecard import Failure


def main() -> None:
    """Audits one file after the other, in the order of the list."""
    folder, seconds = Path(sys.argv[1]), int(sys.argv[2])
    limits = Limits(seconds=seconds, recognition_pages=0)
    auditor = Auditor(load_catalogue())
    answers = []
    for each in json.loads((folder / "list.json").read_text(encoding="utf-8")):
        began = time.perf_counter()
        (outcome,) = audit_paths([str(folder / each["name"])], auditor, limits=limits, seconds=seconds)
        took = time.perf_counter() - began
        failure = outcome if isinstance(outcome, Failure) else None
        answer = {"got": failure.kind if failure else "audited", "told": failure.error if failure else "", "took": took}
        answers.append(each | answer)
    SHARED.close()
    of_children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    json.dump({"answers": answers, "megabytes": [own_peak(), of_children]}, sys.stdout)


def own_peak() -> float:
    """The most memory of this process in MB; Linux counts in ru_maxrss what the caller held when it started us."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1000


if __name__ == "__main__":
    main()
