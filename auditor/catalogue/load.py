"""A rules folder -> Catalogue: every file read and checked, then every reference between them."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from auditor.catalogue.model import Block, Catalogue, Element, Instrument, Manifest
from auditor.catalogue.references import ReferenceChecker
from auditor.catalogue.source import CatalogueError, Location, Problem, Source
from auditor.catalogue.wordlists import (
    Border,
    ConceptList,
    Continuations,
    CueList,
    Lexicon,
    SectionList,
    Slips,
)

Model = TypeVar("Model", bound=BaseModel)
Entry = TypeVar("Entry", Element, Block)

LISTS = ("concepts", "cues", "sections")


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
        self.sources: dict[str, Source] = {}

    def load(self) -> Catalogue:
        if not self.folder.is_dir():
            raise CatalogueError([Problem(str(self.folder), 1, 1, "规则目录不存在", "用 --rules 指定规则目录")])
        manifest = self._one("catalogue.yaml", Manifest)
        instruments = self._many("instruments.yaml", "instruments", Instrument)
        lexicon = self._lexicon()
        elements = self._entries("elements", Element)
        blocks = self._entries("blocks", Block)
        if manifest is None or lexicon is None or self.problems:
            raise CatalogueError(self.problems)
        known = {item.id: item for item in instruments}
        checker = ReferenceChecker(known, self.sources["lexicon/concepts.yaml"], lexicon.concepts)
        for name in LISTS:
            checker.check_phrases(self.sources[f"lexicon/{name}.yaml"])
        for source, element in elements:
            checker.check_element(source, element)
        for source, block in blocks:
            checker.check_entry(source, block.basis)
        order = self.sources["catalogue.yaml"]
        catalogue = Catalogue(
            manifest=manifest,
            instruments=known,
            elements=checker.ordered(manifest.elements, elements, order, "elements"),
            blocks=checker.ordered(manifest.blocks, blocks, order, "blocks"),
            lexicon=lexicon,
            folder=self.folder.as_posix(),
        )
        if checker.problems:
            raise CatalogueError(checker.problems)
        return catalogue

    def _source(self, name: str) -> Source | None:
        try:
            self.sources[name] = Source(self.folder / name)
        except CatalogueError as error:
            self.problems += error.problems
            return None
        return self.sources[name]

    def _one(self, name: str, model: type[Model]) -> Model | None:
        """A file that holds one object."""
        source = self._source(name)
        try:
            return source.check(model) if source is not None else None
        except CatalogueError as error:
            self.problems += error.problems
            return None

    def _many(self, name: str, key: str, model: type[Model]) -> list[Model]:
        """A file that holds one list; its items have ids (or roles, or words) that must differ."""
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
            name_of = next(str(getattr(item, each)) for each in ("id", "role", "word") if hasattr(item, each))
            if name_of in seen:
                self.problems.append(source.problem(at, f"“{name_of}”重复", "请换一个编号，或合并两项"))
            seen.add(name_of)
            items.append(item)
        return items

    def _entries(self, folder: str, model: type[Entry]) -> list[tuple[Source, Entry]]:
        """A folder of files that hold one object each."""
        entries: list[tuple[Source, Entry]] = []
        seen: dict[str, str] = {}
        for path in sorted((self.folder / folder).glob("*.yaml")):
            entry = self._one(f"{folder}/{path.name}", model)
            if entry is None:
                continue
            source = self.sources[f"{folder}/{path.name}"]
            if entry.id in seen:
                self.problems.append(
                    source.problem(("id",), f"编号“{entry.id}”与 {seen[entry.id]} 重复", "请换一个编号")
                )
            seen[entry.id] = source.name
            entries.append((source, entry))
        return entries

    def _lexicon(self) -> Lexicon | None:
        concepts = self._many("lexicon/concepts.yaml", "concepts", ConceptList)
        cues = self._many("lexicon/cues.yaml", "cues", CueList)
        sections = self._many("lexicon/sections.yaml", "sections", SectionList)
        borders = self._many("lexicon/borders.yaml", "borders", Border)
        slips = self._one("lexicon/slips.yaml", Slips)
        continuations = self._one("lexicon/continuations.yaml", Continuations)
        traditional = self._traditional()
        if slips is None or continuations is None:
            return None
        return Lexicon(
            concepts=concepts,
            cues=cues,
            sections=sections,
            borders=borders,
            slips=slips,
            continuations=continuations,
            traditional=traditional,
        )

    def _traditional(self) -> dict[str, str]:
        path = self.folder / "lexicon/traditional.tsv"
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            self.problems.append(Problem(path.as_posix(), 1, 1, "无法读取繁简对照表", "请用 UTF-8 编码保存"))
            return {}
        table: dict[str, str] = {}
        for number, line in enumerate(lines, start=1):
            cells = line.split("\t")
            if line.startswith("#") or not line:
                continue
            if len(cells) != 2 or len(cells[0]) != 1 or len(cells[1]) != 1:
                self.problems.append(
                    Problem(path.as_posix(), number, 1, "每行应当是“繁体字、制表符、简体字”", "请删去多余内容")
                )
                continue
            table[cells[0]] = cells[1]
        return table
