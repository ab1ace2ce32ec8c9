"""Many reports: each audited by itself, so that a broken one never stops the others."""

from auditor.batch.run import Outcome, audit_paths

__all__ = ["Outcome", "audit_paths"]
