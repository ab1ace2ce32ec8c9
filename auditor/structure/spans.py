"""Stretches of a sentence: clauses between commas, segments between semicolons and contrasts."""

import re

CLAUSE_CHARS = "，。；：！？\n"
CLAUSE_HEADS = CLAUSE_CHARS + "（、"
CLAUSE_END = re.compile(f"[{CLAUSE_CHARS}]")
BEFORE_CLAUSE = re.compile(f"(?s:.*)[{CLAUSE_CHARS}]")
TURNS = "但|不过|然而|却|只是"
SEGMENT_END = re.compile(f"；|。|，(?={TURNS})")


def clause(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """[start, end) widened to whole clauses, within [floor, ceiling)."""
    return clause_start(text, start, floor), clause_end(text, end, ceiling)


def clause_start(text: str, at: int, floor: int) -> int:
    """Where the clause before an offset begins, not before the floor."""
    before = BEFORE_CLAUSE.match(text, floor, at)
    return before.end() if before else min(at, floor)


def clause_end(text: str, at: int, ceiling: int) -> int:
    """Where the clause after an offset ends, not after the ceiling."""
    border = CLAUSE_END.search(text, at, ceiling)
    return border.start() if border else max(at, ceiling)


def segment(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The stretch around [start, end) between semicolons and contrasts, within [floor, ceiling)."""
    left = floor
    for border in SEGMENT_END.finditer(text, floor, start):
        left = border.end()
    after = SEGMENT_END.search(text, end, ceiling)
    return left, after.start() if after else ceiling


def opens_clause(text: str, at: int, floor: int) -> bool:
    """Whether a clause begins at an offset: at the floor, after a border, or after 、 or a bracket."""
    return at == floor or text[at - 1] in CLAUSE_HEADS
