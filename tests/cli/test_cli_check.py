"""`auditor check`: outputs and exit statuses."""

import json
from pathlib import Path

import pytest
from cli_running import Run


def test_json_is_all_there_is_on_standard_output(run: Run, report: Path) -> None:
    done = run("check", report, "--format", "json")
    assert (done.status, done.err) == (0, "")
    data = json.loads(done.out)
    assert data["schema_version"] == "1"
    source = report.read_bytes().decode("utf-8-sig")
    for element in data["reports"][0]["elements"]:
        assert element["verdict"] == "missing" or element["citations"]
        for citation in element["citations"]:
            assert source[citation["start"] : citation["end"]] == citation["text"]


def test_the_same_input_gives_the_same_bytes(run: Run, report: Path) -> None:
    first, second = (run("check", report.parent, "--format", "json") for _ in range(2))
    assert first == second


def test_a_pipe_gets_plain_lines(run: Run, report: Path) -> None:
    done = run("check", report)
    assert done.status == 0
    assert done.out.startswith("稷川县人民政府  2023年度  县级政府")
    assert "\x1b" not in done.out


def test_quiet_is_one_line_for_each_report(run: Run, report: Path) -> None:
    done = run("check", report.parent, "--quiet")
    assert len(done.out.splitlines()) == len(list(report.parent.glob("*.txt")))


def test_quiet_names_the_unit_and_ends_with_the_counts(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "又一份.txt").write_bytes(report.read_bytes())
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.7")
    done = run("check", report, tmp_path, "--quiet")
    assert f"稷川县人民政府  {report}" in done.out
    expected = (
        "共审核2份；计入统计1份，平均64.0分；不计入统计1份（未见年度报告标题，或者同一单位重复报送）；未能审核1个。"
    )
    assert done.err.splitlines()[-1] == expected
    assert run("check", report, "--quiet").err == ""


def test_verbose_shows_the_basis(run: Run, report: Path) -> None:
    assert "依据：《" in run("check", report, "--verbose").out
    assert "依据：《" not in run("check", report).out


def test_standard_input(run: Run, report: Path) -> None:
    done = run("check", "-", "--format", "json", stdin=report.read_bytes())
    assert done.status == 0
    assert json.loads(done.out)["reports"][0]["path"] == "-"


def test_empty_standard_input(run: Run) -> None:
    done = run("check", "-", "--format", "json")
    assert done.status == 3
    assert json.loads(done.out)["failures"][0]["kind"] == "empty"


@pytest.mark.parametrize("format_name", ["terminal", "json"])
def test_output_goes_to_a_file(run: Run, report: Path, tmp_path: Path, format_name: str) -> None:
    shown = run("check", report, "--format", format_name)
    saved = run("check", report, "--format", format_name, "--output", tmp_path / "结果")
    assert (saved.status, saved.out, saved.err) == (0, "", "")
    assert (tmp_path / "结果").read_bytes() == shown.out.encode()
    assert [file.name for file in tmp_path.iterdir()] == ["结果"]


def test_output_that_cannot_be_written(run: Run, report: Path, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "没有" / "结果.json", report / "结果.json", tmp_path / ("长" * 300)):
        done = run("check", report, "--output", place)
        assert done.status == 2
        assert "--output" in done.err


@pytest.mark.parametrize(("limit", "status"), [("0", 0), ("100", 1)])
def test_fail_under(run: Run, report: Path, limit: str, status: int) -> None:
    done = run("check", report, "--fail-under", limit)
    assert done.status == status
    assert done.out


@pytest.mark.parametrize("format_name", ["terminal", "jsonl"])
def test_strict_refuses_errors_and_missing_statutory_contents(
    run: Run, report: Path, tmp_path: Path, format_name: str
) -> None:
    def status(file: Path) -> int:
        assert run("check", file, "--format", format_name, "--fail-under", "60").status == 0
        return run("check", file, "--format", format_name, "--strict").status

    good = report.with_name("report_04.txt")
    spoilt = tmp_path / "有空白.txt"
    spoilt.write_text(good.read_text("utf-8").replace("\n", "\n全年开展法治宣传××场。\n", 1), "utf-8")
    assert (status(good), status(report), status(spoilt)) == (0, 1, 1)


def test_errors_and_warnings_are_counted_apart(run: Run) -> None:
    body = "一、主要做法\n开展宣传××场。\n审核文件__件。\n二、存在不足\n个别单位不规范。\n"
    text = f"某县2025年法治政府建设年度报告\n{body}"
    assert run("check", "-", "--quiet", stdin=text.encode()).out.endswith("；2处错误、1条提醒\n")
    assert "\n错误和提醒：2处错误、1条提醒\n" in run("check", "-", stdin=text.encode()).out


def test_a_file_not_audited_outweighs_a_low_score(run: Run, report: Path) -> None:
    assert run("check", report, "没有.txt", "--fail-under", "100").status == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "缺少"),
        (["check", "a.txt", "--format", "pdf"], "没有“pdf”这种格式"),
        (["check", "a.txt", "--fail-under", "x"], "数字"),
        (["check", "a.txt", "--fail-under", "101"], "0到100"),
        (["check", "a.txt", "--timeout", "inf"], "不超过86400秒"),
        (["check", "a.txt", "--timeout", "nan"], "不超过86400秒"),
        (["check", "a.txt", "--quiet", "--verbose"], "只能写一个"),
        (["check", "a.txt", "--wrong"], "没有“--wrong”这个选项"),
        (["check", "a.txt", "--output"], "后面要写上它的值"),
        (["chek"], "没有“chek”这个命令"),
        (["explain", "a.txt", "--element", "x"], "没有编号为“x”的要素"),
        (["explain", "a.txt", "b.txt"], "多写了"),
        (["rules", "show", "x"], "没有编号为“x”的规则"),
        (["rules"], "没有写命令"),
        ([], "没有写命令"),
    ],
)
def test_wrong_usage_is_told_in_chinese(run: Run, arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert "查看用法：auditor" in done.err
    assert "Error" not in done.err


def test_a_bad_catalogue_names_every_mistake(run: Run, report: Path, rules: Path) -> None:
    file = rules / "elements/legal_counsel.yaml"
    file.write_text(file.read_text().replace("weight: ", "wieght: ").replace("\nlimits: ", "\nlimit: "))
    done = run("check", report, "--rules", rules)
    assert (done.status, done.out) == (2, "")
    lines = done.err.splitlines()
    assert len(lines) >= 2
    assert all(line.startswith(f"{file}:") for line in lines)
    assert any("wieght" in line and "weight" in line for line in lines)


def test_a_rules_folder_that_is_not_there(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("check", report, "--rules", tmp_path / "无")
    assert done.status == 2
    assert "规则目录不存在" in done.err
