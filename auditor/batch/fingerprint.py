"""What a result rests on besides the file: the program and the catalogue. Another fingerprint, another result."""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from auditor import __version__
from auditor.catalogue import Catalogue

_PACKAGE = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_OF_TOOLS = re.compile(r"extra == .(?:dev|cluster)\b")
_WHERE_IT_LIES = {"folder", "files", "profiles", "own", "changed", "moved"}


@lru_cache(maxsize=1)
def of_program() -> str:
    """The version of the auditor, those of its libraries, and a hash of its own files.

    So a change in a checkout counts as one too, and a library that may read or divide a text otherwise. Rules inside
    the package are left out (the catalogue has its own fingerprint).
    """
    digest = hashlib.sha256("\0".join((__version__, *_libraries())).encode())
    for folder, names, files in os.walk(_PACKAGE):
        names[:] = sorted(set(names) - {"__pycache__", "rules"})
        for name in sorted(files):
            file = Path(folder, name)
            content = file.read_bytes()
            digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    """Name and version of Python and of each installed distribution that the auditor asks for, tools apart."""
    yield f"python {sys.version_info.major}.{sys.version_info.minor}"
    with suppress(metadata.PackageNotFoundError):  # a checkout that is not installed
        for asked in metadata.requires("auditor") or ():
            name = _NAME.match(asked)
            if name and not _OF_TOOLS.search(asked):
                with suppress(metadata.PackageNotFoundError):
                    yield f"{name[0]} {metadata.version(name[0])}"


def of_catalogue(catalogue: Catalogue) -> str:
    """A hash of everything the chosen rule files say, profile and waivers included, wherever they lie."""
    return hashlib.sha256(catalogue.model_dump_json(exclude=_WHERE_IT_LIES).encode()).hexdigest()
