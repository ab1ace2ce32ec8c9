"""What to write instead of a name that is not known."""

import difflib
from collections.abc import Iterable

MOST = 24


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The known name nearest to `name` as a question; where none is near, `otherwise` or the names there are."""
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return f"是不是“{close[0]}”？"
    return otherwise or (f"可用的有：{'、'.join(names[:MOST])}" if names else "")
