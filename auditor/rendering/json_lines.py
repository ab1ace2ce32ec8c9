"""JSON Lines: one report object of the contract a line, a failure as `{"failure": {…}}`."""

from auditor.submission import Submission


class Stream:
    """A run as JSON Lines; each failure stands where its file stood."""

    def begin(self, name: str, version: str) -> str:
        """Nothing: the lines do not name the catalogue."""
        del name, version
        return ""

    def report(self, line: str) -> str:
        """A report."""
        return f"{line}\n"

    def failure(self, line: str) -> str:
        """A failure."""
        return f'{{"failure":{line}}}\n'

    def end(self, submission: Submission) -> str:
        """Nothing."""
        del submission
        return ""
