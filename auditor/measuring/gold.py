"""Labelled cases: pairs NAME.txt and NAME.json in a folder (what the verdicts mean: docs/writing-rules.md)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class GoldError(ValueError):
    """A gold file that cannot be used; the message says which and why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader found for one element.

    Attributes:
        verdict: The verdict.
        accepted: The verdicts that count as right, `verdict` among them.
        evidence: Passages of the text, verbatim.
        why: The reader's remark.
    """

    verdict: str
    accepted: frozenset[str]
    evidence: tuple[str, ...]
    why: str

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Every place [start, end) of the evidence in a text."""
        spans: list[tuple[int, int]] = []
        for passage in self.evidence:
            at = text.find(passage)
            while at >= 0:
                spans.append((at, at + len(passage)))
                at = text.find(passage, at + 1)
        return spans


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled text.

    Attributes:
        name: The stem of its files.
        text: Path of the text.
        elements: A label for each element, by id.
        blocks: For a whole report the accepted verdicts of each block, by id; empty for a passage.
    """

    name: str
    text: Path
    elements: dict[str, Label]
    blocks: dict[str, frozenset[str]]


def read_cases(folder: Path) -> list[Case]:
    """The cases of a folder, by name.

    Raises:
        GoldError: when the folder holds none, or a gold file cannot be read.
    """
    golds = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not golds:
        raise GoldError(f"{folder}：没有标注用例（成对的 名称.txt 和 名称.json）")
    return [_read_case(gold) for gold in golds]


def _read_case(gold: Path) -> Case:
    try:
        data = json.loads(gold.read_text(encoding="utf-8"))
        elements = {id_: _label(item) for id_, item in data["elements"].items()}
        blocks = dict(_blocks(data)) if data["kind"] == "report" else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{gold}：标注文件有误（{type(error).__name__}: {error}）") from None
    text = gold.with_suffix(".txt")
    if not text.is_file():
        raise GoldError(f"{gold}：缺少对应的正文 {text.name}")
    return Case(gold.stem, text, elements, blocks)


def _label(item: dict[str, Any]) -> Label:
    return Label(
        verdict=str(item["verdict"]),
        accepted=frozenset({item["verdict"], *item.get("also_ok", [])}),
        evidence=tuple(each for each in item.get("evidence", []) if each),
        why=str(item.get("why", "")),
    )


def _blocks(data: dict[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    also = data.get("blocks_also_ok", {})
    for id_, verdict in data["blocks"].items():
        yield id_, frozenset({verdict, *also.get(id_, [])})
