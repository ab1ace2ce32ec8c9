"""Many files, by the plan the user gave."""

import os
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
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


def find_items(paths: Sequence[str], plan: Plan) -> list[str | Failure]:
    """The files below folders, as `find_files` gives them; for a cluster those of object stores ("s3://…") too.

    Raises:
        ClusterError: When a store cannot be asked.
    """
    items: list[str | Failure] = []
    for path in paths:
        items += find_in_store(path) if plan.scheduler and "://" in path else find_files([path])
    return items


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

    with _engine(catalogue, plan, cache) as engine:
        yield from stream(items, engine, cache, audit_here, plan.limits)


def _auditor(catalogue: Catalogue) -> "Auditor":
    from auditor.judging import Auditor  # a folder audited before needs none

    return Auditor(catalogue)


def _engine(catalogue: Catalogue, plan: Plan, cache: Cache | None) -> AbstractContextManager[Any]:
    if plan.scheduler:
        return Cluster(plan.scheduler, catalogue, cache, plan.seconds, plan.limits)
    from auditor.batch.bench import Order  # one file needs no processes
    from auditor.batch.pool import Pool

    order = Order(catalogue, cache.folder if cache else None, plan.seconds, plan.limits, plan.only_lines)
    return Pool(order, plan.workers or _cores())


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
