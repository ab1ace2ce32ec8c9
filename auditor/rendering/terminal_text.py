"""Building blocks of the terminal display: styles, and text folded to a width with its styles kept."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from auditor.rendering.folding import fold
from auditor.terms import BlockState, Severity, Verdict

Span = tuple[str, str]

VERDICT_STYLES: dict[Verdict, str] = {
    "met": "green",
    "weak": "yellow",
    "mentioned": "magenta",
    "missing": "bold red",
    "exempt": "cyan",
    "not_applicable": "dim",
    "unread": "bold yellow",
}
BLOCK_STYLES: dict[BlockState, str] = {
    "present": "green",
    "absent": "bold red",
    "unread": "bold yellow",
    "not_asked": VERDICT_STYLES["not_applicable"],
}
SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "advice": "cyan"}
MARK = "bold underline"
HEADING = "bold"
FAINT = "dim"


def folded(spans: Sequence[Span], width: int, indent: int = 0) -> Text:
    """Text of lines at most `width` columns wide, the indent included."""
    text = Text(no_wrap=True, end="")
    for number, line in enumerate(fold(spans, width - indent)):
        text.append("\n" if number else "")
        text.append(" " * indent)
        for part, style in line:
            text.append(part, style)
    return text


def styled_marks(pieces: Iterable[tuple[str, bool]], base: str = "") -> list[Span]:
    """Pieces of a passage with the matched words marked."""
    return [(text, MARK if is_match else base) for text, is_match in pieces]


def line(*spans: Span) -> Text:
    """One line of styled stretches, not folded."""
    text = Text(no_wrap=True, end="")
    for part, style in spans:
        text.append(part, style)
    return text
