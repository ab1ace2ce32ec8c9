"""Whether two names can be those of one body: a county's and its town's, a department's full name and its short one."""

import re
from typing import Literal

TAILS = (
    "人民政府", "街道办事处", "办事处", "管理委员会", "管委会", "党工委", "党委", "委员会", "政府",
)  # fmt: skip
PLACE = re.compile(
    r"(?:.*(?:省|自治区|自治州|自治县|[^地城社园景辖]区|[^城]市|州|县|旗|盟))?(?P<own>.{2,9}(?:街道|镇|乡|县|区|旗|市))$"
)
HERE = re.compile(r"^(?:本|我|全)?(?:省|市(?!场)|县|区|州|旗)")
BUREAU = re.compile(
    r"(?:.*(?:省|自治区|自治州|州|盟|市(?!场)))?"
    r"(?P<place>.{2,7}?(?:县|[^城新]区|[^城]市(?!场)|旗))?(?P<own>[^县区旗]{2,16}局)"
)
SMALL = ("镇", "乡", "街道")

Conflict = Literal["", "doubtful", "certain"]


def conflict(reported: str, signed: str) -> Conflict:
    """Whether two bodies surely or probably differ; "" where they can be one."""
    if signed in reported or reported in signed:
        return ""
    one, other = bureau(reported), bureau(signed)
    if one and other:
        return _of_bureaus(one, other)
    if other and reported.endswith("人民政府"):
        return "doubtful"
    here, there = own_place(reported), own_place(signed)
    if not here or not there or here.endswith(there) or there.endswith(here) or here in signed or there in reported:
        return ""
    if here[-1] == there[-1]:
        return "certain"
    return "doubtful" if here.endswith(SMALL) and there.endswith(SMALL) else ""


def own_place(unit: str) -> str:
    """稷川县 for 中共稷川县委员会, 柏岭镇 for 云杉县柏岭镇人民政府; "" for a department or what is unclear."""
    name = unit.strip().removeprefix("中共")
    for tail in TAILS:
        if name.endswith(tail):
            name = name[: -len(tail)] + ("街道" if tail == "街道办事处" else "")
            break
    found = PLACE.fullmatch(name)
    return found["own"] if found else ""


def bureau(unit: str) -> tuple[str, str] | None:
    """The place ("" for none) and the own name of a bureau: (清河县, 司法局)."""
    name = HERE.sub("", unit.strip(), count=1)
    found = None if name.endswith("分局") else BUREAU.fullmatch(name)
    return (found["place"] or "", found["own"]) if found else None


def _of_bureaus(one: tuple[str, str], other: tuple[str, str]) -> Conflict:
    if one[0] and other[0] and one[0] != other[0]:
        return "certain" if one[1] == other[1] else "doubtful"
    return "" if _shortens(one[1], other[1]) or _shortens(other[1], one[1]) else "doubtful"


def _shortens(short: str, name: str) -> bool:
    """Whether the characters of one stand in the other in this order: 住建局, 住房和城乡建设局."""
    chars = iter(name)
    return all(char in chars for char in short)
