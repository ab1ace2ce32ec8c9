"""A rules folder -> Catalogue: the files a profile selects read and checked, then every reference between them."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel

from auditor.catalogue.checks import LISTS, UNLISTED, Checks, CheckWords
from auditor.catalogue.hints import did_you_mean, why_not
from auditor.catalogue.model import Block, Catalogue, Element, Instrument, Manifest
from auditor.catalogue.overlay import Overlay
from auditor.catalogue.references import ReferenceChecker
from auditor.catalogue.selection import Said, Selection, changed_keys, select
from auditor.catalogue.source import CatalogueError, Location, Problem, Source
from auditor.catalogue.waiver import ActiveWaiver
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
Entries = dict[str, tuple[Source, Entry]]

CONCEPTS = "lexicon/concepts.yaml"


def default_folder() -> Path:
    """The rules that come with the auditor: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def cue_files(folder: Path) -> list[str]:
    """The files of a rules folder that list cues, one for each kind of role, in order; as paths within the folder."""
    return sorted(path.relative_to(folder).as_posix() for path in (folder / "lexicon/cues").glob("*.yaml"))


def load_catalogue(folder: Path | None = None, profile: str | None = None, *, today: date | None = None) -> Catalogue:
    """Read and check what a profile selects of a rules folder; files of other rules are not opened.

    Args:
        folder: The rules folder; by default the one that comes with the auditor.
        profile: The name of one of its profiles or the path of a profile file; by default the core.
        today: The day on which waivers are valid or expired.

    Raises:
        CatalogueError: with every mistake found, each with file, line, column and, where possible, its mending.
    """
    return _Loader(folder or default_folder()).load(profile, today or date.today())


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cue_files = cue_files(folder)
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}

    def load(self, profile: str | None, today: date) -> Catalogue:
        manifest = self._manifest()
        checks = self._checks()
        findings = [*UNLISTED, *(check.id for check in checks.checks)]
        selection = select(self.folder, manifest, self.sources["catalogue.yaml"], findings, profile)
        lexicon = self._lexicon()
        instruments = self._instruments(selection)
        elements = self._entries("elements", Element, selection)
        blocks = self._entries("blocks", Block, selection)
        if lexicon is None or self.problems:
            raise CatalogueError(self.problems)
        checker = ReferenceChecker(instruments, self.sources[CONCEPTS], lexicon.concepts)
        self._check_references(checker, selection, elements, blocks)
        sources = {id_: source for id_, (source, _) in [*elements.items(), *blocks.items()]}
        checker.check_ids({id_: source for id_, (source, _) in elements.items()}, blocks, "法定内容")
        checker.check_ids(sources, findings, "检查")
        overlay = _changed(selection, checker, elements, blocks, findings)
        self._check_waivers(selection, checker, blocks, findings)
        if checker.problems or overlay.problems:
            raise CatalogueError(checker.problems + overlay.problems)
        return Catalogue(
            manifest=manifest.model_copy(update={"name": selection.name, "version": selection.version}),
            instruments=instruments,
            elements=list(overlay.elements.values()),
            blocks=[block for _, block in blocks.values()],
            lexicon=lexicon,
            checks=checks,
            folder=self.folder.as_posix(),
            waivers=[
                ActiveWaiver(waiver=said.what, has_expired=date.fromisoformat(said.what.until) < today)
                for said in selection.waivers
            ],
            files={id_: source.name for id_, source in sources.items()},
            profiles=[source.name for source in selection.sources],
            own=[folder.as_posix() for folder in selection.own],
            dropped=selection.dropped,
            changed=changed_keys(selection),
            moved=overlay.moved,
        )

    def _manifest(self) -> Manifest:
        if not self.folder.is_dir():
            raise CatalogueError([Problem(str(self.folder), 1, 1, "规则目录不存在", "用 --rules 指定规则目录")])
        manifest = self._one("catalogue.yaml", Manifest)
        if manifest is None:
            raise CatalogueError(self.problems)
        return manifest

    def _check_references(
        self, checker: ReferenceChecker, selection: Selection, elements: Entries[Element], blocks: Entries[Block]
    ) -> None:
        lists = [name for name in self.sources if name.startswith(("lexicon/", "checks/")) and name != CONCEPTS]
        for source in [self.sources[name] for name in lists] + selection.sources:
            checker.check_phrases(source)
        for source, element in elements.values():
            checker.check_element(source, element)
        for source, block in blocks.values():
            checker.check_entry(source, block.basis)
            if block.element is not None:
                known = [*elements, *selection.dropped]
                checker.must_be_known(source, ("element",), "要素", block.element, known)

    def _check_waivers(
        self,
        selection: Selection,
        checker: ReferenceChecker,
        blocks: Collection[str],
        findings: Sequence[str],
    ) -> None:
        known = [element.what for element in selection.elements] + list(findings)
        for said in selection.waivers:
            at: Location = (*said.at, "rule")
            if refused := why_not("豁免", said.what.rule, blocks, ()):
                checker.problems.append(said.source.problem(at, *refused))
            else:
                checker.must_be_known(said.source, at, "规则", said.what.rule, known)

    def _source(self, name: str) -> Source | None:
        try:
            self.sources[name] = Source(self.folder / name)  # a name that is an absolute path stands for itself
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
        return self._many_of([name], key, model)

    def _many_of(self, names: Sequence[str], key: str, model: type[Model]) -> list[Model]:
        """One list that several files hold."""
        seen: set[str] = set()
        return [item for name in names for item in self._part(name, key, model, seen)]

    def _part(self, name: str, key: str, model: type[Model], seen: set[str]) -> list[Model]:
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
        for index in range(len(data[key])):
            at: Location = (key, index)
            try:
                item = source.check(model, at)
            except CatalogueError as error:
                self.problems += error.problems
                continue
            name_of = next(str(getattr(item, each)) for each in ("id", "role", "word") if hasattr(item, each))
            if name_of in seen:
                self.problems.append(source.problem(at, f"“{name_of}”重复", "请换一个编号，或合并两项"))
            seen.add(name_of)
            items.append(item)
        return items

    def _entries(self, kind: Literal["elements", "blocks"], model: type[Entry], selection: Selection) -> Entries[Entry]:
        """The rules that a profile lists, by id and in order; each in a file of its name."""
        entries: Entries[Entry] = {}
        for listed in getattr(selection, kind):
            name = self._file(kind, listed, selection.own)
            entry = self._one(name, model) if name else None
            if entry is None:
                continue
            source = self.sources[name]
            if entry.id != listed.what:
                message = f"编号“{entry.id}”与文件名“{listed.what}.yaml”不一致"
                self.problems.append(source.problem(("id",), message, "请改成一样的"))
            entries[listed.what] = (source, entry)
        return entries

    def _file(self, kind: str, listed: Said[str], own: Sequence[Path]) -> str:
        """The file of a rule, "" when there is none."""
        name = f"{kind}/{listed.what}.yaml"
        found = [f"{folder}/{name}" for folder in own if (folder / name).is_file()]
        found += [name] if (self.folder / name).is_file() else []
        if len(found) > 1:
            hint = "请换一个编号；只想改动已有的规则，请写在 changes 里"
            self.problems.append(Problem(found[0], 1, 1, f"“{listed.what}”与已有的规则同名", hint))
        if not found:
            files = [path for folder in [*own, self.folder] for path in (folder / kind).glob("*.yaml")]
            known = sorted(path.stem for path in files if path.is_file())
            path = f"应当有文件 {own[-1]}/{name}" if own else "自己的规则要用 own 写明所在的文件夹"
            hint = did_you_mean(listed.what, known, path, also=path, cutoff=0.75)
            self.problems.append(listed.problem(f"没有规则文件“{listed.what}”", hint))
        return found[0] if found else ""

    def _instruments(self, selection: Selection) -> dict[str, Instrument]:
        """Those of the rules folder and those that the profiles add; none can take the place of another."""
        own = [f"{folder}/instruments.yaml" for folder in selection.own if (folder / "instruments.yaml").is_file()]
        return {each.id: each for each in self._many_of(["instruments.yaml", *own], "instruments", Instrument)}

    def _checks(self) -> Checks:
        """The form and number checks; none where the folder has no checks."""
        if not (self.folder / "checks").is_dir():
            return Checks()
        words = self._one("checks/words.yaml", CheckWords) or CheckWords()
        lists = {key: self._many(f"checks/{key}.yaml", key, model) for key, (model, _) in LISTS.items()}
        return Checks.model_validate({"words": words, **lists})

    def _lexicon(self) -> Lexicon | None:
        concepts = self._many(CONCEPTS, "concepts", ConceptList)
        cues = self._many_of(self.cue_files, "cues", CueList)
        if not self.cue_files:
            where = (self.folder / "lexicon/cues").as_posix()
            self.problems.append(Problem(where, 1, 1, "没有提示词", "提示词写在这个目录的 .yaml 文件里，每类一个"))
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


def _changed(
    selection: Selection,
    checker: ReferenceChecker,
    elements: Entries[Element],
    blocks: Collection[str],
    checks: Collection[str],
) -> Overlay:
    """The elements with the changes of the profiles."""
    overlay = Overlay({id_: element for id_, (_, element) in elements.items()})
    for change in selection.changes:
        at: Location = (*change.at, "rule")
        if refused := why_not("改动", change.what.rule, blocks, checks):
            checker.problems.append(change.source.problem(at, *refused))
        elif checker.must_be_known(change.source, at, "规则", change.what.rule, overlay.elements):
            overlay.apply(change)
            checker.check_changed(change, overlay.elements[change.what.rule])
    return overlay
