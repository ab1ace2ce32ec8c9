"""Compares the verdicts on reports drawn as scans with those on their text: python tools/measure_recognition.py FILE...

Prints one line for each report, and at the end how many of the verdicts are the same. Three seconds a page.
"""

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parents[1] / "tests" / "reading")]

from build_scans import as_scan
from test_reading_formats import paragraphs, verdicts

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read, read_bytes_in_worker


def main() -> None:
    """Measures the files named on the command line."""
    auditor = Auditor(load_catalogue())
    same = total = 0
    for name in sys.argv[1:]:
        text = read(name)
        began = time.perf_counter()
        document = read_bytes_in_worker(as_scan(paragraphs(text)), "scan.pdf")
        took = time.perf_counter() - began
        expected, got = verdicts(auditor, text), verdicts(auditor, document)
        other = {key: (verdict, got.get(key)) for key, verdict in expected.items() if got.get(key) != verdict}
        same, total = same + len(expected) - len(other), total + len(expected)
        print(f"{name}: {took:.1f} s, {document.notes[0]}, {other or 'all the same'}", flush=True)
    print(f"{same} of {total} verdicts the same ({same / total:.1%})")


if __name__ == "__main__":
    main()
