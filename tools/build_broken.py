"""Writes the corpus of hostile and broken files: python tools/build_broken.py FOLDER.

The folder is fixtures/broken/files unless named. About 110 MB, the same bytes every time; nothing of it is committed.
`list.json` names the outcome of each file.
"""

import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "tests" / "reading"))


def main() -> None:
    """Writes the corpus."""
    from broken_corpus import write_corpus

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "fixtures" / "broken" / "files"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"{write_corpus(folder)} files in {folder}")


if __name__ == "__main__":
    main()
