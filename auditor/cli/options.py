"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue

RulesFolder = Annotated[
    Path | None,
    typer.Option("--rules", metavar="目录", help="规则目录；不写则用随程序的规则。", show_default=False),
]


def open_catalogue(folder: Path | None) -> "Catalogue":
    """The catalogue of a folder, or the one that comes with the auditor.

    Raises:
        CatalogueError: When it has mistakes; `main` prints them.
    """
    from auditor.catalogue import load_catalogue

    return load_catalogue(folder)
