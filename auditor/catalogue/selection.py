"""A profile's name or file -> the rules it selects, read along the chain of profiles that it extends."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from auditor.catalogue.hints import did_you_mean, why_not
from auditor.catalogue.model import Manifest
from auditor.catalogue.profile import Change, Profile
from auditor.catalogue.source import CatalogueError, Location, Problem, Source
from auditor.catalogue.waiver import Waiver

CORE = "core"
FOLDER = "profiles"
CHANGED = "＋本地改动"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Said(Generic[Item]):
    """Something that a profile says, and where: a rule it lists, a change, a waiver."""

    what: Item
    source: Source
    at: Location

    def problem(self, message: str, suggestion: str = "") -> Problem:
        """A mistake there."""
        return self.source.problem(self.at, message, suggestion)


@dataclass(slots=True)
class Selection:
    """What a profile selects.

    Attributes:
        name: The catalogue's name as printed.
        version: Its version.
        elements: Their ids, in order.
        blocks: Their ids, in order.
        dropped: The elements closed, by id, each with the reason.
        changes: Those to the rules; what a later one says holds.
        waivers: All of them.
        own: Folders with rules of the profiles' own.
        sources: The profile files, those extended first.
    """

    name: str
    version: str
    elements: list[Said[str]]
    blocks: list[Said[str]]
    dropped: dict[str, str] = field(default_factory=dict)
    changes: list[Said[Change]] = field(default_factory=list)
    waivers: list[Said[Waiver]] = field(default_factory=list)
    own: list[Path] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def profile_names(folder: Path) -> list[str]:
    """The names of the profiles of a rules folder."""
    return [CORE, *sorted(path.stem for path in (folder / FOLDER).glob("*.yaml"))]


def select(folder: Path, manifest: Manifest, source: Source, checks: Collection[str], profile: str | None) -> Selection:
    """Follow a profile down to the core.

    Args:
        folder: The rules folder.
        manifest: Its catalogue.yaml, which is the profile `core`.
        source: The file of the manifest.
        checks: The ids of the checks.
        profile: A profile's name, the path of its file, or None for the core.

    Raises:
        CatalogueError: with every mistake found in the profiles.
    """
    selection = Selection(
        manifest.name,
        manifest.version,
        [Said(each, source, ("elements", i)) for i, each in enumerate(manifest.elements)],
        [Said(each, source, ("blocks", i)) for i, each in enumerate(manifest.blocks)],
    )
    problems: list[Problem] = []
    for said in _chain(folder, profile or CORE):
        problems += _apply(said.what, said.source, selection, checks)
    if not selection.elements:
        problems.append(source.problem(("elements",), "方案关闭了全部要素", "至少保留一个要素"))
    if problems:
        raise CatalogueError(problems)
    return selection


def _chain(folder: Path, profile: str) -> list[Said[Profile]]:
    """The profiles from the first above the core to the one asked for."""
    chain: list[Said[Profile]] = []
    path = _find(folder, profile, Path(), lambda message, hint: Problem(profile, 1, 1, message, hint))
    while path is not None:
        source = Source(path)
        said = Said(source.check(Profile), source, ("extends",))
        if any(Path(each.source.name).samefile(path) for each in chain):
            raise CatalogueError([said.problem("审核方案互相套用，没有尽头", "请改正 extends")])
        chain.insert(0, said)
        path = _find(folder, said.what.extends, path.parent, said.problem)
    return chain


def _find(folder: Path, name: str, beside: Path, problem: Callable[[str, str], Problem]) -> Path | None:
    """The file of a profile, None for the core; `problem` makes one of a message and a hint.

    Raises:
        CatalogueError: when there is none.
    """
    if name == CORE:
        return None
    if (folder / FOLDER / f"{name}.yaml").is_file():
        return folder / FOLDER / f"{name}.yaml"
    if name.endswith((".yaml", ".yml")) or "/" in name:
        if (beside / name).is_file():
            return beside / name
        raise CatalogueError([problem(f"没有审核方案文件“{name}”", "请检查路径，相对路径从写它的文件算起")])
    hint = did_you_mean(name, profile_names(folder), also="自己写的方案请写文件路径")
    raise CatalogueError([problem(f"没有审核方案“{name}”", hint)])


def _apply(profile: Profile, source: Source, selection: Selection, checks: Collection[str]) -> Iterable[Problem]:
    """Add what a profile says to what those before it selected."""
    selection.name = profile.name
    selection.version = profile.version or _version_of(profile, selection.version)
    selection.sources.append(source)
    if profile.own:
        own = (Path(source.name).parent / profile.own).resolve()
        if not own.is_dir():
            yield source.problem(("own",), f"没有文件夹“{profile.own}”", "请写与本文件同处的文件夹名")
        if own not in selection.own:
            selection.own.append(own)
    for key, ids, chosen in (
        ("elements", profile.elements, selection.elements),
        ("blocks", profile.blocks, selection.blocks),
    ):
        for index, each in enumerate(ids):
            if any(other.what == each for other in chosen):
                yield source.problem((key, index), f"“{each}”已经列入", "请删去，所依据的方案里已有")
            chosen.append(Said(each, source, (key, index)))
            selection.dropped.pop(each, None)
    yield from _drop(profile, source, selection, checks)
    selection.changes += [Said(each, source, ("changes", i)) for i, each in enumerate(profile.changes)]
    selection.waivers += [Said(each, source, ("waivers", i)) for i, each in enumerate(profile.waivers)]


def changed_keys(selection: Selection) -> dict[str, dict[str, list[str]]]:
    """Which keys which file changes, by the element's id."""
    changes: dict[str, dict[str, list[str]]] = {}
    for said in selection.changes:
        keys = changes.setdefault(said.what.rule, {}).setdefault(said.source.name, [])
        keys += [key for key in type(said.what).model_fields if key in said.what.model_fields_set - {"rule", *keys}]
    return changes


def _version_of(profile: Profile, base: str) -> str:
    """The version of a profile that names none: that of its base, said to be changed where rules are."""
    changes = profile.own or profile.changes or profile.drop
    return f"{base}{CHANGED}" if changes and not base.endswith(CHANGED) else base


def _drop(profile: Profile, source: Source, selection: Selection, checks: Collection[str]) -> Iterable[Problem]:
    blocks = [block.what for block in selection.blocks]
    for index, drop in enumerate(profile.drop):
        at: Location = ("drop", index, "rule")
        known = [element.what for element in selection.elements]
        if drop.rule not in known:
            said = why_not("关闭", drop.rule, blocks, checks)
            yield source.problem(at, *(said or (f"没有规则“{drop.rule}”", did_you_mean(drop.rule, known))))
        selection.elements = [element for element in selection.elements if element.what != drop.rule]
        selection.dropped[drop.rule] = drop.why
