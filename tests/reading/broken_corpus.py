"""The corpus of hostile and broken files, made anew whenever it is wanted; tools/build_broken.py writes it out."""

import json
from collections.abc import Iterator
from pathlib import Path

import broken_others
import broken_pdf
import broken_web
import broken_word
from broken_model import Broken

LIST = "list.json"


def corpus() -> Iterator[Broken]:
    """Every file."""
    for room in (broken_web, broken_word, broken_pdf, broken_others):
        yield from room.files()


def write_corpus(folder: Path) -> int:
    """Writes every file into a folder, and a list of them with the outcome that each must have.

    Args:
        folder: Where to; it exists.

    Returns:
        The number of files written, the list not counted.
    """
    listed: list[dict[str, str]] = []
    for broken in corpus():
        (folder / broken.name).write_bytes(broken.content)
        listed.append({"name": broken.name, "kind": broken.kind, "outcome": broken.outcome})
    (folder / LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")
    return len(listed)
