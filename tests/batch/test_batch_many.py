"""A folder by worker processes: the same as one after another; the cache; a run that was killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_samples import REPORTS, fill
from cli_running import heed_ctrl_c

from auditor.batch import Plan, audit_many, audit_paths, find, from_plain
from auditor.batch.bench import Order
from auditor.batch.cache import Cache, key_of, usage
from auditor.batch.portable import OtherProgram, audit_batch
from auditor.batch.record import Record
from auditor.catalogue import Catalogue, load_catalogue
from auditor.judging import Auditor
from auditor.rendering.contract import failure_line, report_line
from auditor.scorecard import Failure, ReportCard


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def one_by_one(paths: list[str], catalogue: Catalogue) -> list[str]:
    outcomes = audit_paths(paths, Auditor(catalogue))
    return [failure_line(each) if isinstance(each, Failure) else report_line(each) for each in outcomes]


def test_workers_give_what_one_after_another_gives_and_so_does_the_cache(
    catalogue: Catalogue, tmp_path: Path, own_cache: Path
) -> None:
    paths = fill(tmp_path / "reports", 20)
    Path(paths[3]).write_bytes(b"")
    plan = Plan(workers=2)
    first = list(audit_many(find([str(tmp_path / "reports")], plan).items, catalogue, plan))
    assert [result.line for result in first] == one_by_one(paths, catalogue)
    assert not any(result.is_from_cache for result in first)
    assert usage(own_cache)[0] == 19
    second = list(audit_many(paths, catalogue, plan))
    assert [result.is_from_cache for result in second] == [index != 3 for index in range(20)]
    assert [result.line for result in second] == [result.line for result in first]
    assert [repr(result.outcome) for result in second] == [repr(result.outcome) for result in first]


def test_without_the_cache_nothing_is_kept_or_taken(catalogue: Catalogue, tmp_path: Path, own_cache: Path) -> None:
    paths = fill(tmp_path / "reports", 2)
    list(audit_many(paths, catalogue, Plan(workers=1, uses_cache=False)))
    assert not own_cache.exists()


def test_a_few_files_need_neither_workers_nor_cache(catalogue: Catalogue, tmp_path: Path, own_cache: Path) -> None:
    paths = fill(tmp_path / "reports", 2)
    results = list(audit_many(paths, catalogue, Plan()))
    assert all(isinstance(result.content, ReportCard) for result in results)
    assert not own_cache.exists()


def test_a_bench_takes_from_the_cache_what_another_put_there(catalogue: Catalogue, own_cache: Path) -> None:
    path = str(REPORTS / "report_01.txt")
    cache = Cache.open(catalogue)
    assert cache is not None
    planted = ReportCard("", "先前的", "", "unknown", None, 1.0, "", (), (), ())
    cache.put(key_of(Path(path).read_bytes(), path), Record.pack(planted))
    result = Order(catalogue, cache.folder, 60).make().audit(path)
    assert result.is_from_cache
    assert result.outcome == ReportCard(path, "先前的", "", "unknown", None, 1.0, "", (), (), ())


def test_a_pipe_is_read_in_this_process(catalogue: Catalogue) -> None:
    text = (REPORTS / "report_01.txt").read_text(encoding="utf-8")
    code = (
        "from auditor.batch import Plan, audit_many; from auditor.catalogue import load_catalogue;"
        "print(*(r.outcome.title for r in audit_many(['/dev/stdin'], load_catalogue(), Plan(workers=1))))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("稷川县人民政府关于2023年度")


def test_a_batch_is_plain_data_of_the_same_results(catalogue: Catalogue, tmp_path: Path) -> None:
    paths = [*fill(tmp_path / "reports", 3), "没有.txt"]
    told = audit_batch(paths)
    assert [each["path"] for each in told] == paths
    assert [each["key"] is None for each in told] == [False, False, False, True]
    outcomes = [from_plain(each) for each in told]
    assert [repr(each) for each in outcomes] == [repr(each) for each in audit_paths(paths, Auditor(catalogue))]


def test_a_batch_reads_from_stores_too(tmp_path: Path) -> None:
    (path,) = fill(tmp_path / "reports", 1)
    near, far, lost = audit_batch([path, f"file://{path}", "file:///没有"])
    assert far["report"]["score"] == near["report"]["score"]
    assert far["key"] == near["key"]
    assert lost["failure"]["kind"] == "unreadable"


def test_a_batch_refuses_to_run_with_another_program() -> None:
    with pytest.raises(OtherProgram):
        audit_batch([], program="another")


def test_a_killed_run_is_finished_by_the_same_command(tmp_path: Path, own_cache: Path) -> None:
    fill(tmp_path / "reports", 120)
    whole, resumed = tmp_path / "whole.jsonl", tmp_path / "resumed.jsonl"
    command = [sys.executable, "-m", "auditor", "check", str(tmp_path / "reports"), "--workers", "2"]
    command += ["--format", "jsonl", "--output"]
    process = subprocess.Popen([*command, str(resumed)])
    deadline = time.monotonic() + 30
    while usage(own_cache)[0] < 10:
        assert time.monotonic() < deadline
        assert process.poll() is None, "it was done before it could be killed"
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not resumed.exists()
    done = subprocess.run([*command, str(resumed), "--resume"], capture_output=True, text=True, check=True)
    kept = int(done.stderr.split("的")[1].split("份")[0])
    assert 10 <= kept < 120
    assert done.stderr == f"以前已经审核过的{kept}份取自缓存，本次新审核{120 - kept}份。\n"
    subprocess.run([*command, str(whole), "--no-cache"], check=True)
    assert resumed.read_bytes() == whole.read_bytes()


def test_ctrl_c_keeps_what_is_done_and_says_so(tmp_path: Path, own_cache: Path) -> None:
    fill(tmp_path / "reports", 200)
    command = [sys.executable, "-m", "auditor", "check", str(tmp_path / "reports"), "--workers", "2"]
    command += ["--format", "jsonl"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, preexec_fn=heed_ctrl_c
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, error = process.communicate(timeout=20)
    printed = len((first + rest).splitlines())
    assert process.returncode == 130
    message = "已中断：共200份，完成{}份，结果已存入缓存，加上 --resume 再运行同一命令，从中断处继续。\n"
    # One may be done and not yet printed.
    assert error.decode() in (
        message.format(printed),
        message.format(printed + 1),
    )
    assert usage(own_cache)[0] >= printed
    assert (first + rest).endswith(b"}\n")


def test_no_more_workers_than_there_is_work_for(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    monkeypatch.setattr("auditor.batch.pool.Pool.__init__", lambda self, order, workers: started.append(workers))
    monkeypatch.setattr("auditor.batch.pool.Pool.__exit__", lambda *_: None)
    monkeypatch.setattr("auditor.batch.many.stream", lambda *_, **__: iter(()))
    list(audit_many(["a.txt"] * 28, load_catalogue(), Plan(workers=500, uses_cache=False)))
    assert started == [4]
