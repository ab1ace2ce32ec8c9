"""Reports against each other: passages that units share, and two years of the same unit."""

from auditor.comparing.sharing import Sharer
from auditor.comparing.years import compare

__all__ = ["Sharer", "compare"]
