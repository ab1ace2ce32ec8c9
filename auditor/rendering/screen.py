"""The format “terminal”: a laid-out scorecard in a terminal, plain lines in a pipe or file."""

from auditor.rendering import plain, quiet
from auditor.rendering.view import View
from auditor.scorecard import Scorecard


def render(scorecard: Scorecard, view: View) -> str:
    """The scorecard for a person to read."""
    if view.detail == "quiet":
        return quiet.render(scorecard, view)
    if not view.is_terminal:
        return plain.render(scorecard, view)
    from auditor.rendering import terminal

    return terminal.render(scorecard, view)
