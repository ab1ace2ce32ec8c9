"""auditor: what an annual rule-of-law report gives, and what it lacks."""

__version__ = "0.1.0"

# What pages and letters written by auditor name as their maker, so that none is audited as a report.
MAKER = "auditor"
