"""Audits a folder on Ray, and writes JSON Lines.

    python on_ray.py FOLDER OUT.jsonl [ADDRESS]

The address is that of a Ray cluster ("auto", "ray://…"); without it Ray runs on this machine alone. Every machine
needs the same version of the auditor and must see the reports under the same paths. Ray comes by `pip install ray`.
"""

import sys
from pathlib import Path

import ray

from auditor.batch import Result, audit_batch, from_plain
from auditor.batch.fingerprint import of_program
from auditor.reading import find_files

BATCH = 150


def main(source: str, target: str, address: str | None = None) -> None:
    """Audit the reports of the folder `source` and write to the file `target`."""
    found = find_files([source])
    paths = [item for item in found if isinstance(item, str)]
    for failure in (item for item in found if not isinstance(item, str)):
        print(f"{failure.path}：{failure.error}", file=sys.stderr)
    ray.init(address=address, include_dashboard=False, log_to_driver=False)
    audit = ray.remote(max_retries=3)(audit_batch)
    batches = [audit.remote(paths[at : at + BATCH], program=of_program()) for at in range(0, len(paths), BATCH)]
    with Path(target).open("w", encoding="utf-8") as out:
        for batch in batches:
            out.writelines(f"{Result(told['path'], from_plain(told)).line}\n" for told in ray.get(batch))
    ray.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
