"""How a scorecard is to be shown: what every renderer is told besides the scorecard itself."""

from dataclasses import dataclass
from typing import Literal

Detail = Literal["quiet", "normal", "verbose"]


@dataclass(frozen=True, slots=True)
class View:
    """How to show a scorecard.

    Attributes:
        width: Columns of the terminal.
        is_terminal: Whether a person looks at it in a terminal; else plain lines without colour and boxes.
        has_color: Whether that terminal shows colours.
        detail: How much to show.
    """

    width: int = 80
    is_terminal: bool = False
    has_color: bool = False
    detail: Detail = "normal"
