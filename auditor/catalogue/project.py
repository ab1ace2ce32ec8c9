"""A project's own profile: auditor.yaml in the folder of the reports or in one above it."""

from collections.abc import Iterable
from pathlib import Path

from auditor.catalogue.source import CatalogueError, Problem

NAME = "auditor.yaml"


def find_project(paths: Iterable[str]) -> str | None:
    """The project file nearest above the reports; None when there is none.

    Args:
        paths: Files and folders as given, “-” for standard input, which belongs to the current folder.

    Raises:
        CatalogueError: when the reports belong to different projects.
    """
    by_project: dict[Path | None, str] = {}
    for path in paths:
        by_project.setdefault(_above(path), path)
    if len(by_project) > 1:
        (one, path), (other, another) = list(by_project.items())[:2]
        message = f"“{path}”和“{another}”不属于同一个项目文件"
        raise CatalogueError([Problem(str(one or other), 1, 1, message, "请分开审核，或用 --profile 指定审核方案")])
    return next((project.as_posix() for project in by_project if project), None)


def _above(path: str) -> Path | None:
    start = Path() if path == "-" else Path(path)
    start = start.resolve()
    return next((folder / NAME for folder in [start, *start.parents] if _is_file(folder / NAME)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be one
        return False
