"""Profiles, project files and rule writing on the command line."""

import json
import shutil
from pathlib import Path

import pytest
from cli_running import Run

KEYS = {"id", "kind", "name", "weight", "basis", "applies_to", "examples"}


def test_the_full_list_as_data(run: Run) -> None:
    done = run("rules", "list", "--profile", "full", "--format", "json")
    entries = json.loads(done.out)
    elements = [entry for entry in entries if entry["kind"] == "element"]
    assert done.status == 0
    assert len(elements) >= 40
    assert all(set(entry) >= KEYS for entry in entries)
    assert all(entry["basis"] and entry["applies_to"] and entry["examples"] >= 6 for entry in elements)
    assert "township" not in next(entry for entry in elements if entry["id"] == "legislation")["applies_to"]


def test_the_list_names_the_profiles(run: Run) -> None:
    assert "可用的审核方案：core、example_province、full" in run("rules", "list").out


def test_the_core_is_what_is_audited_without_a_word(run: Run, report: Path) -> None:
    plain = run("check", report, "--format", "json")
    assert plain.out == run("check", report, "--format", "json", "--profile", "core").out
    assert len(json.loads(plain.out)["reports"][0]["elements"]) == 5


def test_a_profile_is_chosen_by_name(run: Run, report: Path) -> None:
    card = json.loads(run("check", report, "--format", "json", "--profile", "full").out)
    assert card["catalogue"]["name"] == "法治政府建设年度报告全面审核"
    assert len(card["reports"][0]["elements"]) >= 40


def test_an_unknown_profile(run: Run, report: Path) -> None:
    done = run("check", report, "--profile", "ful")
    assert (done.status, done.out) == (2, "")
    assert "没有审核方案“ful”（是不是“full”？" in done.err


@pytest.fixture
def project(tmp_path: Path, report: Path) -> Path:
    folder = tmp_path / "项目/2023"
    folder.mkdir(parents=True)
    waivers = "".join(
        f"  - {{rule: {rule}, reason: 另行报告, author: 某办, until: {until}, scope: {{units: ['*']}}}}\n"
        for rule, until in (("legal_counsel", "2020-12-31"), ("court_appearance", "2999-12-31"))
    )
    text = f"name: 本地项目\nextends: core\nwaivers:\n{waivers}"
    (tmp_path / "项目/auditor.yaml").write_text(text, encoding="utf-8")
    shutil.copy(report, folder / "报告.txt")
    return folder


def test_the_project_file_is_used_and_said(run: Run, project: Path) -> None:
    done = run("check", project, "--format", "json")
    assert json.loads(done.out)["catalogue"]["name"] == "本地项目"
    assert "按项目文件" in done.err


def test_a_waiver_expired_or_idle_is_announced(run: Run, project: Path) -> None:
    done = run("check", project / "报告.txt", "--format", "json")
    found = {finding["id"] for finding in json.loads(done.out)["reports"][0]["findings"]}
    assert "waiver_expired" in found
    assert "“法律顾问”的豁免（某办批准，有效期至2020-12-31" in done.err


def test_a_profile_named_outweighs_the_project(run: Run, project: Path) -> None:
    done = run("check", project, "--format", "json", "--profile", "core")
    assert json.loads(done.out)["catalogue"]["name"] == "法治政府建设年度报告核心要素"
    assert done.err == ""


def test_a_new_rule_is_written_and_can_be_listed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "本地规则"
    done = run("rules", "new", "holiday_rules", folder)
    assert (done.status, done.out) == (0, "")
    profile = folder / "方案.yaml"
    assert "holiday_rules" in run("rules", "list", "--profile", profile).out
    assert run("rules", "test", "--profile", profile).status == 1
    again = run("rules", "new", "holiday_rules", folder)
    assert again.status == 2
    assert "已经有了" in again.err


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("rules", "schema", "profile").out)["properties"]["waivers"]
    assert run("rules", "schema", "law").status == 2


def test_commands_without_reports_use_the_project_of_the_current_folder(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    for command in (("list",), ("show", "legal_counsel"), ("list", "--format", "json")):
        assert "项目/auditor.yaml" in run("rules", *command).err
    assert "本地项目" in run("rules", "list").out
    assert run("rules", "list", "--profile", "core").err == ""


def test_a_project_file_below_the_folder_given_is_not_heeded_and_said(run: Run, project: Path, tmp_path: Path) -> None:
    done = run("check", tmp_path, "--quiet")
    assert "下级文件夹里的项目文件没有采用" in done.err
    assert "下级" not in run("check", project.parent, "--quiet").err


def test_names_in_rules_do_not_reach_the_terminal_raw(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "a.yaml"
    profile.write_text('name: "甲\\e[31m\\u009b乙"\nextends: core\n', encoding="utf-8")
    shown = run("rules", "list", "--profile", profile).out
    assert "甲\\x1b[31m\\x9b乙" in shown
