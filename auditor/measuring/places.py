"""Where in the rule files an entry stands, for messages that name file, line and column."""

from collections.abc import Iterable
from pathlib import Path

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.checks import LISTS as CHECK_LISTS
from auditor.catalogue.load import cue_files
from auditor.catalogue.source import CatalogueError, Location, Source

LISTS = ("concepts", "sections", "borders")


class Places:
    """The rule files of a catalogue, parsed again with their marks.

    Args:
        catalogue: A catalogue loaded from a folder that is still there; without it every place is line 1.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._folder = Path(catalogue.folder)
        self._lists = {key: self._source(f"lexicon/{key}.yaml") for key in LISTS}
        self._lists |= {key: self._source(f"checks/{key}.yaml") for key in CHECK_LISTS}
        self._cues = [self._source(name) for name in cue_files(self._folder)]
        self._entries = {id_: self._source(file) for id_, file in catalogue.files.items()}
        self._moved = catalogue.moved
        self._others = {file: self._source(file) for file, _ in catalogue.moved.values()}
        self._profiles = [self._source(file) for file in catalogue.profiles]
        self._instruments = [self._source(f"{folder}/instruments.yaml") for folder in catalogue.own]

    def sources(self) -> Iterable[Source]:
        """The files of the profiles, of the instruments they add, of elements and of blocks."""
        all_ = [*self._profiles, *self._instruments, *self._entries.values()]
        return (source for source in all_ if source is not None)

    def of(self, owner: tuple[str, str], at: Location, message: str, suggestion: str = "") -> Problem:
        """A remark on what a rule or a list says.

        Args:
            owner: "elements" or "blocks" and the id, or the name of a word list and any name there.
            at: The place in the data of the entry, or of the list.
            message: The remark, in Chinese.
            suggestion: How to mend it, in Chinese.
        """
        kind, id_ = owner
        if kind in ("elements", "blocks"):
            return self.entry(id_, at, message, suggestion)
        return self.listed(kind, at, message, suggestion)

    def entry(self, id_: str, at: Location, message: str, suggestion: str = "") -> Problem:
        """A remark on a place in the file of an element or a block.

        Args:
            id_: Id of the element or block.
            at: The place in its data, such as ("examples", 0).
            message: The remark, in Chinese.
            suggestion: How to mend it, in Chinese.
        """
        file, place = self._moved.get((id_, *at), ("", at))
        return self._problem(self._others.get(file, self._entries.get(id_)), place, message, suggestion)

    def listed(self, key: str, at: Location, message: str, suggestion: str = "") -> Problem:
        """A remark on a place in a word list; `key` is "cues" or one of LISTS or CHECK_LISTS."""
        if key == "cues":
            return self._cue(at, message, suggestion)
        return self._problem(self._lists.get(key), (key, *at), message, suggestion)

    def _cue(self, at: Location, message: str, suggestion: str) -> Problem:
        """A remark on a cue, whose number counts through the files."""
        index = int(at[0])
        for source in self._cues:
            held = len(source.data["cues"]) if source else 0
            if index < held:
                return self._problem(source, ("cues", index, *at[1:]), message, suggestion)
            index -= held
        return self._problem(None, at, message, suggestion)

    def _problem(self, source: Source | None, at: Location, message: str, suggestion: str) -> Problem:
        if source is None:
            return Problem(self._folder.as_posix(), 1, 1, message, suggestion)
        return source.problem(at, message, suggestion)

    def _source(self, name: str) -> Source | None:
        try:
            return Source(Path(name) if Path(name).is_file() else self._folder / name)
        except CatalogueError:
            return None
