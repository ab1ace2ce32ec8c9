"""What a result rests on besides the file: the program and the catalogue. Another fingerprint, another result."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from auditor import __version__
from auditor.catalogue import Catalogue

_PACKAGE = Path(__file__).resolve().parent.parent
_WHERE_IT_LIES = {"folder", "files", "profiles", "own", "changed", "moved"}


@lru_cache(maxsize=1)
def of_program() -> str:
    """The version of the auditor and a hash of its own files, so that a change in a checkout counts as one too.

    Rules inside the package are left out (the catalogue has its own fingerprint); data files count by their size.
    """
    digest = hashlib.sha256(__version__.encode())
    for folder, names, files in os.walk(_PACKAGE):
        names[:] = sorted(set(names) - {"__pycache__", "rules"})
        for name in sorted(files):
            file = Path(folder, name)
            content = file.read_bytes() if name.endswith(".py") else str(file.stat().st_size).encode()
            digest.update(f"{file.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def of_catalogue(catalogue: Catalogue) -> str:
    """A hash of everything the chosen rule files say, profile and waivers included, wherever they lie."""
    return hashlib.sha256(catalogue.model_dump_json(exclude=_WHERE_IT_LIES).encode()).hexdigest()
