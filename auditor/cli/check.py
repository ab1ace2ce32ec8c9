"""`auditor check`: audit reports and print the scorecard."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.messages import BELOW, DONE, NOT_AUDITED, say_failure
from auditor.cli.options import RulesFolder, open_catalogue
from auditor.cli.output import as_bytes, put, save, view_of_output, writable
from auditor.cli.progress import progress
from auditor.rendering import FORMATS, Detail
from auditor.scorecard import Failure, ReportCard, Scorecard

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue

FORMAT_HELP = "输出格式：" + "，".join(f"{name} {each.means}" for name, each in FORMATS.items()) + "。"


def _known_format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"没有“{name}”这种格式，可用的有：{'、'.join(FORMATS)}。")
    return name


def _percentage(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 100:
        raise typer.BadParameter("应当是0到100之间的分数。")
    return value


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="文件或文件夹", help="要审核的报告；“-”表示标准输入。", show_default=False),
    ],
    *,
    format_name: Annotated[
        str, typer.Option("--format", metavar="格式", help=FORMAT_HELP, callback=_known_format)
    ] = "terminal",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="文件",
            help="写入文件，不在屏幕上显示。",
            callback=writable,
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="每份报告只显示一行。")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="显示全部引文、依据和未采信的内容。")] = False,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            metavar="分数",
            help="有报告低于此分时，退出码为1。",
            callback=_percentage,
            show_default=False,
        ),
    ] = None,
    rules: RulesFolder = None,
) -> int:
    """Audit reports and print the scorecard."""
    if quiet and verbose:
        raise typer.BadParameter("--quiet 和 --verbose 只能写一个。")
    detail: Detail = "quiet" if quiet else "verbose" if verbose else "normal"
    view = view_of_output(detail, to_file=output is not None)
    scorecard = _audit(paths, open_catalogue(rules))
    content = FORMATS[format_name].render(scorecard, view)
    is_seen_anyway = format_name == "terminal" and view.is_terminal and not quiet and sys.stderr.isatty()
    if not is_seen_anyway:
        for failure in scorecard.failures:
            say_failure(failure)
    if output is not None:
        save(content, output)
    else:
        put(content if format_name == "terminal" else as_bytes(content))
    if scorecard.failures:
        return NOT_AUDITED
    is_below = fail_under is not None and any(report.score < fail_under for report in scorecard.reports)
    return BELOW if is_below else DONE


def _audit(paths: list[str], catalogue: "Catalogue") -> Scorecard:
    from auditor.batch import audit_paths
    from auditor.judging import Auditor
    from auditor.reading import find_files

    items = find_files(paths)
    with progress(len(items)) as on_done:
        outcomes = list(audit_paths(items, Auditor(catalogue), on_done=on_done))
    return Scorecard(
        catalogue_name=catalogue.manifest.name,
        catalogue_version=catalogue.manifest.version,
        reports=tuple(each for each in outcomes if isinstance(each, ReportCard)),
        failures=tuple(each for each in outcomes if isinstance(each, Failure)),
    )
