"""A real Dask scheduler with two worker processes on this machine; one is killed half-way."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from batch_samples import fill

from auditor.batch import ClusterError, Plan, audit_many, find
from auditor.batch.cache import usage
from auditor.batch.cluster import Cluster
from auditor.catalogue import load_catalogue
from auditor.scorecard import Failure

CHECK = [sys.executable, "-m", "auditor", "check"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@contextmanager
def processes(folder: Path, *, count: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address and its workers."""
    file = folder / "scheduler.json"
    log = (folder / "log.txt").open("wb")
    started: list[subprocess.Popen[bytes]] = []

    def start(command: str, *options: str) -> None:
        arguments = [sys.executable, "-m", "distributed.cli." + command, "--scheduler-file", str(file), *options]
        started.append(subprocess.Popen(arguments, cwd=folder, stdout=log, stderr=log))

    try:
        start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        wait_for(file.exists)
        for _ in range(count):
            start("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        wait_for(lambda: (folder / "log.txt").read_text().count("Registered to:") >= count)
        yield json.loads(file.read_text())["address"], started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()
        log.close()


def wait_for(condition: object, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.mark.engines
def test_a_cluster_that_loses_a_worker_gives_the_same_lines(tmp_path: Path, own_cache: Path) -> None:
    paths = fill(tmp_path / "reports", 1200)
    Path(paths[200]).write_bytes(b"")
    run = [*CHECK, str(tmp_path / "reports"), "--format", "jsonl"]
    here = subprocess.run([*run, "--no-cache"], capture_output=True, check=False)
    with processes(tmp_path, count=2) as (address, workers):
        on_cluster = [*run, "--engine", "dask", "--scheduler", address]
        process = subprocess.Popen(on_cluster, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        wait_for(lambda: usage(own_cache)[0] >= 100)
        workers[0].send_signal(signal.SIGKILL)
        assert usage(own_cache)[0] < 1100
        out, error = process.communicate(timeout=300)
        again = subprocess.run([*on_cluster, "--resume"], capture_output=True, check=False)
    assert (out, process.returncode) == (here.stdout, 3), error.decode()
    assert again.stdout == here.stdout, again.stderr.decode()
    assert "以前已经审核过的1199份取自缓存，本次新审核1份。" in again.stderr.decode()


@pytest.mark.engines
def test_a_file_that_kills_its_workers_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One worker dies of the whole batch, one of the file alone, and the third audits the others."""
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    paths = fill(tmp_path / "reports", 3)
    with processes(tmp_path, count=3) as (address, _), Cluster(address, load_catalogue(), None, 60) as cluster:
        send = cluster._send

        def deadly(batch: list[str]) -> object:
            return cluster._client.submit(os._exit, 1, pure=False) if paths[1] in batch else send(batch)

        monkeypatch.setattr(cluster, "_send", deadly)
        results = cluster.submit(paths)()
    assert [result.path for result in results] == paths
    (failure,) = (result.content for result in results if isinstance(result.content, Failure))
    assert (failure.path, failure.kind) == (paths[1], "internal")


@pytest.mark.engines
def test_a_scheduler_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.batch.cluster.SECONDS_TO_CONNECT", 1)
    with pytest.raises(ClusterError, match="连不上调度器"):
        list(audit_many([], load_catalogue(), Plan(scheduler="tcp://127.0.0.1:9")))


@pytest.mark.engines
def test_addresses_of_stores_are_searched(tmp_path: Path) -> None:
    paths = fill(tmp_path / "reports", 3)
    plan = Plan(scheduler="tcp://unused")
    found = find([f"file://{tmp_path}/reports", f"file://{tmp_path}/reports/*2.txt", paths[0]], plan).items
    assert found == [*(f"file://{path}" for path in paths), paths[0]]  # the pattern names one of them once more
    with pytest.raises(ClusterError, match="打不开“nowhere://x”"):
        find(["nowhere://x"], plan)


@pytest.mark.engines
@pytest.mark.parametrize(("example", "target"), [("on_dask_bag.py", "out"), ("on_ray.py", "out/all.jsonl")])
def test_the_examples_give_the_lines_of_a_local_run(tmp_path: Path, example: str, target: str) -> None:
    (tmp_path / "out").mkdir()
    fill(tmp_path / "reports", 30)
    here = subprocess.run(
        [*CHECK, str(tmp_path / "reports"), "--format", "jsonl"], capture_output=True, text=True, check=True
    )
    command = [sys.executable, str(EXAMPLES / example), str(tmp_path / "reports"), str(tmp_path / target)]
    subprocess.run(command, check=True)
    lines = "".join(file.read_text(encoding="utf-8") for file in sorted((tmp_path / "out").iterdir()))
    assert lines == here.stdout
