"""Audits a folder or an object store with a Dask bag, and writes JSON Lines where Dask can write.

    python on_dask_bag.py FOLDER|s3://bucket/reports OUT|s3://bucket/results [tcp://scheduler:8786]

One file of lines for each batch, in the order of the reports: OUT/0.jsonl, OUT/1.jsonl … (with zeros in front where
there are more than ten). Needs `auditor[cluster]` on every machine, and for s3:// the package s3fs as well.
"""

import sys

import dask.bag
from distributed import Client

from auditor.batch import Plan, Result, audit_batch, find, from_plain
from auditor.batch.fingerprint import of_program

BATCH = 150


def lines(paths: list[str], program: str) -> list[str]:
    """The lines of one batch; runs on the cluster."""
    return [Result(told["path"], from_plain(told)).line for told in audit_batch(list(paths), program=program)]


def main(source: str, target: str, scheduler: str | None = None) -> None:
    """Audit the reports of `source`, a folder or an address, and write to `target`."""
    found = find([source], Plan(scheduler=scheduler or "here")).items
    paths = [item for item in found if isinstance(item, str)]
    for failure in (item for item in found if not isinstance(item, str)):
        print(f"{failure.path}：{failure.error}", file=sys.stderr)
    with Client(scheduler) if scheduler else Client(n_workers=2, threads_per_worker=1, dashboard_address=None):
        bag = dask.bag.from_sequence(paths, partition_size=BATCH)
        bag.map_partitions(lines, of_program()).to_textfiles(f"{target}/*.jsonl", last_endline=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
