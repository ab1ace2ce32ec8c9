"""`auditor compare`: two reports of the same unit side by side."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.limits import Maximum, chosen_limits
from auditor.cli.messages import DONE, NOT_AUDITED, say_failure
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import as_bytes, put, refuse_input, save, view_of_output, writable
from auditor.rendering.comparison import COMPARISON_FORMATS
from auditor.scorecard import Failure

if TYPE_CHECKING:
    from auditor.comparison import Comparison
    from auditor.reading import Document

SECONDS = 120  # as long as `check` takes for two reports at most
TOO_SLOW = f"对照超过{SECONDS}秒，已中止。请检查两份文件是否都是年度报告，或拆分后再对照。"


def _known_format(name: str) -> str:
    if name not in COMPARISON_FORMATS:
        raise typer.BadParameter(f"没有“{name}”这种格式，可用的有：{'、'.join(COMPARISON_FORMATS)}。")
    return name


def compare(
    last: Annotated[str, typer.Argument(metavar="上次报告", help="上一年度的报告。", show_default=False)],
    this: Annotated[str, typer.Argument(metavar="本次报告", help="本年度的报告。", show_default=False)],
    *,
    format_name: Annotated[
        str,
        typer.Option("--format", metavar="格式", help="输出格式：terminal、json、html。", callback=_known_format),
    ] = "terminal",
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="文件", help="写入文件。", callback=writable, show_default=False),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="列出沿用上年的全部文字。")] = False,
    maximum: Maximum = None,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Compare two reports."""
    from auditor.batch.clock import time_limit
    from auditor.batch.run import guarded, load
    from auditor.comparing import compare as compare_documents
    from auditor.judging import Auditor

    if last == this == "-":
        raise typer.BadParameter("标准输入只能读一次，两份报告中至少有一份要写文件名。")
    refuse_input([output] if output else [], [last, this])
    limits = chosen_limits(maximum)
    catalogue = open_catalogue(rules, profile, [this])
    documents: list[Document] = []
    for path in (last, this):
        document = guarded(path, partial(load, path, limits), TOO_SLOW)
        if isinstance(document, Failure):
            say_failure(document)
        else:
            documents.append(document)
    if len(documents) < 2:
        return NOT_AUDITED

    def compared() -> "Comparison":
        with time_limit(SECONDS):
            return compare_documents(documents[0], documents[1], Auditor(catalogue))

    comparison = guarded(f"{last}、{this}", compared, TOO_SLOW)
    if isinstance(comparison, Failure):
        say_failure(comparison)
        return NOT_AUDITED
    view = view_of_output("verbose" if verbose else "normal", to_file=output is not None)
    content = COMPARISON_FORMATS[format_name](comparison, view)
    if output is not None:
        save(content, output)
    else:
        put(content if format_name == "terminal" else as_bytes(content))
    return DONE
