"""`auditor evaluate`: measure the catalogue on labelled cases."""

import json
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.messages import DONE, NOT_AUDITED, WRONG_USAGE, say_problems
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import as_bytes, put


def evaluate(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="文件夹", help="标注用例所在的文件夹：同名的 .txt 和 .json。", show_default=False),
    ],
    misses: Annotated[bool, typer.Option("--misses", help="逐条列出不符之处，以及没有计入的标注。")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="以JSON输出各项数据。")] = False,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Measure the catalogue on labelled cases."""
    from auditor.cli.showing_rules import entries_of
    from auditor.judging import Auditor
    from auditor.measuring import GoldError, describe
    from auditor.measuring import evaluate as measure

    catalogue = open_catalogue(rules, profile, folders)
    try:
        evaluation = measure(folders, Auditor(catalogue))
    except GoldError as error:
        say_problems(str(error).splitlines())
        return WRONG_USAGE
    if as_json:
        put(as_bytes(json.dumps(evaluation.as_dict(), ensure_ascii=False, indent=1) + "\n"))
    else:
        names = {entry.id: entry.name for entry in entries_of(catalogue)}
        put(describe(evaluation, names, with_misses=misses) + "\n")
    return NOT_AUDITED if evaluation.broken else DONE
