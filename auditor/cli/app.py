"""The commands; each is a function of its own module, registered here."""

from collections.abc import Callable
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli.annotate import annotate
from auditor.cli.cache import cache
from auditor.cli.check import check
from auditor.cli.compare import compare
from auditor.cli.evaluate import evaluate
from auditor.cli.explain import explain
from auditor.cli.limits import limits
from auditor.cli.output import put
from auditor.cli.rules import rules
from auditor.cli.text import text
from auditor.cli.usage import ChineseCommand, ChineseGroup

ABOUT = "审核法治政府建设年度报告：逐项看该写的写了没有、写在哪里、依据是什么、还要补什么。全程离线。"

app = typer.Typer(
    cls=ChineseGroup,
    help=ABOUT,
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        put(f"auditor {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本。", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    del version


HELP: dict[Callable[..., int | None], str] = {
    check: "审核报告，显示评分表。",
    annotate: "在Word草稿的相关段落上加批注，文末列出要补的内容；正文不改动。",
    compare: "对照同一单位两年的报告：结论变化、计划落实、沿用和重现的文字。",
    explain: "说明每一项结论的理由：查找了什么、找到了什么、哪些没有采信、为什么。",
    text: "显示从文件中读出、实际审核的文字（引文的位置按它计算）。",
    limits: "显示读取文件的上限；超过的文件不审核，其他文件照常审核。",
    evaluate: "用标注好的用例衡量审核的准确程度。",
}
for command, words in HELP.items():
    app.command(cls=ChineseCommand, help=words)(command)
app.add_typer(cache, name="cache")
app.add_typer(rules, name="rules")
