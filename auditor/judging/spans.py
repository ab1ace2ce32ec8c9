"""Stretches of a sentence: clauses between commas, segments between semicolons and contrasts."""

import re

CLAUSE_CHARS = "，。；：！？\n"
CLAUSE_END = re.compile(f"[{CLAUSE_CHARS}]")
SEGMENT_END = re.compile(r"；|。|，(?=但|不过|然而|却)")


def clause(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """[start, end) widened to whole clauses, within [floor, ceiling)."""
    left = max(text.rfind(border, floor, start) for border in CLAUSE_CHARS) + 1
    after = CLAUSE_END.search(text, end, ceiling)
    return min(start, max(left, floor)), after.start() if after else max(end, ceiling)


def segment(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The stretch around [start, end) between semicolons and contrasts, within [floor, ceiling)."""
    left = floor
    for border in SEGMENT_END.finditer(text, floor, start):
        left = border.end()
    after = SEGMENT_END.search(text, end, ceiling)
    return left, after.start() if after else ceiling
