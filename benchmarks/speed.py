"""Measures the auditor beside other programs, and how its time grows; writes speed-<day>.json.

    python benchmarks/speed.py                  measure, print, write (some ten minutes)
    python benchmarks/speed.py --rounds 1       quickly, to see that it works
    python benchmarks/speed.py --output FILE    write elsewhere

Every figure is of whole processes, from start to end. Programs to be compared run in turn, and ratios are taken round
by round, so that a machine that changes its speed changes it for both. docs/speed.md says what the figures mean.
"""

import argparse
import contextlib
import datetime
import itertools
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import ROOT, build
from peers import peers
from whole_process import Run, Spread, figures, ratio, rounds, spread
from wide_rules import widen

from auditor.catalogue import load_catalogue

REPORTS = 500
SERIES = (1, 10, 100, 1000)
LENGTHS = (1, 10, 100)
LONG_REPORTS = 4
WIDER = 10
PEAK_MB = 250
AUDITOR = [sys.executable, "-m", "auditor", "check", "--format", "json", "--no-cache"]


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


@dataclass(slots=True)
class Measurement:
    """What was measured so far; said as it comes."""

    count: int
    content: dict[str, Any] = field(default_factory=dict)
    ratios: dict[str, dict[str, Any]] = field(default_factory=dict)

    def run(self, title: str, commands: dict[str, list[str]]) -> dict[str, list[Run]]:
        """Run commands in turn and keep their figures under a title."""
        say(f"\n{title}\n{'':24}{'wall s: least median most':>32}{'cpu s':>9}{'peak MB':>9}")
        runs = rounds(commands, self.count)
        self.content[title] = {name: figures(done) for name, done in runs.items()}
        for name, done in runs.items():
            walls = spread([each.wall for each in done])
            cpu, peak = (spread([getattr(each, key) for each in done])["median"] for key in ("cpu", "peak"))
            spread_out = f"{walls['min']:10.3f} {walls['median']:10.3f} {walls['max']:10.3f}"
            statuses = "" if all(each.status == 0 for each in done) else f"  exit status {done[0].status}"
            say(f"  {name:22}{spread_out}{cpu:9.2f}{peak:9.0f}{statuses}")
        return runs

    def hold(self, what: str, measured: Spread, bar: float | None) -> None:
        """Keep a ratio, and whether its median is within the bar."""
        self.ratios[what] = {**measured, "bar": bar, "holds": None if bar is None else measured["median"] <= bar}
        verdict = "" if bar is None else f"   {'holds' if measured['median'] <= bar else 'FAILS'} (bar {bar:g})"
        say(f"  {what:58}{measured['min']:9.2f} {measured['median']:9.2f} {measured['max']:9.2f}{verdict}")


def side_by_side(measurement: Measurement, corpus: Path) -> None:
    """The auditor and its peers on the same folder, and one report against an import."""
    one = sorted(corpus.iterdir())[0]
    commands = {"core": [*AUDITOR, str(corpus)], "full": [*AUDITOR, "--profile", "full", str(corpus)]}
    for name in ("core", "full"):
        commands[f"{name}, audited before"] = [each for each in commands[name] if each != "--no-cache"]
    for peer in peers(corpus):
        if peer.command:
            commands[peer.name] = peer.command
        else:
            say(f"{peer.name} is not installed and left out: {peer.advice}")
    commands["core, one report"] = [*AUDITOR, str(one)]
    commands["full, one report"] = [*AUDITOR, "--profile", "full", str(one)]
    commands["import spacy"] = [sys.executable, "-c", "import spacy"]
    runs = measurement.run(f"{REPORTS} reports", commands)
    say("ratios: least median most")
    for ours, theirs, bar in (
        ("core", "spacy_phrases", 1),
        ("core, audited before", "spacy_phrases", 1),
        ("core", "textlint", None),
        ("full", "textlint", 1),
        ("full, audited before", "textlint", 1),
        ("core", "ripgrep", None),
        ("core, one report", "import spacy", 1),
        ("full, one report", "import spacy", None),
    ):
        if theirs in runs:
            measurement.hold(f"{ours} / {theirs}", ratio(runs[ours], runs[theirs]), bar)
            measurement.hold(f"{ours} / {theirs}, processor time", ratio(runs[ours], runs[theirs], "cpu"), None)
    for name in ("core", "full"):
        measurement.hold(f"peak MB, {name}", spread([each.peak for each in runs[name]]), PEAK_MB)


def growth(measurement: Measurement, title: str, sizes: Sequence[int], commands: Sequence[list[str]]) -> None:
    """Time at several sizes, each ten times the one before; also without that of the smallest."""
    names = [f"×{size}" for size in sizes]
    runs = measurement.run(title, dict(zip(names, commands, strict=True)))
    say("ratios: least median most")
    for one, ten in itertools.pairwise(names):
        measurement.hold(f"{title}: {ten} / {one}", ratio(runs[ten], runs[one]), 10.5)
    if len(names) > 2:
        triples = zip(runs[names[0]], runs[names[-2]], runs[names[-1]], strict=True)
        net = spread([(c.cpu - a.cpu) / (b.cpu - a.cpu) for a, b, c in triples])
        measurement.hold(f"{title}: {names[-1]} / {names[-2]}, processor time less {names[0]}", net, None)


def measure(measurement: Measurement, work: Path) -> None:
    """All measurements, in a folder to work in."""
    corpora = {number: work / f"reports-{number}" for number in (*SERIES, REPORTS)}
    characters = {number: build(folder, number) for number, folder in corpora.items()}
    long = {times: work / f"long-{times}" for times in LENGTHS}
    for times, folder in long.items():
        build(folder, LONG_REPORTS, times)
    measurement.content["corpus"] = {"reports": REPORTS, "characters": characters[REPORTS]}
    corpus = str(corpora[REPORTS])
    side_by_side(measurement, corpora[REPORTS])
    growth(measurement, "number of reports", SERIES, [[*AUDITOR, str(corpora[each])] for each in SERIES])
    growth(measurement, "length of reports", LENGTHS, [[*AUDITOR, str(long[each])] for each in LENGTHS])

    widen(ROOT / "rules", work / "rules", WIDER)
    wide = f"core ×{WIDER}"
    commands = {"core": [*AUDITOR, corpus], wide: [*AUDITOR, "--rules", str(work / "rules"), corpus]}
    runs = measurement.run("size of the catalogue", commands)
    measurement.hold(f"rules: {wide} / core", ratio(runs[wide], runs["core"]), 2)
    measurement.hold(f"rules: {wide} / core, processor time", ratio(runs[wide], runs["core"], "cpu"), None)

    workers = {f"{each}": [*AUDITOR, "--workers", f"{each}", corpus] for each in (1, 2)}
    runs = measurement.run("workers", workers)
    measurement.hold("workers: 2 / 1", ratio(runs["2"], runs["1"]), None)


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    model = ""
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {"processor": model, "cores": cores, "load_before": load, "python": platform.python_version()}


def main() -> int:
    """Measure; returns 0, or 1 when a ratio is beyond its bar."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds that count (5)")
    parser.add_argument("--output", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    today = datetime.date.today().isoformat()
    measurement = Measurement(wanted.rounds)
    measurement.content |= {"date": today, "rounds": wanted.rounds, "machine": machine()}
    measurement.content["catalogue_version"] = load_catalogue().manifest.version
    say(json.dumps(measurement.content, ensure_ascii=False))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AUDITOR_CACHE"] = str(Path(folder) / "cache")
        measure(measurement, Path(folder))
    measurement.content["ratios"] = measurement.ratios
    output = wanted.output or Path(__file__).with_name(f"speed-{today}.json")
    output.write_text(json.dumps(measurement.content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    say(f"\nwritten: {output}")
    return 1 if any(each["holds"] is False for each in measurement.ratios.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
