"""A catalogue some times as large: every element again, under another id, asking for other words.

The words of a copy are those of the original with each Chinese character put for another of those that occur in the
rules, so that they are as long, as many and made of as common characters, and hardly ever stand in a text.
"""

import random
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

HAN = re.compile(r"[\u4e00-\u9fff]")
CONCEPT = re.compile(r"\{(\w+)\}")
ASKED = ("signals", "zero", "decoys", "particulars", "own", "anchors")
TEXTS = ("phrases", "unless", "words", "but_not", "own", "anchors", "slips")


def widen(rules: Path, folder: Path, times: int) -> None:
    """Writes the catalogue of `rules` to `folder`, with `times` as many elements and their concepts."""
    shutil.copytree(rules, folder)
    manifest = _load(rules / "catalogue.yaml")
    concepts = _load(rules / "lexicon/concepts.yaml")
    elements = {name: _load(rules / f"elements/{name}.yaml") for name in manifest["elements"]}
    characters = sorted(set(HAN.findall(str(elements) + str(concepts))))
    for number in range(1, times):
        others = characters.copy()
        random.Random(number).shuffle(others)  # noqa: S311 (the same in every run)
        table = str.maketrans(dict(zip(characters, others, strict=True)))
        for name, element in elements.items():
            copy = {key: _altered(key, value, table, number) for key, value in element.items()}
            copy["id"] = f"{name}_{number}"
            manifest["elements"].append(copy["id"])
            _save(folder / f"elements/{copy['id']}.yaml", copy)
        for concept in _load(rules / "lexicon/concepts.yaml")["concepts"]:
            copy = {key: _altered(key, value, table, number) for key, value in concept.items()}
            copy["id"] = f"{concept['id']}_{number}"
            concepts["concepts"].append(copy)
    _save(folder / "catalogue.yaml", manifest)
    _save(folder / "lexicon/concepts.yaml", concepts)


def _altered(key: str, value: Any, table: dict[int, str], number: int) -> Any:
    if key in TEXTS and isinstance(value, list):
        return [CONCEPT.sub(rf"{{\1_{number}}}", each.translate(table)) for each in value]
    if key in ASKED and isinstance(value, list):
        return [{name: _altered(name, part, table, number) for name, part in each.items()} for each in value]
    return value


def _load(file: Path) -> Any:
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def _save(file: Path, data: Any) -> None:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    file.write_text(text, encoding="utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes a list that stands in two places twice, since the catalogue's loader refuses aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """All of them."""
        del data
        return True
