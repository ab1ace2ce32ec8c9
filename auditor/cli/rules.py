"""`auditor rules`: list, show, test and lint the catalogue."""

from typing import Annotated

import typer

from auditor.cli.messages import BELOW, DONE, say, say_problems
from auditor.cli.options import RulesFolder, open_catalogue
from auditor.cli.output import put
from auditor.cli.showing_rules import entries_of, list_lines, show_lines
from auditor.cli.usage import ChineseCommand, ChineseGroup

rules = typer.Typer(cls=ChineseGroup, help="查看和检验规则。", rich_markup_mode=None, add_completion=False)


@rules.command("list", cls=ChineseCommand, help="列出全部要素和法定内容。")
def list_rules(rules: RulesFolder = None) -> int:
    """List the elements and blocks."""
    put("".join(f"{line}\n" for line in list_lines(open_catalogue(rules))))
    return DONE


@rules.command("show", cls=ChineseCommand, help="说明一条规则：要求写什么、依据、怎样认定、哪些不算。")
def show(
    rule: Annotated[
        str, typer.Argument(metavar="编号", help="要素或法定内容的编号，见 rules list。", show_default=False)
    ],
    rules: RulesFolder = None,
) -> int:
    """Put one rule into words."""
    catalogue = open_catalogue(rules)
    entries = {entry.id: entry for entry in entries_of(catalogue)}
    if rule not in entries:
        raise typer.BadParameter(f"没有编号为“{rule}”的规则，可用的有：{'、'.join(entries)}。")
    put("".join(f"{line}\n" for line in show_lines(entries[rule], catalogue)))
    return DONE


@rules.command("test", cls=ChineseCommand, help="运行规则自带的全部例句；有一条不符即失败（退出码1）。")
def test(rules: RulesFolder = None) -> int:
    """Run the examples of the rules."""
    from auditor.judging import Auditor
    from auditor.measuring import run_examples

    report = run_examples(Auditor(open_catalogue(rules)))
    say_problems(report.failures)
    put(f"{report.summary()}\n")
    return DONE if report.passed else BELOW


@rules.command("lint", cls=ChineseCommand, help="检查规则的写法：重复、多余、不会生效的短语；有发现即退出码1。")
def lint(rules: RulesFolder = None) -> int:
    """Look for doubtful phrases."""
    from auditor.measuring import lint as find_problems

    problems = find_problems(open_catalogue(rules))
    say_problems(problems)
    if not problems:
        say("没有发现问题。")
    return BELOW if problems else DONE
