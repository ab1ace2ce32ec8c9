"""Names of units: what never tells two of them apart, and when one is another's without the place."""

import re
from collections.abc import Callable

Unify = Callable[[str], str]
"""Reads characters of other widths, and traditional ones, as the ordinary ones."""

_BLANK = re.compile(r"\s+")
_PLACE = "省市县区州旗盟镇乡"
_SAME = (
    (re.compile("人民政府"), "政府"),
    (re.compile("管理委员会"), "管委会"),
    (re.compile(f"(?<=[{_PLACE}])政府$|(?<=街道)办(?:事处)?$"), ""),
)
_SHORTEST = 4  # characters of a name that may be an abbreviation
_LIKE = 80


def plain_name(name: str, unify: Unify) -> str:
    """A name to compare by: 稷川縣 人民政府 -> 稷川县; an office of a government is another unit."""
    name = _BLANK.sub("", unify(name))
    for pattern, plain in _SAME:
        name = pattern.sub(plain, name)
    return name


def is_ending(one: str, other: str) -> bool:
    """Whether one of two different names is how the other ends."""
    return one != other and (one.endswith(other) or other.endswith(one))


def is_without_place(short: str, name: str) -> bool:
    """Whether a name without the place it begins with is the shorter one: 稷川县司法局 and 司法局 or 县司法局."""
    place = name.removesuffix(short)
    return bool(place) and place != name and (place.endswith((*_PLACE, "街道")) or short.startswith(tuple(_PLACE)))


def likeness(one: str, other: str) -> float:
    """How alike two names are, 100 for an ending or an abbreviation (住建局, 住房和城乡建设局), 0 when not enough."""
    from rapidfuzz.distance import LCSseq  # most runs have no name to compare
    from rapidfuzz.fuzz import ratio

    if is_ending(one, other):
        return 100.0
    length = min(len(one), len(other))
    if length >= _SHORTEST and LCSseq.similarity(one, other) == length and one[-1] == other[-1]:
        return 100.0
    return ratio(one, other, score_cutoff=_LIKE)
