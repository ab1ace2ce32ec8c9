"""Labelled cases: pairs NAME.txt and NAME.json in a folder (how to label them: docs/labelling-cases.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from auditor.catalogue.fields import Chinese, Strict
from auditor.catalogue.source import CatalogueError, Location, Problem, Source
from auditor.terms import BLOCK_VERDICT_NAMES, VERDICT_NAMES, RuleVerdict
from auditor.text import occurrences

WRITTEN = {
    name: verdict for verdict, name in [*VERDICT_NAMES.items(), *BLOCK_VERDICT_NAMES.items()] if verdict != "unread"
}


class GoldError(ValueError):
    """Cases that cannot be used; the message says which and why, in Chinese, a line for each mistake."""


def _not_in_chinese(value: Any) -> Any:
    if isinstance(value, str) and value in WRITTEN:
        raise ValueError(f"“{value}”请写成“{WRITTEN[value]}”")
    return value


Verdict = Annotated[RuleVerdict, BeforeValidator(_not_in_chinese)]
BlockVerdict = Annotated[Literal["present", "absent"], BeforeValidator(_not_in_chinese)]


class Label(Strict):
    """What a reader found for one element.

    Attributes:
        verdict: The verdict.
        also_ok: Other verdicts that count as right.
        evidence: Passages of the text, verbatim.
        why: The reader's remark.
    """

    verdict: Verdict
    also_ok: list[Verdict] = []
    evidence: list[Chinese] = []
    why: str = ""

    @property
    def accepted(self) -> frozenset[str]:
        """The verdicts that count as right."""
        return frozenset({self.verdict, *self.also_ok})

    @property
    def wants_citation(self) -> bool:
        """Whether the text holds what the verdict rests on."""
        return self.verdict not in ("missing", "not_applicable")

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Every place [start, end) of the evidence in a text."""
        return [(at, at + len(passage)) for passage in self.evidence for at in occurrences(passage, text)]


class _Labels(Strict):
    """What the .json of a case holds; a passage is not judged as a whole report, so it has no blocks."""

    id: str = ""
    kind: Literal["report", "passage"]
    source: str = ""
    elements: Annotated[dict[str, Label], Field(min_length=1)]
    blocks: dict[str, BlockVerdict] = {}
    blocks_also_ok: dict[str, list[BlockVerdict]] = {}


class _File(Source):
    """A label file: JSON is YAML too. Each mistake names its keys, for a file may be a single line."""

    def problem(self, at: Location, message: str, suggestion: str = "", *, key: bool = False) -> Problem:
        where = ".".join(f"第{step + 1}项" if isinstance(step, int) else step for step in at)
        return super().problem(at, f"{where}：{message}" if where else message, suggestion, key=key)


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled text.

    Attributes:
        name: The stem of its files.
        text: Path of the text.
        elements: A label for each element, by id.
        blocks: For a whole report the accepted verdicts of each block, by id; empty for a passage.
        file: Its label file.
    """

    name: str
    text: Path
    elements: dict[str, Label]
    blocks: dict[str, frozenset[str]]
    file: Source

    def unfounded(self, text: str) -> Iterable[Problem]:
        """Evidence that does not stand in the text of the case."""
        for id_, label in self.elements.items():
            for index, passage in enumerate(label.evidence):
                if passage not in text:
                    at: Location = ("elements", id_, "evidence", index)
                    yield self.file.problem(at, f"正文里没有“{passage}”", "请从正文里原样复制")


def read_cases(folder: Path) -> list[Case]:
    """The cases of a folder, by name.

    Raises:
        GoldError: when the folder holds none, or with every mistake in its label files.
    """
    golds = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not golds:
        raise GoldError(f"{folder}：没有标注用例（成对的 名称.txt 和 名称.json）")
    cases: list[Case] = []
    problems: list[Problem] = []
    for gold in golds:
        try:
            cases.append(_read_case(gold))
        except CatalogueError as error:
            problems += error.problems
    refuse(problems)
    return cases


def refuse(problems: Iterable[Problem]) -> None:
    """Stop at mistakes in label files.

    Raises:
        GoldError: when there are any.
    """
    if said := "\n".join(map(str, problems)):
        raise GoldError(f"标注文件有误：\n{said}")


def _read_case(gold: Path) -> Case:
    if not gold.is_file():  # a pipe would be waited for when it is opened
        message = "不是文件，可能是文件夹、管道或失效的链接"
        raise CatalogueError([Problem(gold.as_posix(), 1, 1, message, "请移走，或换成标注文件")])
    file = _File(gold)
    labels = file.check(_Labels)
    text = gold.with_suffix(".txt")
    problems: list[Problem] = []
    if not text.is_file():
        problems.append(file.problem((), f"缺少对应的正文 {text.name}"))
    if labels.blocks and labels.kind == "passage":
        problems.append(file.problem(("blocks",), "片段（passage）不判断法定内容", "请删去，或把 kind 改成 report"))
    for id_ in labels.blocks_also_ok:
        if id_ not in labels.blocks:
            at: Location = ("blocks_also_ok", id_)
            problems.append(file.problem(at, "blocks 里没有这一项", "请先写在 blocks 里", key=True))
    if problems:
        raise CatalogueError(problems)
    blocks: dict[str, frozenset[str]] = {
        id_: frozenset({verdict, *labels.blocks_also_ok.get(id_, [])}) for id_, verdict in labels.blocks.items()
    }
    return Case(gold.stem, text, labels.elements, blocks, file)
