"""`auditor check` on a folder: lines, cache, progress."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Run


@pytest.fixture
def folder(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six reports and one empty file, and a cache of the test's own."""
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    (tmp_path / "报告").mkdir()
    for number in range(6):
        (tmp_path / "报告" / f"{number}.txt").write_text(report.read_text() + f"\n{number}", encoding="utf-8")
    (tmp_path / "报告" / "3b.txt").touch()
    return tmp_path / "报告"


def test_lines_are_the_reports_of_the_contract_with_failures_in_their_place(run: Run, folder: Path) -> None:
    done = run("check", folder, "--format", "jsonl")
    whole = json.loads(run("check", folder, "--format", "json").out)
    assert done.status == 3
    assert done.err == f"{folder}/3b.txt：{whole['failures'][0]['error']}\n"
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert lines.pop(4) == {"failure": whole["failures"][0]}
    assert lines == whole["reports"]


@pytest.mark.parametrize("format_name", ["jsonl", "json", "terminal"])
def test_workers_and_cache_change_nothing_of_the_output(run: Run, folder: Path, format_name: str) -> None:
    command = ["check", str(folder), "--format", format_name]
    plain = run(*command)
    assert run(*command, "--workers", "2") == plain
    again = run(*command, "--workers", "2", "--resume")
    assert again.out == plain.out
    assert "以前已经审核过的6份取自缓存，本次新审核1份。\n" in again.err


def test_lines_into_a_file(run: Run, folder: Path, tmp_path: Path) -> None:
    shown = run("check", folder, "--format", "jsonl")
    saved = run("check", folder, "--format", "jsonl", "--output", tmp_path / "结果.jsonl")
    assert (saved.status, saved.out) == (3, "")
    assert (tmp_path / "结果.jsonl").read_text(encoding="utf-8") == shown.out
    assert not (tmp_path / "结果.jsonl.part").exists()


@pytest.mark.parametrize(("limit", "status"), [("0", 0), ("100", 1)])
def test_fail_under_holds_for_lines(run: Run, folder: Path, limit: str, status: int) -> None:
    (folder / "3b.txt").unlink()
    for workers in ([], ["--workers", "1"], ["--workers", "1"]):
        assert run("check", folder, "--format", "jsonl", "--fail-under", limit, *workers).status == status


def test_cache_show_and_clear(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("cache", "show").out == f"位置：{tmp_path}/cache\n结果：0份，0.0MB\n"
    run("check", folder, "--workers", "1", "--quiet")
    assert "结果：6份" in run("cache", "show").out
    assert run("cache", "clear").out == "已清空缓存：6份结果。\n"
    assert "结果：0份" in run("cache", "show").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--workers", "0"], "至少为1"),
        (["--timeout", "0"], "应当大于0"),
        (["--resume", "--no-cache"], "不能与 --no-cache 同时写"),
        (["--engine", "spark"], "没有“spark”"),
        (["--engine", "dask"], "要一起写"),
        (["--scheduler", "tcp://x:1"], "要一起写"),
        (["--engine", "dask", "--scheduler", "tcp://x:1", "--workers", "2"], "不能写 --workers"),
    ],
)
def test_options_that_contradict_each_other(run: Run, report: Path, arguments: list[str], words: str) -> None:
    done = run("check", report, *arguments)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_without_dask_the_user_is_told_what_to_install(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = run("check", report, "--engine", "dask", "--scheduler", "tcp://x:1")
    assert done.status == 2
    assert "pip install 'auditor[cluster]'" in done.err


@pytest.mark.parametrize("columns", ["120", "80"])
def test_a_person_sees_progress_with_rate_and_time_left(folder: Path, columns: str) -> None:
    (folder / ("各单位报送材料" * 10)).mkdir()
    (folder / ("各单位报送材料" * 10) / "z.txt").write_text("附件")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "auditor", "check", str(folder), "--format", "jsonl", "--timeout", "30"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": columns}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while part := read_some(leader):
        shown += part
    process.wait()
    os.close(leader)
    for words in ("正在审核", "8/8", "每秒", "剩余"):
        assert words in shown.decode()


def read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
