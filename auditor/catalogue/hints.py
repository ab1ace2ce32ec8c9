"""What to write instead of a name that is not known, or not for this."""

import difflib
from collections.abc import Collection, Iterable

MOST = 24


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "", *, also: str = "", cutoff: float = 0.5) -> str:
    """The known name nearest to `name` as a question; where none is near, `otherwise` or the names there are.

    Args:
        name: The name not known.
        known: Those that are.
        otherwise: What to say where none is near.
        also: What to say after the nearest, or the names there are.
        cutoff: How near is near; 1 for the same name.
    """
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=cutoff)
    if close:
        return f"是不是“{close[0]}”？{also}"
    listed = f"可用的有：{'、'.join(names[:MOST])}" if names else ""
    return otherwise or "；".join(filter(None, (listed, also)))


def why_not(act: str, rule: str, blocks: Collection[str], checks: Collection[str]) -> tuple[str, str] | None:
    """Why a profile cannot do something to what is no element, and what to do; None where it is no block or check."""
    if rule in blocks:
        return f"“{rule}”是法定内容，不能{act}", "请删去这一项"
    if rule in checks:
        return f"“{rule}”是检查，不能{act}", "请删去这一项；某些单位不提示的，请写在 waivers 里"
    return None
