"""`auditor rules`: list, show, test and lint the catalogue; help to write rules."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from auditor.cli.messages import BELOW, DONE, say, say_problems
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import as_bytes, put
from auditor.cli.usage import ChineseCommand, ChineseGroup
from auditor.rendering.cleaning import clean
from auditor.rendering.contract import harmless

if TYPE_CHECKING:
    from auditor.catalogue import Catalogue

HERE = (".",)  # the project that the current folder belongs to

rules = typer.Typer(cls=ChineseGroup, help="查看和检验规则。", rich_markup_mode=None, add_completion=False)


@rules.command("list", cls=ChineseCommand, help="列出审核方案的全部要素、法定内容和检查。")
def list_rules(
    format_name: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="格式", help="输出格式：text 文字，json 数据。")
    ] = "text",
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """List the elements, blocks and checks."""
    from auditor.catalogue import default_folder, profile_names
    from auditor.cli.showing_rules import list_lines, list_objects

    catalogue = open_catalogue(rules, profile, HERE)
    if format_name == "json":
        put(as_bytes(harmless(json.dumps(list_objects(catalogue), ensure_ascii=False, indent=1)) + "\n"))
    else:
        names = profile_names(rules or default_folder())
        put("".join(f"{clean(line)}\n" for line in list_lines(catalogue, names)))
    return DONE


@rules.command("show", cls=ChineseCommand, help="说明一条规则：要求写什么、依据、怎样认定、哪些不算。")
def show(
    rule: Annotated[
        str, typer.Argument(metavar="编号", help="要素、法定内容或检查的编号，见 rules list。", show_default=False)
    ],
    phrases: Annotated[bool, typer.Option("--phrases", help="连同查找用的全部短语。")] = False,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Put one rule into words."""
    from auditor.catalogue.hints import did_you_mean
    from auditor.cli.showing_rules import entries_of, show_check_lines, show_lines

    catalogue = open_catalogue(rules, profile, HERE)
    entries = {entry.id: entry for entry in entries_of(catalogue)}
    checks = {check.id: check for check in catalogue.checks.checks if check.id not in entries}
    if rule in checks:
        put("".join(f"{line}\n" for line in show_check_lines(checks[rule], catalogue)))
        return DONE
    if rule in catalogue.dropped:
        put(clean(f"规则“{rule}”在这个审核方案里已经关闭：{catalogue.dropped[rule]}") + "\n")
        return DONE
    if rule not in entries:
        hint = did_you_mean(rule, [*entries, *checks], "全部编号见 rules list")
        raise typer.BadParameter(f"没有编号为“{rule}”的规则（{hint}）。")
    entry = entries[rule]
    figures = _figures(rule, catalogue) if entry.kind == "element" else []
    put("".join(f"{clean(line)}\n" for line in show_lines(entry, catalogue, figures, with_phrases=phrases)))
    return DONE


def _figures(rule: str, catalogue: "Catalogue") -> list[str]:
    """How often the verdicts of an element were right, in words, and whether that was measured on the rule as it is."""
    from auditor.measuring import measured
    from auditor.measuring.rule_print import rule_prints

    try:
        measurement = measured.load(Path(catalogue.folder))
    except ValueError as error:
        say(str(error))
        return []
    if measurement is None or not (sets := measurement.of_element(rule)):
        return ["实测：这条规则没有测过；用标注过的用例衡量：auditor evaluate 文件夹"]
    lines = ["实测（与认真阅读者的标注相比）"]
    if measurement.rules.get(rule) != rule_prints(catalogue)[rule]:
        lines = [
            "实测：现在的规则没有测过。测量以后，这条规则或者共用的提示词、词表改动过，下列数字是改动以前测得的。",
            "  用标注过的用例重新衡量：auditor evaluate 文件夹",
        ]
    return [*lines, *(f"  {line}" for each in sets for line in each.lines())]


@rules.command("test", cls=ChineseCommand, help="运行规则自带的全部例句；有一条不符即失败（退出码1）。")
def test(profile: ProfileName = None, rules: RulesFolder = None) -> int:
    """Run the examples of the rules."""
    from auditor.judging import Auditor
    from auditor.measuring import run_examples

    report = run_examples(Auditor(open_catalogue(rules, profile, HERE)))
    say_problems(report.failures)
    put(f"{report.summary()}\n")
    return DONE if report.passed else BELOW


@rules.command("lint", cls=ChineseCommand, help="检查规则的写法：重复、多余、不会生效的短语；有发现即退出码1。")
def lint(profile: ProfileName = None, rules: RulesFolder = None) -> int:
    """Look for doubtful phrases."""
    from auditor.measuring import lint as find_problems

    problems = find_problems(open_catalogue(rules, profile, HERE))
    say_problems(problems)
    if not problems:
        say("没有发现问题。")
    return BELOW if problems else DONE


@rules.command("new", cls=ChineseCommand, help="写一条新规则的样板（带说明），连同一份用到它的审核方案。")
def new(
    rule: Annotated[str, typer.Argument(metavar="编号", help="小写英文字母、数字和下划线。", show_default=False)],
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="写到哪里；不存在就新建。")] = Path("本地规则"),
) -> int:
    """Write a skeleton rule."""
    from auditor.catalogue.skeleton import write_skeleton

    try:
        for line in write_skeleton(rule, folder):
            say(line)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return DONE


@rules.command("schema", cls=ChineseCommand, help="输出规则文件的格式定义（JSON），供编辑器提示和检查。")
def schema(
    kind: Annotated[
        str, typer.Argument(metavar="种类", help="element 要素，block 法定内容，profile 审核方案。")
    ] = "element",
) -> int:
    """Print the JSON Schema of a rule file."""
    from auditor.catalogue.schema import KINDS, schema_of

    if kind not in KINDS:
        raise typer.BadParameter(f"没有“{kind}”这种规则文件，可用的有：{'、'.join(KINDS)}。")
    put(as_bytes(json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"))
    return DONE
