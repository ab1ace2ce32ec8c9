"""Report x catalogue -> matches: one scan of the whole text, everything dearer only where the scan found something."""

from auditor.matching.matcher import Match, Matcher

__all__ = ["Match", "Matcher"]
