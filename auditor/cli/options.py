"""Options that several commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.messages import say

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue

RulesFolder = Annotated[
    Path | None,
    typer.Option("--rules", metavar="目录", help="规则目录；不写则用随程序的规则。", show_default=False),
]


ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="方案",
        help="审核方案的名称（见“rules list”）或文件；不写则用报告所在文件夹或其上级的项目文件，没有则用核心方案。"
        "没有报告的命令看当前文件夹。",
        show_default=False,
    ),
]


def open_catalogue(folder: Path | None, profile: str | None = None, paths: Sequence[str | Path] = ()) -> "Catalogue":
    """The catalogue of a folder, or the one that comes with the auditor.

    Args:
        folder: The rules folder.
        profile: A profile's name or file; without it that of the project to which the reports belong.
        paths: The reports, as given.

    Raises:
        CatalogueError: When it has mistakes, or the reports belong to several projects; `main` prints them.
    """
    from auditor.catalogue import find_project, load_catalogue

    if profile is None and (project := find_project(map(str, paths))) is not None:
        say(f"按项目文件 {project} 审核。")
        profile = project
    return load_catalogue(folder, profile)
