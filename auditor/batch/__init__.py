"""Many reports: each audited by itself, so that a broken one never stops the others.

`audit_paths` is the plain way, one after another; `audit_many` has worker processes or a cluster, and the cache;
`audit_batch` is for engines of other makes.
"""

from auditor.batch.cluster import ClusterError
from auditor.batch.many import Found, Plan, audit_many, find
from auditor.batch.portable import audit_batch
from auditor.batch.result import Result
from auditor.batch.run import audit_paths
from auditor.batch.serial import Outcome, from_plain, to_plain

__all__ = [
    "ClusterError",
    "Found",
    "Outcome",
    "Plan",
    "Result",
    "audit_batch",
    "audit_many",
    "audit_paths",
    "find",
    "from_plain",
    "to_plain",
]
