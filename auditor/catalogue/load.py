"""A rules folder -> Catalogue: every file read, every reference between files checked."""

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from auditor.catalogue.model import (
    Basis,
    Block,
    Border,
    Catalogue,
    ConceptList,
    Continuations,
    CueList,
    Element,
    Instrument,
    Lexicon,
    Manifest,
    SectionList,
    Slips,
)
from auditor.catalogue.phrase import PhraseError, concepts_of, expand, parse
from auditor.catalogue.source import CatalogueError, Location, Problem, Source

__all__ = ["default_folder", "load_catalogue"]

Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry", Element, Block)


def default_folder() -> Path:
    """The rules that come with the auditor: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """Read and check a rules folder.

    Raises:
        CatalogueError: with every mistake found, each with file, line, column and, where possible, its mending.
    """
    return _Loader(folder or default_folder()).load()


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.words: dict[str, frozenset[str]] = {}

    def load(self) -> Catalogue:
        if not self.folder.is_dir():
            raise CatalogueError([Problem(str(self.folder), 1, 1, "规则目录不存在", "用 --rules 指定规则目录")])
        manifest = self._one("catalogue.yaml", Manifest)
        instruments = self._many("instruments.yaml", "instruments", Instrument)
        lexicon = self._lexicon()
        elements = self._entries("elements", Element)
        blocks = self._entries("blocks", Block)
        self._stop_if_wrong()
        known = {item.id: item for item in instruments}
        for source, entry in [*elements, *blocks]:
            self._check_basis(source, entry.basis, known)
            self._check_phrases(source)
        for source, element in elements:
            self._check_element(source, element)
        ordered = self._order(manifest[1].elements, elements, manifest[0], "elements")
        ordered_blocks = self._order(manifest[1].blocks, blocks, manifest[0], "blocks")
        self._stop_if_wrong()
        return Catalogue(
            manifest=manifest[1],
            instruments=known,
            elements=ordered,
            blocks=ordered_blocks,
            lexicon=lexicon,
            folder=self.folder.as_posix(),
        )

    def _stop_if_wrong(self) -> None:
        if self.problems:
            raise CatalogueError(self.problems)

    def _source(self, name: str) -> Source | None:
        try:
            return Source(self.folder / name)
        except CatalogueError as error:
            self.problems += error.problems
            return None

    def _one(self, name: str, model: type[Model]) -> tuple[Source, Model]:
        source = Source(self.folder / name)
        return source, source.check(model)

    def _many(self, name: str, key: str, model: type[Model]) -> list[Model]:
        """The list under one key of a file; its items have ids (or roles) that must differ."""
        source = self._source(name)
        if source is None:
            return []
        data = source.data if isinstance(source.data, dict) else {}
        for extra in [each for each in data if each != key]:
            self.problems.append(source.problem((extra,), f"不认识的键“{extra}”", f"是不是“{key}”？", key=True))
        if not isinstance(data.get(key), list):
            self.problems.append(source.problem((), f"缺少列表“{key}”"))
            return []
        items: list[Model] = []
        seen: set[str] = set()
        for index, raw in enumerate(data[key]):
            at: Location = (key, index)
            try:
                item = source.check(model, raw, at)
            except CatalogueError as error:
                self.problems += error.problems
                continue
            name_of = str(getattr(item, "id", None) or getattr(item, "role", None) or getattr(item, "word", None))
            if name_of in seen:
                self.problems.append(source.problem(at, f"“{name_of}”重复", "请换一个编号，或合并两项"))
            seen.add(name_of)
            items.append(item)
        return items

    def _entries(self, folder: str, model: type[Entry]) -> list[tuple[Source, Entry]]:
        entries: list[tuple[Source, Entry]] = []
        seen: dict[str, str] = {}
        for path in sorted((self.folder / folder).glob("*.yaml")):
            try:
                source = Source(path)
                entry = source.check(model)
            except CatalogueError as error:
                self.problems += error.problems
                continue
            if entry.id in seen:
                self.problems.append(
                    source.problem(("id",), f"编号“{entry.id}”与 {seen[entry.id]} 重复", "请换一个编号")
                )
            seen[entry.id] = source.name
            entries.append((source, entry))
        return entries

    def _lexicon(self) -> Lexicon:
        concepts = self._many("lexicon/concepts.yaml", "concepts", ConceptList)
        cues = self._many("lexicon/cues.yaml", "cues", CueList)
        sections = self._many("lexicon/sections.yaml", "sections", SectionList)
        borders = self._many("lexicon/borders.yaml", "borders", Border)
        slips = self._one("lexicon/slips.yaml", Slips)[1]
        continuations = self._one("lexicon/continuations.yaml", Continuations)[1]
        self.words = self._concept_words(concepts)
        for name in ("concepts", "cues", "sections"):
            source = self._source(f"lexicon/{name}.yaml")
            if source is not None:
                self._check_phrases(source)
        return Lexicon(
            concepts=concepts,
            cues=cues,
            sections=sections,
            borders=borders,
            slips=slips,
            continuations=continuations,
            traditional=self._traditional(),
        )

    def _concept_words(self, concepts: list[ConceptList]) -> dict[str, frozenset[str]]:
        """The words of every concept; a concept may use those listed before it."""
        words: dict[str, frozenset[str]] = {}
        file = (self.folder / "lexicon/concepts.yaml").as_posix()
        for concept in concepts:
            texts: set[str] = set()
            for phrase in concept.words:
                try:
                    for used in concepts_of(parse(phrase)):
                        if used.name not in words:
                            raise PhraseError(f"没有概念“{used.name}”，或它写在后面", used.column)
                    more = expand(parse(phrase), words)
                    if more is None:
                        raise PhraseError("概念的词语里不能有“…”“～”“#”", 0)
                    texts |= more
                except PhraseError as error:
                    self.problems.append(Problem(file, 1, 1, f"概念“{concept.id}”的“{phrase}”：{error.message}"))
            words[concept.id] = frozenset(texts)
        return words

    def _traditional(self) -> dict[str, str]:
        path = self.folder / "lexicon/traditional.tsv"
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError:
            self.problems.append(Problem(path.as_posix(), 1, 1, "无法读取繁简对照表"))
            return {}
        pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return {pair[0]: pair[1] for pair in pairs}

    def _check_phrases(self, source: Source) -> None:
        """Every {concept} named anywhere in a file must exist."""
        for at, text in _texts(source.data, ()):
            if "{" not in text or at[-1] in ("reads", "asks", "why", "limits", "text"):
                continue
            try:
                used = list(concepts_of(parse(text)))
                for concept in used:
                    if concept.name not in self.words:
                        close = difflib.get_close_matches(concept.name, self.words, n=1, cutoff=0.5)
                        hint = f"是不是“{close[0]}”？" if close else "概念写在 lexicon/concepts.yaml"
                        self.problems.append(source.problem(at, f"没有概念“{concept.name}”", hint))
            except PhraseError:
                continue

    def _check_basis(self, source: Source, basis: list[Basis], known: dict[str, Instrument]) -> None:
        for index, item in enumerate(basis):
            instrument = known.get(item.instrument)
            if instrument is None:
                close = difflib.get_close_matches(item.instrument, known, n=1, cutoff=0.5)
                hint = f"是不是“{close[0]}”？" if close else "依据写在 instruments.yaml"
                at: Location = ("basis", index, "instrument")
                self.problems.append(source.problem(at, f"没有依据“{item.instrument}”", hint))
                continue
            for number, article in enumerate(item.articles):
                if article not in instrument.articles:
                    self.problems.append(
                        source.problem(
                            ("basis", index, "articles", number),
                            f"《{instrument.title}》的“{article}”没有核对过原文，不能引用",
                            "请只引用 instruments.yaml 里列出的条文，或把 articles 留空",
                        )
                    )

    def _check_element(self, source: Source, element: Element) -> None:
        seen: set[str] = set()
        for key in ("signals", "decoys", "particulars", "zero"):
            for index, item in enumerate(getattr(element, key)):
                if item.id in seen:
                    self.problems.append(source.problem((key, index, "id"), f"编号“{item.id}”重复"))
                seen.add(item.id)
        for key in ("signals", "zero"):
            for index, signal in enumerate(getattr(element, key)):
                for number, part in enumerate(signal.parts):
                    if part not in element.parts:
                        close = difflib.get_close_matches(part, element.parts, n=1, cutoff=0.5)
                        self.problems.append(
                            source.problem(
                                (key, index, "parts", number),
                                f"没有组成部分“{part}”",
                                f"是不是“{close[0]}”？" if close else f"可用的有：{'、'.join(element.parts)}",
                            )
                        )
        for index, example in enumerate(element.examples):
            for number, fired in enumerate(example.fires):
                if fired not in seen:
                    self.problems.append(
                        source.problem(("examples", index, "fires", number), f"没有编号为“{fired}”的信号")
                    )

    def _order(
        self, ids: list[str], entries: list[tuple[Source, Entry]], manifest: Source, key: str
    ) -> list[Entry]:
        found = {entry.id: entry for _, entry in entries}
        for index, each in enumerate(ids):
            if each not in found:
                close = difflib.get_close_matches(each, found, n=1, cutoff=0.5)
                hint = f"是不是“{close[0]}”？" if close else ""
                self.problems.append(manifest.problem((key, index), f"没有编号为“{each}”的规则文件", hint))
        for source, entry in entries:
            if entry.id not in ids:
                self.problems.append(
                    source.problem(("id",), f"“{entry.id}”没有列入 catalogue.yaml 的 {key}", "请列入，或删去该文件")
                )
        return [found[each] for each in ids if each in found]


def _texts(data: Any, at: Location) -> Iterable[tuple[Location, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from ((loc, text) for loc, text in _texts(value, (*at, index)))
    elif isinstance(data, str):
        yield at, data


