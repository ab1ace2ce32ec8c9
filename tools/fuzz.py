"""Fuzzes one reader or the loader of rules for long, guided by coverage: python tools/fuzz.py TARGET SECONDS.

Needs atheris (`pip install atheris`). What it finds is written to fuzz-found/TARGET/; the corpus that it grows is kept
in fuzz-corpus/TARGET/ for the next time.
"""

import sys
import tempfile
from pathlib import Path

import atheris

_TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(_TESTS / name) for name in ("fuzz", "reading", "catalogue")]

with atheris.instrument_imports(include=["auditor", "wps2md", "olefile", "ofdkit"]):
    from fuzz_targets import targets


def main() -> None:
    """Runs the target named on the command line."""
    name, seconds = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        target = targets(Path(folder))[name]
        corpus, found = Path("fuzz-corpus", name), Path("fuzz-found", name)
        corpus.mkdir(parents=True, exist_ok=True)
        found.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(target.seeds):
            (corpus / f"seed_{number}").write_bytes(seed)
        arguments = [
            *(f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=20000"),
            *(f"-artifact_prefix={found}/", "-print_final_stats=1", str(corpus)),
        ]
        atheris.Setup([sys.argv[0], *arguments], target.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
