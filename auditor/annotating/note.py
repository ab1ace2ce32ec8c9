"""What a comment says, and of which passage."""

from typing import NamedTuple

from auditor.rendering.cleaning import one_line
from auditor.scorecard import Citation


class Note(NamedTuple):
    """A comment to be.

    Attributes:
        start: Offset of the passage in the text as read.
        end: Offset after it.
        shown: The passage as it may be printed.
        lines: What the comment says.
    """

    start: int
    end: int
    shown: str
    lines: tuple[str, ...]


def note(citation: Citation, *lines: str) -> Note:
    """A comment on a passage that the card cites."""
    return Note(citation.start, citation.end, citation.shown, lines)


def refused(why: str) -> str:
    """What is said of a passage that does not count."""
    return f"此处未采信：{one_line(why).rstrip('。')}。"
