"""Report cards of files audited before, kept in the user's cache folder.

A card is found by what it rests on: the content of the file, its suffix (a hint of its format), the catalogue, the
bounds of reading, whether scans can be recognised, and the program. The path does not count. The cache is an aid and
no more: whatever goes wrong with it, the audit goes on.
"""

import contextlib
import hashlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from auditor.batch.fingerprint import of_catalogue, of_program
from auditor.batch.record import LONGEST, Record
from auditor.catalogue import Catalogue
from auditor.reading import DEFAULT, Limits
from auditor.reading.recognition import is_available

ENVIRONMENT = "AUDITOR_CACHE"
GENERATIONS_KEPT = 4
_LAYOUT = "1"
_GENERATION = re.compile(r"auditor-[0-9a-f]{32}")  # a name of our own: the folder may hold what is others'


def default_location() -> Path:
    """The cache folder: $AUDITOR_CACHE, or `auditor` where the system keeps caches."""
    if given := os.environ.get(ENVIRONMENT):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "auditor", "Cache")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "auditor"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "auditor")


def key_of(content: bytes, path: str) -> str:
    """The name of a file's card within a generation."""
    suffix = PurePath(path).suffix.lower()
    return hashlib.sha256(suffix.encode("utf-8", "surrogatepass") + b"\0" + content).hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """The cards made by one program with one catalogue, a generation of the cache.

    Attributes:
        folder: The folder of the generation.
    """

    folder: Path

    @classmethod
    def open(cls, catalogue: Catalogue, limits: Limits = DEFAULT, location: Path | None = None) -> "Cache | None":
        """The generation for a catalogue, bounds of reading and this program; older ones beyond a few are removed.

        Args:
            catalogue: The catalogue that cards are made with.
            limits: The bounds of reading: with others a long file may be read otherwise.
            location: The cache folder; by default the user's.

        Returns:
            None when no folder can be made there.
        """
        rests_on = (_LAYOUT, of_program(), of_catalogue(catalogue), repr(limits), str(is_available()))
        name = "auditor-" + hashlib.sha256("\0".join(rests_on).encode()).hexdigest()[:32]
        try:
            place = location or default_location()
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = place / name
            folder.mkdir(mode=0o700, exist_ok=True)
            os.utime(folder)
            _forget_old_generations(place)
        except (OSError, RuntimeError):
            return None
        return cls(folder)

    def get(self, key: str, *, whole: bool = True) -> Record | None:
        """The card kept under a key; None when there is none, or one that cannot be opened.

        Args:
            key: What `key_of` gave.
            whole: Whether the card will be asked for, and not only its line.
        """
        try:
            with open(self._file(key), "rb") as stream:  # noqa: PTH123 (for speed, as in auditor.batch.stream)
                record = Record.from_bytes(stream.read(2 * LONGEST))
            record.check(whole=whole)
        except (OSError, ValueError):
            return None
        return record

    def put(self, key: str, record: Record) -> None:
        """Keeps a card, for the user's eyes only; a reader sees all of it or nothing."""
        file = Path(self._file(key))
        with contextlib.suppress(OSError):
            file.parent.mkdir(mode=0o700, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=file.parent)  # mode 0600
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(record.to_bytes())
                Path(part).replace(file)
            except BaseException:
                Path(part).unlink(missing_ok=True)
                raise

    def _file(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key[2:]}"


def clear(location: Path | None = None) -> int:
    """Removes every card.

    Returns:
        How many there were; folders that are no cache of ours are left alone.

    Raises:
        OSError: When some cannot be removed; the others are.
    """
    place = location or default_location()
    count = usage(place)[0]
    failed: list[OSError] = []
    for generation in _generations(place):
        try:
            shutil.rmtree(generation)
        except OSError as error:
            failed.append(error)
    if failed:
        raise failed[0]
    return count


def usage(location: Path | None = None) -> tuple[int, int]:
    """How many cards there are, and their bytes.

    Raises:
        OSError: When the cache folder cannot be opened.
    """
    sizes: list[int] = []
    for generation in _generations(location or default_location()):
        for file in generation.rglob("*"):
            with contextlib.suppress(FileNotFoundError):  # another run may just be writing there
                if file.is_file():
                    sizes.append(file.stat().st_size)
    return len(sizes), sum(sizes)


def _generations(place: Path) -> Iterator[Path]:
    """The generations of a cache folder."""
    if place.exists():
        yield from (folder for folder in place.iterdir() if _GENERATION.fullmatch(folder.name) and folder.is_dir())


def _forget_old_generations(place: Path) -> None:
    by_age = sorted(_generations(place), key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in by_age[GENERATIONS_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
