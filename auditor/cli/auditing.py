"""Runs a batch for `check`: finds the files, shows how far it is, and says what an interruption left."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from auditor.cli.messages import say
from auditor.cli.progress import FEW, progress

if TYPE_CHECKING:
    from auditor.batch import Found, Plan, Result
    from auditor.catalogue import Catalogue

NAMED = 3  # files named in a notice; the others are counted


def find_reports(paths: list[str], plan: "Plan") -> "Found":
    """What files and folders, as the user gave them, hold to audit.

    Raises:
        typer.BadParameter: When an object store cannot be asked.
    """
    from auditor.batch import ClusterError, find

    try:
        return find(paths, plan)
    except ClusterError as error:
        raise typer.BadParameter(str(error)) from None


@contextmanager
def auditing(
    paths: list[str], found: "Found", catalogue: "Catalogue", plan: "Plan", *, tells_cached: bool, shows_progress: bool
) -> "Iterator[Iterator[Result]]":
    """The results of what was found, in order, while a progress bar runs.

    Args:
        paths: Files and folders as the user gave them.
        found: What they hold.
        catalogue: The catalogue to judge with.
        plan: How to go about it.
        tells_cached: Whether to say at the end how many were audited before.
        shows_progress: Whether a bar may be shown.

    Raises:
        typer.BadParameter: When the cluster cannot be used.
    """
    from auditor.batch import ClusterError, audit_many

    _say_what_is_left_out(found, paths)
    items = found.items
    counts = {True: 0, False: 0}
    try:
        with progress(len(items) if shows_progress else 0) as on_done:

            def counted() -> "Generator[Result, None, None]":
                with closing(audit_many(items, catalogue, plan)) as results:
                    for result in results:
                        counts[result.is_from_cache] += 1
                        yield result
                        if on_done is not None:
                            on_done(result.path)

            with closing(counted()) as results:
                yield results
    except ClusterError as error:
        raise typer.BadParameter(str(error)) from None
    except KeyboardInterrupt:
        if len(items) > FEW:
            say(_interrupted(sum(counts.values()), len(items), plan))
        raise
    if tells_cached:
        say(f"以前已经审核过的{counts[True]}份取自缓存，本次新审核{counts[False]}份。")


def _say_what_is_left_out(found: "Found", paths: list[str]) -> None:
    """Files given again, files of no known format, and project files below the folders given, which are not heeded."""
    from auditor.catalogue.project import NAME

    for again, first in found.repeats[:NAMED]:
        say(f"“{again}”和“{first}”是同一个文件，只审核一次。" if again != first else f"“{first}”重复给出，只审核一次。")
    if len(found.repeats) > NAMED:
        say(f"另有{len(found.repeats) - NAMED}个重复的文件，也只审核一次。")
    projects = sorted(each for each in found.passed if Path(each).name == NAME)
    if others := sorted(set(found.passed) - set(projects)):
        say(f"另有{len(others)}个文件不是报告的格式，没有审核：{_named(others)}。")
    if below := [each for each in projects if not any(Path(each).parent == Path(path) for path in paths)]:
        say(f"下级文件夹里的项目文件没有采用：{_named(below)}。要按它审核，请单独审核它所在的文件夹。")


def _named(files: list[str]) -> str:
    return "、".join(files[:NAMED]) + ("等" if len(files) > NAMED else "")


def _interrupted(done: int, total: int, plan: "Plan") -> str:
    kept = "没有使用缓存，未输出的结果不保留"
    if plan.uses_cache:
        kept = "结果已存入缓存，加上 --resume 再运行同一命令，从中断处继续"
    return f"已中断：共{total}份，完成{done}份，{kept}。"
