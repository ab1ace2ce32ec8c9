"""Worker processes: order, and files that kill or hang their worker."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import active_children

import pytest
from batch_samples import HostileOrder

from auditor.batch.clock import time_limit
from auditor.batch.pool import Pool
from auditor.batch.result import Result
from auditor.scorecard import Failure


def kinds(results: list[Result]) -> dict[str, str]:
    return {result.path: result.content.kind for result in results if isinstance(result.content, Failure)}


def test_a_file_that_kills_or_hangs_its_worker_costs_itself_alone() -> None:
    with Pool(HostileOrder(), 2) as pool:
        waits = [pool.submit(paths) for paths in (["a", "kill", "b"], ["c"], ["hang", "d"])]
        results = [result for wait in waits for result in wait()]
        assert pool.submit(["e"])()[0].path == "e"
    assert [result.path for result in results] == ["a", "kill", "b", "c", "hang", "d"]
    told = kinds(results)
    assert told == {"a": "empty", "kill": "internal", "b": "empty", "c": "empty", "hang": "timeout", "d": "empty"}
    messages = {result.path: result.content.error for result in results if isinstance(result.content, Failure)}
    assert "异常终止" in messages["kill"]
    assert "超过0.9秒" in messages["hang"]


def test_a_worker_that_dies_while_it_sends_is_not_waited_for() -> None:
    with Pool(HostileOrder(), 2) as pool:
        assert kinds(pool.submit(["a", "half", "b"])()) == {"a": "empty", "half": "internal", "b": "empty"}


def test_leaving_early_does_not_wait_for_the_workers() -> None:
    with Pool(HostileOrder(), 1) as pool:
        pool.submit(["a"])()
        workers = set(active_children())
        pool.submit(["slow"] * 100)
        begun = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            leave(pool)
    assert time.monotonic() - begun < 5
    assert not workers & set(active_children())


def test_leaving_does_not_wait_for_what_a_worker_has_half_sent() -> None:
    before = set(active_children())
    pool = Pool(HostileOrder(), 1)
    pool.submit(["a"])()
    (worker,) = set(active_children()) - before
    pool.submit(["half"])
    worker.join(5)
    with pytest.raises(KeyboardInterrupt):
        leave(pool)


def leave(pool: Pool) -> None:
    with pool:
        raise KeyboardInterrupt


def test_ctrl_c_is_for_the_parent_alone() -> None:
    with Pool(HostileOrder(), 1) as pool:
        pool.submit(["a"])()
        wait = pool.submit(["slow"])
        for worker in active_children():
            os.kill(worker.pid or 0, signal.SIGINT)
        assert kinds(wait()) == {"slow": "empty"}


def test_a_time_limit_interrupts_python_code_and_leaves_the_alarm_as_it_was() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TimeoutError), time_limit(0.05):
        time.sleep(5)
    assert signal.getsignal(signal.SIGALRM) is before
    with time_limit(5):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


Wait = Callable[[], list[Result]]


def test_a_stream_keeps_order_and_works_ahead_only_so_far() -> None:
    from auditor.batch.stream import stream

    class Engine:
        chunk = 2
        ahead = 3
        open = most = 0

        def submit(self, paths: Sequence[str]) -> Wait:
            self.open += 1
            self.most = max(self.most, self.open)

            def wait() -> list[Result]:
                self.open -= 1
                return [Result(path, Failure(path, "", "empty")) for path in paths]

            return wait

    engine = Engine()
    lost = Failure("没有", "找不到", "unreadable")
    items: list[str | Failure] = [lost, *map(str, range(20)), "-", lost]
    results = list(stream(items, engine, None, lambda path: Failure(path, "这里", "empty")))
    assert [result.path for result in results] == ["没有", *map(str, range(20)), "-", "没有"]
    assert engine.most == engine.ahead + 1
    assert engine.open == 0
    assert results[-2].content == Failure("-", "这里", "empty")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are never forked")
def test_a_process_with_other_threads_does_not_fork() -> None:
    assert kind_of_workers() == {"ForkProcess"}
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert kind_of_workers() == {"SpawnProcess"}
    finally:
        over.set()
        thread.join()


def kind_of_workers() -> set[str]:
    before = set(active_children())
    with Pool(HostileOrder(), 1) as pool:
        assert kinds(pool.submit(["a"])()) == {"a": "empty"}
        return {type(each).__name__ for each in active_children() if each not in before}


def test_a_time_limit_rings_again_where_its_error_was_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.batch.clock.AGAIN", 0.05)
    begun = time.monotonic()
    with pytest.raises(TimeoutError), time_limit(0.05):
        with contextlib.suppress(TimeoutError):
            time.sleep(10)
        time.sleep(10)
    assert time.monotonic() - begun < 5
