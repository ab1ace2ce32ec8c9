"""The command line: parse, call, print."""

from auditor.cli.main import main, run_command

__all__ = ["main", "run_command"]
