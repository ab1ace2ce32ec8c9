"""`auditor annotate`: the drafter's own Word file back, with comments."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.limits import Maximum, chosen_limits
from auditor.cli.messages import DONE, NOT_AUDITED, say, say_failure
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import refuse_input, save, writable
from auditor.scorecard import Failure

if TYPE_CHECKING:
    from auditor.annotating import Annotated as Commented

SECONDS = 120  # as long as `compare` has


def annotate(
    file: Annotated[str, typer.Argument(metavar="文件", help="要批注的Word文件（.docx）。", show_default=False)],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output", metavar="文件", help="批注后的文件；原文件不动。", callback=writable, show_default=False
        ),
    ],
    verbose: Annotated[bool, typer.Option("--verbose", help="达标的和已计入的内容也逐处批注。")] = False,
    maximum: Maximum = None,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Annotate a draft."""
    from auditor.annotating import annotate as comment_on
    from auditor.batch.clock import time_limit
    from auditor.batch.run import guarded
    from auditor.judging import Auditor
    from auditor.reading import read_bytes_in_worker
    from auditor.reading.dispatch import load

    if Path(file).suffix.lower() != ".docx":
        raise typer.BadParameter("只能批注 .docx 文件。")
    refuse_input([output], [file])
    limits = chosen_limits(maximum)
    catalogue = open_catalogue(rules, profile, [file])

    def annotated() -> "Commented":
        data = load(file, limits)
        document = read_bytes_in_worker(data, file, limits)
        with time_limit(SECONDS):
            return comment_on(data, document.text, Auditor(catalogue).audit(document), limits, is_full=verbose)

    result = guarded(file, annotated, f"审核和批注超过{SECONDS}秒，已中止。请检查文件是否异常，或拆分后再批注。")
    if isinstance(result, Failure):
        say_failure(result)
        return NOT_AUDITED
    save(result.data, output)
    lost = f"，另有{result.lost}处不能加批注，列在文末批注里" if result.lost else ""
    replaced = f"（原有的{result.replaced}条审核批注已经换掉）" if result.replaced else ""
    say(f"已在{result.placed}处加了批注{lost}{replaced}：{output}")
    return DONE
