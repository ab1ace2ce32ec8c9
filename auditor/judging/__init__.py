"""Matches -> verdicts with their grounds, and the score."""

from auditor.judging.auditor import Auditor

__all__ = ["Auditor"]
