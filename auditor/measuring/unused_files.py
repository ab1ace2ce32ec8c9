"""Files of rules that nobody reads: not listed, misnamed, or of a kind that a folder of one's own cannot hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.checks import LISTS as CHECK_LISTS
from auditor.catalogue.load import cue_files
from auditor.catalogue.profile import Profile
from auditor.catalogue.selection import FOLDER
from auditor.catalogue.source import CatalogueError, Source
from auditor.measuring.places import LISTS as WORD_LISTS

RULES = ("elements", "blocks")
OWN_FILE = "instruments.yaml"
FIXED = (
    "catalogue.yaml",
    OWN_FILE,
    *(f"lexicon/{name}.yaml" for name in (*WORD_LISTS, "slips", "continuations")),
    *(f"checks/{name}.yaml" for name in ("words", *CHECK_LISTS)),
)


@dataclass(frozen=True, slots=True)
class _Read:
    """What any profile at hand reads: its files, and the folders of profiles' own rules."""

    files: frozenset[Path]
    own: frozenset[Path]


def unused_files(catalogue: Catalogue) -> Iterable[Problem]:
    """The YAML files in the rules folder and in the profiles' own folders that no profile there reads."""
    read = _read(catalogue)
    seen: set[Path] = set()
    for root in [Path(catalogue.folder), *map(Path, catalogue.own)]:
        for path in sorted([*root.rglob("*.yaml"), *root.rglob("*.yml")]):
            place = path.resolve()
            is_hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if not is_hidden and place not in seen | read.files:
                yield _problem(path, read)
            seen.add(place)


def _read(catalogue: Catalogue) -> _Read:
    folder = Path(catalogue.folder)
    profiles = _profiles(catalogue)
    own = {(path.parent / profile.own).resolve() for path, profile in profiles.items() if profile.own}
    listed = {*catalogue.files, *(id_ for each in profiles.values() for id_ in [*each.elements, *each.blocks])}
    files = [*profiles, *(folder / name for name in [*FIXED, *cue_files(folder)]), *(each / OWN_FILE for each in own)]
    files += [each / kind / f"{id_}.yaml" for each in [folder, *own] for kind in RULES for id_ in listed]
    return _Read(frozenset(path.resolve() for path in files), frozenset(own))


def _profiles(catalogue: Catalogue) -> dict[Path, Profile]:
    """The profiles of the rules folder, those in use, and others beside them or in their own folders."""
    beside = {Path(file).parent for file in catalogue.profiles}
    folders = [Path(catalogue.folder) / FOLDER, *sorted(beside), *map(Path, catalogue.own)]
    found: dict[Path, Profile] = {}
    for path in [path for folder in folders for path in sorted(folder.glob("*.yaml"))]:
        try:
            found[path] = Source(path).check(Profile)
        except CatalogueError:
            continue
    return found


def _problem(path: Path, read: _Read) -> Problem:
    """A remark on a file that is not read, with what to do about it."""
    if path.suffix == ".yml":
        hint = "请把扩展名改成 .yaml"
    elif path.parent.name == FOLDER:
        hint = "不是审核方案，或内容有误；用 --profile 指定它，可以看到错在哪里"
    elif path.parent.name in RULES:
        message = f"规则文件“{path.name}”没有列入任何审核方案，不会使用"
        return Problem(path.as_posix(), 1, 1, message, "请列入 catalogue.yaml 或审核方案，或删去该文件")
    elif any(folder.resolve() in read.own for folder in path.parents):
        hint = (
            f"自有文件夹里只有 elements、blocks 和 {OWN_FILE} 有用；要改词表、检查，请复制整个规则目录，用 --rules 指定"
        )
    else:
        beside = sorted(each.name for each in read.files if each.parent == path.parent.resolve() and each.is_file())
        hint = f"这里只读取：{'、'.join(beside)}" if beside else "请删去，或移到别处"
    return Problem(path.as_posix(), 1, 1, f"“{path.name}”放在这里不会读取", hint)
