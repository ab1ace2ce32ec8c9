"""Where the time goes, from the start of the program to the end of the output.

    python benchmarks/profile_stages.py [--reports 100] [--profile NAME]

First the stages by the clock. Then, by cProfile, the share of each stage of an audit, and the functions with the most
time of their own, the built-in and library functions that they call included. A profiler makes short functions look
dearer than they are.
"""

import argparse
import cProfile
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import TypeVar

from corpus import report

SHOWN = 25
STAGES = {
    "structure: plain text": "structure/plain.py make_plain",
    "structure: slips": "structure/slips.py mend_slips",
    "structure: identity": "structure/identity.py identify",
    "structure: outline": "structure/outline.py outline",
    "structure: sentences": "structure/sentences.py split_sentences",
    "matching: scan for candidates": "matching/index.py PhraseIndex.candidates",
    "matching: phrases on sentences": "matching/matcher.py Matcher.match",
    "judging: roles": "judging/roles.py Roles.of",
    "judging: evidence": "judging/evidence.py Collector.collect",
    "judging: verdicts": "judging/verdict.py judge",
    "judging: blocks": "judging/blocks.py judge_block",
    "checking: figures read": "checking/figures.py figure_lines",
    "checking: all": "checking/checker.py Checker.check",
}
Made = TypeVar("Made")


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")


def timed(name: str, work: Callable[[], Made]) -> Made:
    """Does something and prints how long it took."""
    begun = time.perf_counter()
    made = work()
    say(f"{(time.perf_counter() - begun) * 1000:9.1f} ms  {name}")
    return made


def stages_by_clock(texts: list[bytes], profile: str | None) -> Callable[[], object]:
    """Print the stages; returns the audit of all texts, to be profiled."""

    def import_program() -> None:
        import auditor.batch
        import auditor.cli
        import auditor.judging  # noqa: F401

    timed("start: imports", import_program)
    from auditor.batch.record import Record
    from auditor.catalogue import load_catalogue
    from auditor.judging import Auditor
    from auditor.reading import read_bytes
    from auditor.rendering import FORMATS
    from auditor.rendering.view import View
    from auditor.scorecard import Scorecard

    catalogue = timed("start: catalogue read and checked", lambda: load_catalogue(None, profile))
    auditor = timed("start: auditor made", lambda: Auditor(catalogue))
    number = len(texts)
    timed("first report (automaton, first patterns)", lambda: auditor.audit(read_bytes(texts[0], "first.txt")))
    documents = timed(f"read {number} reports", lambda: [read_bytes(text, "any.txt") for text in texts])
    timed(f"audit {number} reports, patterns new", lambda: list(map(auditor.audit, documents)))
    cards = timed(f"audit {number} reports, patterns ready", lambda: list(map(auditor.audit, documents)))
    records = timed(f"pack {number} cards (in the workers)", lambda: list(map(Record.pack, cards)))
    timed(f"unpack {number} cards (in the main process)", lambda: [record.card("any.txt") for record in records])
    card = Scorecard(catalogue_name="", catalogue_version="", reports=tuple(cards), failures=())
    timed(f"JSON of {number} cards (in the main process)", lambda: FORMATS["json"].render(card, View()))
    return lambda: list(map(Auditor(catalogue).audit, documents))


def stages_by_profile(audit: Callable[[], object]) -> None:
    """Print the share of each stage of the audit and the functions with the most own time."""
    import auditor

    folder = str(Path(auditor.__file__).parent)
    profile = cProfile.Profile()
    profile.runcall(audit)
    own: dict[str, float] = {}
    whole: dict[str, float] = {}
    total = 0.0
    for entry in profile.getstats():
        total += entry.inlinetime
        if isinstance(entry.code, str) or not entry.code.co_filename.startswith(folder):
            continue
        name = f"{entry.code.co_filename[len(folder) + 1 :]} {entry.code.co_qualname}"
        others = sum(call.totaltime for call in entry.calls or () if not _is_in(call.code, folder))
        own[name] = own.get(name, 0.0) + entry.inlinetime + others
        whole[name] = entry.totaltime
    say(f"\nstages of an audit, by cProfile ({total:.2f} s), each with all that it calls:")
    for stage, name in STAGES.items():
        say(f"{whole.get(name, 0.0) / total:9.1%}  {stage}")
    say("\nown time of functions:")
    for name, seconds in sorted(own.items(), key=lambda each: -each[1])[:SHOWN]:
        say(f"{seconds / total:9.1%}  {name}")


def _is_in(code: CodeType | str, folder: str) -> bool:
    return not isinstance(code, str) and code.co_filename.startswith(folder)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100, metavar="N")
    parser.add_argument("--profile", metavar="NAME")
    wanted = parser.parse_args()
    texts = [report(number).encode() for number in range(wanted.reports)]
    stages_by_profile(stages_by_clock(texts, wanted.profile))
    return 0


if __name__ == "__main__":
    sys.exit(main())
