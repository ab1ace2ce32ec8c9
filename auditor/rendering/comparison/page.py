"""The comparison as one self-contained page."""

from auditor.comparison import Comparison
from auditor.rendering.comparison.wording import (
    CARRIED_NOTE,
    PROMISES_NOTE,
    outcome_of,
    place_of,
    share_of,
    tally_of_promises,
)
from auditor.rendering.view import View
from auditor.rendering.webpage.template import fill


def render(comparison: Comparison, view: View) -> str:
    """The page; the same at every width and detail."""
    del view
    return fill(
        "compare.html",
        it=comparison,
        promises_note=PROMISES_NOTE,
        carried_note=CARRIED_NOTE,
        outcome_of=outcome_of,
        place_of=place_of,
        share=share_of(comparison),
        tally=tally_of_promises(comparison),
    )
