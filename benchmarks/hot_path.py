"""Counts what an audit does, so that a slower one shows on any machine, however noisy.

    python benchmarks/hot_path.py            count, print what grew
    python benchmarks/hot_path.py --write    count and write hot_path.json

Counted on the texts of fixtures/reports, phrases compiled as they are first needed, in the auditor's own code only:

    calls      calls of its functions and generators, and those it makes of built-in and library functions
    searches   those among them that run a regular expression
    steps      instructions of the interpreter, so that a loop that calls nothing counts as well

The same code and rules give the same counts in every run, whatever the hash seed. What one regular expression costs is
not in them: speed.py shows that.
"""

import argparse
import cProfile
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import auditor
from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import Document, read

TEXTS = Path(__file__).resolve().parent.parent / "fixtures/reports"
FILE = Path(__file__).with_name("hot_path.json")
OWN = str(Path(auditor.__file__).parent)
PYTHONS_ENGINE = "'re.Pattern' objects>"
OTHER_ENGINES = ("pcre2", "re2")
ALLOWED = 1.2
Counts = dict[str, dict[str, int]]


def count() -> Counts:
    """Counts by kind and module; those of all modules together under "all"."""
    documents = [read(str(path)) for path in sorted(TEXTS.glob("*.txt"))]
    _audit(documents)  # loads what the process loads once
    auditor_for_calls, auditor_for_steps = Auditor(load_catalogue()), Auditor(load_catalogue())
    profile = cProfile.Profile()
    profile.enable()
    _audit(documents, auditor_for_calls)
    profile.disable()
    calls, searches = _calls(profile)
    steps: Counter[str] = Counter()
    with _stepping(steps):
        _audit(documents, auditor_for_steps)
    kinds = {"calls": calls, "searches": searches, "steps": steps}
    return {kind: {"all": sum(by.values()), **dict(sorted(by.items()))} for kind, by in kinds.items()}


def grown(now: Mapping[str, Mapping[str, int]], before: Mapping[str, Mapping[str, int]]) -> list[str]:
    """What is more than ALLOWED times what it was: a line for each total, then for the modules that grew most."""
    lines: list[str] = []
    for kind, counts in now.items():
        old = before[kind]
        if counts["all"] <= old["all"] * ALLOWED:
            continue
        lines.append(_line(kind, "all", counts["all"], old["all"]))
        more = {name: number - old.get(name, 0) for name, number in counts.items() if name != "all"}
        for name in sorted(more, key=lambda each: -more[each])[:5]:
            lines.append(_line(kind, name, counts[name], old.get(name, 0)))
    return lines


def _line(kind: str, name: str, now: int, before: int) -> str:
    by = f"{now / before - 1:+.1%}" if before else "new"
    return f"{kind:9} {name:32} {before:>10} -> {now:>10}  {by}"


def _audit(documents: list[Document], with_: Auditor | None = None) -> None:
    auditor_ = with_ or Auditor(load_catalogue())
    for document in documents:
        auditor_.audit(document)


def _module(code: CodeType) -> str:
    """The name of a module of the auditor, "" for code of others."""
    name = code.co_filename
    return name[len(OWN) + 1 : -3].replace("/", ".") if name.startswith(OWN) else ""


def _calls(profile: cProfile.Profile) -> tuple[Counter[str], Counter[str]]:
    calls: Counter[str] = Counter()
    searches: Counter[str] = Counter()
    for entry in profile.getstats():
        module = "" if isinstance(entry.code, str) else _module(entry.code)
        if not module:
            continue
        calls[module] += entry.callcount
        for call in entry.calls or ():
            if not isinstance(call.code, str) and _module(call.code):
                continue
            calls[module] += call.callcount
            if _is_search(call.code):
                searches[module] += call.callcount
    return calls, searches


def _is_search(code: CodeType | str) -> bool:
    if isinstance(code, str):
        return PYTHONS_ENGINE in code
    return code.co_name == "search" and any(engine in code.co_filename for engine in OTHER_ENGINES)


@contextmanager
def _stepping(steps: Counter[str]) -> Iterator[None]:
    """Counts the interpreter's instructions in the auditor's own code."""
    by_code: Counter[CodeType] = Counter()

    def local(frame: FrameType, event: str, _: Any) -> Any:
        if event == "opcode":
            by_code[frame.f_code] += 1
        return local

    def enter(frame: FrameType, _: str, __: Any) -> Any:
        if not frame.f_code.co_filename.startswith(OWN):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return local

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(before)
        for code, number in by_code.items():
            steps[_module(code)] += number


def main() -> int:
    """Count; returns 1 when something grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write hot_path.json")
    wanted = parser.parse_args()
    counts = count()
    lines = grown(counts, json.loads(FILE.read_text(encoding="utf-8"))["counts"]) if FILE.is_file() else []
    for kind, by in counts.items():
        sys.stdout.write(f"{kind:9} {by['all']:>10}\n")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    if wanted.write:
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        content = {"catalogue_version": load_catalogue().manifest.version, "python": python, "counts": counts}
        FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
