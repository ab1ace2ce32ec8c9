"""Measures the auditor on the labelled cases of fixtures/ and writes rules/measured.json.

    python benchmarks/accuracy.py            measure, write, print
    python benchmarks/accuracy.py --check    measure and print only; exit status 1 when a figure fell

The cases kept apart are for measuring only: their figures are printed, what was missed in them is not.
"""

import argparse
import datetime
import json
import sys
from pathlib import Path

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import GoldError, describe, evaluate
from auditor.measuring.floor import fallen
from auditor.measuring.measured import FILE

ROOT = Path(__file__).resolve().parent.parent
SETS = {
    "tuning": ("调试用例", ("cases/tuning",)),
    "kept_apart": ("留出用例（只测不调）", ("cases/kept_apart",)),
    "shared": ("共用报告和片段", ("reports", "passages")),
}


def say(text: str) -> None:
    """Print a text."""
    sys.stdout.write(f"{text}\n")


def main() -> int:
    """Measure; returns the exit status: 0, 1 when a figure fell, 2 when cases are lacking."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a figure fell")
    parser.add_argument("--misses", action="store_true", help="list what was missed, save in the cases kept apart")
    arguments = parser.parse_args()
    auditor = Auditor(load_catalogue(ROOT / "rules"))
    catalogue = auditor.catalogue
    names = {e.id: e.name for e in catalogue.elements} | {b.id: b.name for b in catalogue.blocks}
    sets = {}
    try:
        for id_, (name, folders) in SETS.items():
            figures = evaluate([ROOT / "fixtures" / folder for folder in folders], auditor)
            sets[id_] = {"name": name, **figures.as_dict()}
            with_misses = arguments.misses and id_ != "kept_apart"
            say(f"{name}\n{describe(figures, names, with_misses=with_misses)}\n")
    except GoldError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    target = ROOT / "rules" / FILE
    if arguments.check:
        drops = fallen(json.loads(target.read_text(encoding="utf-8"))["sets"], sets)
        say("\n".join(drops) or "没有下降的数字。")
        return int(bool(drops))
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    measured = {"date": today, "catalogue_version": catalogue.manifest.version, "sets": sets}
    target.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
