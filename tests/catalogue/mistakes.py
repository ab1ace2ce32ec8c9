"""Small rules with one mistake in them, and what must be said of it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from small_rules import write

from auditor.catalogue import CatalogueError, Problem, load_catalogue

ELEMENT, BLOCK, CUES = "elements/counsel.yaml", "blocks/plan.yaml", "lexicon/cues/plan.yaml"
CONCEPTS, MANIFEST, INSTRUMENTS = "lexicon/concepts.yaml", "catalogue.yaml", "instruments.yaml"
OPENERS = "lexicon/continuations.yaml"


@dataclass(frozen=True)
class Mistake:
    """`old` becomes `new` in a file; the problem must point at `at` and say `message` and `hint`."""

    file: str
    old: str
    new: str
    at: str
    message: str
    hint: str = ""


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return caught.value.problems


def place(text: str, at: str) -> tuple[int, int]:
    assert at in text
    before = text[: text.index(at)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def check_named(mistake: Mistake, folder: Path) -> None:
    """The mistake is named, at its place and with its mending."""
    write(folder, file=mistake.file, old=mistake.old, new=mistake.new)
    text = (folder / mistake.file).read_text(encoding="utf-8")
    found = problems(folder)
    right = [p for p in found if mistake.message in p.message]
    assert right, found
    assert right[0].file.endswith(mistake.file)
    if mistake.at:
        assert (right[0].line, right[0].column) == place(text, mistake.at)
    assert mistake.hint in right[0].suggestion
