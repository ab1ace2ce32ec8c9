"""Hands out what was asked for in any format: to the screen, to a file, or to a folder of files."""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from auditor.cli.messages import say
from auditor.cli.output import as_bytes, put, reason, refuse_input, save, writable
from auditor.rendering import FORMATS, View
from auditor.rendering.formats import FolderNeededError
from auditor.scorecard import Failure, Scorecard

if TYPE_CHECKING:
    from auditor.annex import Annex
    from auditor.reading import Limits

NUMBERED = re.compile(r"[0-9]{3,}_.+\.(?:docx|html)$")  # as auditor.rendering.naming.file_name makes them


def is_folder_name(output: str | None) -> bool:
    """Whether a path as given says that it is a folder: “整改函v1.0/”."""
    return output is not None and output.endswith(("/", os.sep))


def check_output(format_name: str, output: Path | None, files: int = 1, *, names_folder: bool = False) -> None:
    """Checks, before the work is done, that the format can go where it is to go; makes a folder that is named as one.

    Args:
        format_name: One of FORMATS.
        output: A file or a folder; without it standard output.
        files: How many files are to be audited.
        names_folder: Whether the user says that it is a folder.

    Raises:
        typer.BadParameter: When it cannot.
    """
    asked = FORMATS[format_name]
    if output is not None and names_folder:
        _make(output, format_name)
    is_folder = output is not None and asked.fills_folder and _is_folder(output)
    if output is not None and is_folder and output.is_file():
        message = f"“{output}”是已有的文件，不能当文件夹用；请换一个名称，或写上扩展名。"
        raise typer.BadParameter(message, param_hint="--output")
    try:
        writable(output / "x" if output is not None and is_folder and output.is_dir() else output)
    except typer.BadParameter as error:
        raise typer.BadParameter(error.message, param_hint="--output") from None
    if asked.holds_one and not is_folder and files > 1:
        raise typer.BadParameter(f"{format_name}格式每份报告一个文件，请用 --output 写明存放的文件夹（末尾加“/”）。")
    if output is None and asked.is_binary and sys.stdout.isatty():
        raise typer.BadParameter(f"{format_name}格式不能在屏幕上显示，请用 --output 写明文件名。")


def spare_reports(format_name: str, output: Path | None, paths: list[str], items: Iterable[str | Failure]) -> None:
    """Sees to it, before the work is done, that the result overwrites none of the reports, named or in a folder.

    The names in a folder of files that depend on the reports are seen to once these are audited.

    Raises:
        typer.BadParameter: When it would.
    """
    if output is None:
        return
    asked = FORMATS[format_name]
    is_folder = asked.fills_folder and _is_folder(output)
    instead = "文件夹" if is_folder else "文件名"
    known = [output / name for name in asked.names(())] if is_folder else [output]
    for file in filter(Path.is_file, known):
        refuse_input([file], paths, instead)
        if not _is_own_paper(file):  # that of an earlier run may be replaced
            refuse_input([file], (each for each in items if isinstance(each, str)), instead)


def _is_own_paper(file: Path) -> bool:
    from auditor.batch.run import load
    from auditor.reading import ReadingError
    from auditor.reading.own_papers import OWN_PAPER

    try:
        load(str(file))
    except ReadingError as error:
        return error.message == OWN_PAPER
    return False


def deliver(format_name: str, scorecard: Scorecard, view: View, output: Path | None, limits: "Limits") -> None:
    """Renders a scorecard and writes it; nothing, where the format is about a report and none was audited.

    Args:
        format_name: One of FORMATS.
        scorecard: The scorecard.
        view: How to show it.
        output: A file or a folder; without it standard output.
        limits: The bounds within which the reports were read, for formats that read them again.

    Raises:
        OutputError: When it cannot be written there.
    """
    asked = FORMATS[format_name]
    if asked.holds_one and not scorecard.reports:
        return
    annex = None
    if asked.needs != "scorecard":
        annex = _annex(scorecard, limits, with_texts=asked.needs == "texts")
    if output is not None and asked.fills_folder and _is_folder(output):
        _fill(output, format_name, scorecard, view, annex)
        return
    try:
        content = asked.render(scorecard, view, annex)
    except FolderNeededError as error:
        raise typer.BadParameter(str(error)) from None
    if output is not None:
        (file,) = _spared([output], format_name, scorecard)
        save(content, file)
        _say_what_was_kept([output] if file != output else [])
    else:
        put(content if format_name == "terminal" else as_bytes(content))


def _is_folder(output: Path) -> bool:
    """A path that is a folder, or has no suffix and so will be one."""
    return output.is_dir() or not output.suffix


def _make(folder: Path, format_name: str) -> None:
    if not FORMATS[format_name].fills_folder:
        raise typer.BadParameter(
            f"{format_name}格式写成一个文件，“{folder}”是文件夹，请写上文件名。", param_hint="--output"
        )
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        message = f"建不了文件夹“{folder}”（{reason(error)}），请检查路径和权限。"
        raise typer.BadParameter(message, param_hint="--output") from None


def _fill(folder: Path, format_name: str, scorecard: Scorecard, view: View, annex: "Annex | None") -> None:
    _make(folder, format_name)
    asked = FORMATS[format_name]
    files = _spared([folder / name for name in asked.names(scorecard.reports)], format_name, scorecard, "文件夹")
    written, kept = set(), []
    for file, (name, content) in zip(files, asked.files(scorecard, view, annex), strict=True):
        save(content, file)
        written.add(file.name)
        if file.name != name:
            kept.append(folder / name)
    _say_what_was_kept(kept)
    say(f"已写入{len(written)}个文件：{folder}")
    told = written | {each.name for each in kept} | {Path(each).name for each in _audited(scorecard)}
    older = sorted(each.name for each in folder.iterdir() if NUMBERED.match(each.name) and each.name not in told)
    if older:
        say(f"注意：该文件夹里另有以前写的{len(older)}个文件（{older[0]}等），不是这次的结果，请核对后删去，不要混用。")


def _spared(files: Iterable[Path], format_name: str, scorecard: Scorecard, instead: str = "文件名") -> list[Path]:
    """The files, or names beside them where somebody has filled in those that are there.

    Raises:
        typer.BadParameter: When one of them is among what was audited.
    """
    free = [_free(file, format_name) for file in files]
    refuse_input(free, _audited(scorecard), instead)
    return free


def _audited(scorecard: Scorecard) -> list[str]:
    """The paths of what was to be audited, papers of an earlier run left out."""
    from auditor.reading.own_papers import OWN_PAPER

    failed = (each.path for each in scorecard.failures if each.error != OWN_PAPER)
    return [*(each.path for each in scorecard.reports), *failed]


def _free(file: Path, format_name: str) -> Path:
    free, number = file, 1
    while free.is_file() and FORMATS[format_name].is_changed(free.read_bytes()):
        number += 1
        free = file.with_stem(f"{file.stem}_{number}")
    return free


def _say_what_was_kept(kept: list[Path]) -> None:
    if kept:
        first = f"{kept[0].name}{'等' if len(kept) > 1 else ''}"
        say(f"有{len(kept)}个文件写出以后改动过（{first}），没有覆盖；这次的另存为名称末尾加序号的文件，请核对后取舍。")


def _annex(scorecard: Scorecard, limits: "Limits", *, with_texts: bool) -> "Annex":
    """The statistics of a run, and what its reports share; their texts are read again for it."""
    from auditor.annex import Annex
    from auditor.batch.sources import documents_of, source_of
    from auditor.comparing import Sharer
    from auditor.statistics import statistics_of

    sharer = Sharer()
    sources = []
    for report, document in zip(scorecard.reports, documents_of(scorecard.reports, limits), strict=True):
        sharer.add(document, report.unit, report.hidden)
        if with_texts:
            sources.append(source_of(document) if document is not None else None)
    statistics = statistics_of(scorecard.reports, scorecard.grades, scorecard.submission.year)
    return Annex(statistics, sharer.sharing(), tuple(sources))
