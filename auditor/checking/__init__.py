"""Form and number checks: what is there and wrong, as findings beside the verdicts on what is missing."""

from auditor.checking.checker import Checker

__all__ = ["Checker"]
