"""Measures the auditor on the labelled cases of fixtures/ and writes rules/measured.json.

    python benchmarks/accuracy.py            measure, write, print
    python benchmarks/accuracy.py --check    measure and print only; exit status 1 when a figure fell

The cases kept apart are for measuring only: their figures are printed, what was missed in them is not.
"""

import argparse
import datetime
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from floor import fallen

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import GoldError, describe, evaluate
from auditor.measuring.measured import FILE
from auditor.measuring.rule_print import rule_prints

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Labelled cases that are measured together.

    Attributes:
        name: What they are, in Chinese.
        folders: Where they are, under fixtures/.
        profile: The profile they are measured with.
        is_kept_apart: Whether nobody may look at what was missed in them.
    """

    name: str
    folders: tuple[str, ...]
    profile: str | None = None
    is_kept_apart: bool = False


SETS = {
    "tuning": CaseSet("调试用例", ("cases/tuning",)),
    "kept_apart": CaseSet("留出用例（只测不调）", ("cases/kept_apart",), is_kept_apart=True),
    "shared": CaseSet("共用报告和片段", ("reports", "passages")),
    "full": CaseSet("完整方案的调试报告", ("cases/full",), "full"),
    "full_kept_apart": CaseSet(
        "完整方案的留出报告（只测不调）", ("cases/full_kept_apart",), "full", is_kept_apart=True
    ),
}


def say(text: str) -> None:
    """Print a text."""
    sys.stdout.write(f"{text}\n")


@cache
def auditor(profile: str | None) -> Auditor:
    """The auditor of a profile."""
    return Auditor(load_catalogue(ROOT / "rules", profile))


def measure(*, with_misses: bool = False) -> dict[str, dict[str, Any]]:
    """Measure and say the figures of every set; returns them by the set's id.

    Raises:
        GoldError: when cases are lacking.
    """
    catalogue = auditor("full").catalogue
    names = {each.id: each.name for each in catalogue.elements} | {each.id: each.name for each in catalogue.blocks}
    sets = {}
    for id_, cases in SETS.items():
        figures = evaluate([ROOT / "fixtures" / folder for folder in cases.folders], auditor(cases.profile))
        sets[id_] = {"name": cases.name, **figures.as_dict()}
        say(f"{cases.name}\n{describe(figures, names, with_misses=with_misses and not cases.is_kept_apart)}\n")
    return sets


def main() -> int:
    """Measure; returns the exit status: 0, 1 when a figure fell, 2 when cases are lacking."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a figure fell")
    parser.add_argument("--misses", action="store_true", help="list what was missed, save in the cases kept apart")
    arguments = parser.parse_args()
    try:
        sets = measure(with_misses=arguments.misses)
    except GoldError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    target = ROOT / "rules" / FILE
    rules = rule_prints(auditor("full").catalogue)
    if arguments.check:
        committed = json.loads(target.read_text(encoding="utf-8"))
        drops = fallen(committed["sets"], sets)
        if committed["rules"] != rules:
            say("测量以后规则改动过，请重新测量并写入。")
        say("\n".join(drops) or "没有下降的数字。")
        return int(bool(drops))
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    version = auditor(None).catalogue.manifest.version
    measured = {"date": today, "catalogue_version": version, "rules": rules, "sets": sets}
    target.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
