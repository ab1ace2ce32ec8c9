"""auditor: what an annual rule-of-law report gives, and what it lacks."""

__version__ = "0.1.0"
