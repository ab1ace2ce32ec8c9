"""Many files, by the plan the user gave."""

import os
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auditor.batch.cache import Cache
from auditor.batch.cluster import Cluster, find_in_store
from auditor.batch.result import Result
from auditor.batch.run import SECONDS, audit_path, audit_paths
from auditor.batch.serial import Outcome
from auditor.batch.stream import stream
from auditor.catalogue import Catalogue
from auditor.reading import DEFAULT, Limits, find_files
from auditor.scorecard import Failure

if TYPE_CHECKING:
    from auditor.judging import Auditor

FEW = 12


@dataclass(frozen=True, slots=True)
class Plan:
    """How to audit many files.

    Attributes:
        workers: Worker processes; None for one for each core, or none at all for a few files.
        uses_cache: Whether cards of earlier runs are taken, and new ones kept.
        seconds: Time to judge one document.
        scheduler: Address of a Dask scheduler; "" for this machine.
        limits: The bounds of reading.
        only_lines: Whether the lines of results are all that will be asked for, and no report cards.
    """

    workers: int | None = None
    uses_cache: bool = True
    seconds: float = SECONDS
    scheduler: str = ""
    limits: Limits = DEFAULT
    only_lines: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a run is to audit, and what not.

    Attributes:
        items: Paths and failures, as `find_files` gives them; for a cluster the files of object stores ("s3://…") too.
        repeats: Paths of files that stand among the items already, by that name or another, each with that one.
        passed: Files of folders that no reader takes.
    """

    items: list[str | Failure] = field(default_factory=list)
    repeats: list[tuple[str, str]] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)


def find(paths: Sequence[str], plan: Plan) -> Found:
    """The files to audit, each once.

    Raises:
        ClusterError: When a store cannot be asked.
    """
    found = Found()
    known: dict[object, str] = {}
    for path in paths:
        in_store = plan.scheduler and "://" in path
        for item in find_in_store(path) if in_store else find_files([path], found.passed.append):
            name = item.path if isinstance(item, Failure) else item
            same = identity(name)
            if same in known:
                found.repeats.append((name, known[same]))
            else:
                known[same] = name
                found.items.append(item)
    return found


def identity(path: str) -> object:
    """The same for all names of one file."""
    try:
        state = os.stat(path)  # noqa: PTH116 (a Path for each of 100,000 files takes its time)
    except (OSError, ValueError):
        return path
    return (state.st_dev, state.st_ino) if state.st_ino else path


def audit_many(items: Sequence[str | Failure], catalogue: Catalogue, plan: Plan) -> Generator[Result, None, None]:
    """Audits files, in order and in bounded memory. A few are audited here and now, without workers and cache.

    Args:
        items: Paths as `find_files` gives them; failures among them are passed on.
        catalogue: The catalogue to judge with.
        plan: How to go about it.

    Yields:
        One result for each item.

    Raises:
        ClusterError: When the cluster cannot be used.
    """
    if plan.workers is None and not plan.scheduler and len(items) <= FEW:
        auditor = _auditor(catalogue)
        yield from (
            Result(each.path, each) for each in audit_paths(items, auditor, limits=plan.limits, seconds=plan.seconds)
        )
        return
    cache = Cache.open(catalogue, plan.limits) if plan.uses_cache else None

    def audit_here(path: str) -> Outcome:
        return audit_path(path, _auditor(catalogue), plan.limits, plan.seconds)

    with _engine(catalogue, plan, cache, len(items)) as engine:
        yield from stream(items, engine, cache, audit_here, plan.limits, only_lines=plan.only_lines)


def _auditor(catalogue: Catalogue) -> "Auditor":
    from auditor.judging import Auditor  # a folder audited before needs none

    return Auditor(catalogue)


def _engine(catalogue: Catalogue, plan: Plan, cache: Cache | None, files: int) -> AbstractContextManager[Any]:
    if plan.scheduler:
        return Cluster(plan.scheduler, catalogue, cache, plan.seconds, plan.limits)
    from auditor.batch.bench import Order  # one file needs no processes
    from auditor.batch.pool import Pool

    order = Order(catalogue, cache.folder if cache else None, plan.seconds, plan.limits, plan.only_lines)
    chunks = -(-files // Pool.chunk) or 1  # more workers than that would have nothing to do
    return Pool(order, min(plan.workers or _cores(), chunks))


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
