"""The commands beside check."""

import json
import re
import shutil
from pathlib import Path

import pytest
from cli_running import Run

from auditor import __version__
from auditor.catalogue import load_catalogue
from auditor.measuring.rule_print import rule_prints
from auditor.rendering.folding import cells


def test_version(run: Run) -> None:
    assert run("--version").out == f"auditor {__version__}\n"


@pytest.mark.parametrize(
    "command",
    [
        "",
        "check",
        "explain",
        "text",
        "limits",
        "evaluate",
        "rules",
        "rules list",
        "rules show",
        "rules test",
        "cache show",
        "annotate",
        "compare",
    ],
)
def test_help_is_in_chinese(run: Run, command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.status == 0
    assert max(map(cells, done.out.splitlines())) <= 80
    words = set(re.findall(r"(?<![-\w.])[A-Za-z]{3,}", done.out))
    assert words <= {
        *("annotate", "compare", "docx", "html", "letter", "xlsx", "markdown", "sarif", "junit"),
        *("Markdown", "SARIF", "JUnit", "XML", "Word", "Ctrl"),
        *(
            "auditor",
            "check",
            "explain",
            "text",
            "limits",
            "evaluate",
            "rules",
            "list",
            "show",
            "test",
            "lint",
            "new",
            "schema",
        ),
        *("terminal", "json", "JSON", "jsonl"),
        *("cache", "clear", "local", "dask", "Dask", "cluster", "tcp"),
    }


def test_text_is_the_text_audited(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "报告.txt"
    file.write_bytes("\ufeff一、成效\r\n办理案件3件".encode())
    done = run("text", file)
    assert (done.status, done.out) == (0, "一、成效\r\n办理案件3件")
    assert run("text", "-", stdin="甲乙".encode("gb18030")).out == "甲乙"
    assert run("text", tmp_path).status == 3


def test_limits(run: Run) -> None:
    done = run("limits")
    assert "文件大小：不超过50MB（单个文件）\n" in done.out
    assert not re.search("[a-z]_[a-z]", done.out)


def test_explain(run: Run, report: Path) -> None:
    done = run("explain", report)
    assert done.status == 0
    for words in (
        "取自标题",
        "查找了",
        "查找范围",
        "认定条件",
        "不成立：",
        "找到了",
        "没有采信",
        "不采信的原因：",
    ):
        assert words in done.out
    one = run("explain", report, "--element", "court_appearance")
    assert one.out in done.out
    assert one.out.startswith("行政机关负责人出庭应诉（court_appearance）：")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("力争聘请法律顾问。", "认定为“下步计划”的原因：拟、计划、打算、力争（“力争”）"),
        ("聘请法律顾问××名。", "认定为“下步计划”的原因：数字还空着，没有填写（××件、__台）（“××名”）"),
        ("三、下一步工作打算\n法律顾问制度全面推行。", "认定为“下步计划”的原因：写在“下一步工作打算”部分"),
        ("三、下一步工作打算\n（一）规范行为\n法律顾问制度全面推行。", "原因：写在“下一步工作打算”部分"),
        ("去年聘请法律顾问3名。", "不采信的原因：说的是往年的情况：去年、上年的情况（“去年”）"),
    ],
)
def test_explain_tells_what_settled_the_role_of_a_passage(run: Run, text: str, why: str) -> None:
    assert why in run("explain", "-", "--element", "legal_counsel", stdin=text.encode()).out


def test_explain_a_file_that_cannot_be_read(run: Run) -> None:
    done = run("explain", "不在.txt")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("不在.txt：")


def test_rules_list_and_show(run: Run) -> None:
    listed = run("rules", "list")
    assert listed.status == 0
    assert "court_appearance" in listed.out
    assert "causes" in listed.out
    shown = run("rules", "show", "court_appearance")
    assert "《行政诉讼法》（2017修正）第三条第三款" in shown.out
    assert "不能算作本项的" in shown.out
    assert "不足的原因" in run("rules", "show", "causes").out


def test_rules_show_what_suffices_for_a_block(run: Run) -> None:
    shown = run("rules", "show", "leadership").out
    assert "有一个部分，标题或者首句写明是“党政主要负责人履行第一责任人职责情况”，下面有正文" in shown
    sentences = "同一段里有2句以上（一句话里分几个分句写的也算）写到这一内容，并且按“已开展”认定"
    assert f"{sentences}（短语5条，排除1条）" in shown


def test_rules_list_and_show_the_checks(run: Run) -> None:
    assert re.search(r"^  title_year +提醒  标题没有年度（例句\d+条）$", run("rules", "list").out, re.MULTILINE)
    entries = json.loads(run("rules", "list", "--format", "json").out)
    assert {"kind": "check", "id": "title_year", "name": "标题没有年度"}.items() <= next(
        entry for entry in entries if entry["id"] == "title_year"
    ).items()
    shown = run("rules", "show", "title_year").out
    assert re.match(r"标题没有年度（title_year）\n文件：.*checks\.yaml.*\n理由：", shown)
    assert "级别：提醒" in shown
    assert "是不是“title_year”？" in run("rules", "show", "title_years").err


def test_explain_a_block(run: Run, report: Path, tmp_path: Path) -> None:
    text = report.read_text("utf-8")
    assert run("explain", report, "--element", "leadership").out in run("explain", report).out
    bare = tmp_path / "报告.txt"
    bare.write_text(text.splitlines()[0] + "\n全年工作平稳。\n一、党政主要负责人履职情况\n", "utf-8")
    told = run("explain", bare, "--element", "leadership").out
    assert told.startswith("党政主要负责人履行第一责任人职责情况（leadership）：法定内容，无\n")
    assert "不成立：有一个部分，标题或者首句写明是“党政主要负责人履行第一责任人职责情况”，下面有正文" in told
    assert "不采信的原因：标题下面没有正文（不足12个字）" in told
    passage = run("explain", "-", "--element", "leadership", stdin="审查合同36份。".encode())
    assert passage.out == "文本按片段审核，不判断法定内容。\n"


def test_figures_of_another_rule_are_not_shown_as_those_of_this_one(run: Run, rules: Path) -> None:
    say_measured(rules)
    assert "没有测过" not in run("rules", "show", "legal_counsel", "--rules", rules).out
    file = rules / "elements/legal_counsel.yaml"
    file.write_text(file.read_text("utf-8").replace("limits: ", "limits: 请注意，"), "utf-8")
    assert "没有测过" not in run("rules", "show", "legal_counsel", "--rules", rules).out
    file.write_text(file.read_text("utf-8").replace("      - 公职律师\n", "      - 蓝皮手册\n"), "utf-8")
    assert "实测：现在的规则没有测过。" in run("rules", "show", "legal_counsel", "--rules", rules).out
    assert "没有测过" not in run("rules", "show", "court_appearance", "--rules", rules).out
    own = run("rules", "show", "government_contracts", "--rules", rules, "--profile", "example_province").out
    assert "实测：这条规则没有测过" in own


def test_what_an_overlay_changes_and_closes_is_told(run: Run) -> None:
    listed = run("rules", "list", "--profile", "example_province").out
    assert re.search(r"已关闭的要素\n  theory_and_publicity +理由：本省指引没有这一项\n", listed)
    assert (
        "已经关闭：本省指引没有这一项"
        in run("rules", "show", "theory_and_publicity", "--profile", "example_province").out
    )
    shown = run("rules", "show", "legal_counsel", "--profile", "example_province").out
    assert re.search(r"^改动：权重、适用层级、依据、短语、例句（.*example_province\.yaml）$", shown, re.MULTILINE)


def test_rules_show_where_a_rule_stands_what_it_seeks_and_whom_an_article_binds(run: Run) -> None:
    shown = run("rules", "show", "legal_counsel", "--phrases").out
    assert re.search(r"^文件：.*rules/elements/legal_counsel\.yaml$", shown, re.MULTILINE)
    assert "    法律顾问\n    公职律师\n" in shown
    assert re.search(r"第九条（四）：.*（2019年度起，政府部门的报告）", shown)
    assert "    法律顾问\n" not in run("rules", "show", "legal_counsel").out


def say_measured(rules: Path) -> None:
    """Have the measurement in a rules folder say that it was made on the rules as they are there."""
    file = rules / "measured.json"
    data = json.loads(file.read_text("utf-8")) | {"rules": rule_prints(load_catalogue(rules))}
    file.write_text(json.dumps(data), "utf-8")


def test_rules_show_how_often_the_verdicts_were_right(run: Run, rules: Path) -> None:
    say_measured(rules)
    shown = run("rules", "show", "court_appearance", "--rules", str(rules))
    assert "实测（与认真阅读者的标注相比）\n  调试用例" in shown.out
    (rules / "measured.json").write_text("{}", encoding="utf-8")
    shown = run("rules", "show", "court_appearance", "--rules", str(rules))
    assert shown.status == 0
    assert "实测" not in shown.out
    assert shown.err.endswith("measured.json：不是测量结果文件（KeyError）\n")
    (rules / "measured.json").unlink()
    shown = run("rules", "show", "court_appearance", "--rules", str(rules))
    assert (shown.status, shown.err) == (0, "")


def test_rules_test_names_the_place_of_a_failure(run: Run, rules: Path) -> None:
    file = rules / "elements/court_appearance.yaml"
    file.write_text(
        file.read_text().replace("出庭应诉率100%。\n    verdict: met", "出庭应诉率100%。\n    verdict: weak")
    )
    done = run("rules", "test", "--rules", rules)
    assert done.status == 1
    assert re.search(rf"^{file}:\d+:\d+: ", done.err, re.MULTILINE)
    assert done.out.startswith("运行")


def test_rules_lint(run: Run, rules: Path) -> None:
    file = rules / "elements/court_appearance.yaml"
    file.write_text(file.read_text().replace("      - 告官见官\n", "      - 告官见官\n      - 告官见官\n", 1))
    done = run("rules", "lint", "--rules", rules)
    assert (done.status, done.out) == (1, "")
    assert re.search(rf"^{file}:\d+:\d+: ", done.err, re.MULTILINE)


def test_evaluate(run: Run, report: Path, tmp_path: Path) -> None:
    for file in report.parent.glob("report_01.*"):
        shutil.copy(file, tmp_path)
    assert "用例1份" in run("evaluate", tmp_path).out
    assert json.loads(run("evaluate", tmp_path, "--json").out)["cases"] == 1
    empty = tmp_path / "空"
    empty.mkdir()
    done = run("evaluate", empty)
    assert (done.status, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("rules list --format xml", "“--format”没有“xml”，可用的有：text、json。"),
        ("check a.txt --workers 1.5", "“--workers”应当是整数。"),
        ("check a.txt --timeout 一分钟", "“--timeout”应当是数字。"),
    ],
)
def test_wrong_values_are_told_in_chinese(run: Run, command: str, told: str) -> None:
    done = run(*command.split())
    assert done.status == 2
    assert done.err.startswith(f"用法有误：{told}\n")


@pytest.mark.parametrize(
    "command", [["check", ""], ["evaluate", ""], ["check", "a.txt", "--output", ""], ["check", "a.txt", "--output="]]
)
def test_an_empty_argument_is_a_slip(run: Run, command: list[str]) -> None:
    done = run(*command)
    assert done.status == 2
    assert "有一个参数是空的" in done.err


def test_the_usage_line_has_no_braces(run: Run) -> None:
    assert run("compare", "--help").out.startswith("用法：auditor compare [选项] 上次报告 本次报告\n")
