"""Statistics that a supervisor reads, from scorecards alone."""

from auditor.statistics.rollcall import RollCall
from auditor.statistics.roster import Member, RosterError, read_roster
from auditor.statistics.tallies import statistics_of

__all__ = ["Member", "RollCall", "RosterError", "read_roster", "statistics_of"]
