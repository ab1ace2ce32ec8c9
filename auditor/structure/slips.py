"""Slips of typing and scanning read as the term they stand for: 法律顾间 -> 法律顾问, with the offsets kept.

Only terms that the catalogue lists are mended. Any number of characters may have been taken for ones that look like
them (rules/lexicon/slips.yaml); in terms of eight or more one character may be any other, one too many or one too few.
Words that are right as they stand (行政复议 for 行政诉讼) are never touched. Look-alikes are found by reading text and
terms without telling them apart, other slips by the half of the term that stands unharmed: both in linear time.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from auditor.catalogue.lexicon import Words
from auditor.structure.plain import Plain, PlainParagraph

NEVER_SLIPS = frozenset("，。；：、！？（）《》\n0123456789%")


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip that was mended: [start, end) in the mended plain text, what stood there, what it was read as.

    `similarity` is rapidfuzz's ratio of the two, 0 to 100.
    """

    start: int
    end: int
    found: str
    term: str
    similarity: float


@dataclass(frozen=True, slots=True)
class _Slip:
    start: int
    end: int
    term: str


def mend_slips(plain: Plain, words: Words) -> tuple[Plain, tuple[Repair, ...]]:
    """Mend the slips of a plain text."""
    slips = _without_overlap(_find(plain.text, words))
    if not slips:
        return plain, ()
    from rapidfuzz.fuzz import ratio  # most reports have no slips

    chars: list[str] = []
    source: list[int] = []
    repairs: list[Repair] = []
    ends, shifts = [slip.end for slip in slips], [0]
    at = 0
    for slip in slips:
        chars.append(plain.text[at : slip.start])
        source += plain.source[at : slip.start]
        found = plain.text[slip.start : slip.end]
        start = slip.start + shifts[-1]
        repairs.append(Repair(start, start + len(slip.term), found, slip.term, round(ratio(found, slip.term), 1)))
        chars.append(slip.term)
        source += _spread(plain.source, slip)
        at = slip.end
        shifts.append(shifts[-1] + len(slip.term) - (slip.end - slip.start))
    chars.append(plain.text[at:])
    source += plain.source[at:]
    paragraphs = tuple(_moved(paragraph, ends, shifts) for paragraph in plain.paragraphs)
    return Plain("".join(chars), source, paragraphs), tuple(repairs)


def _spread(source: list[int], slip: _Slip) -> list[int]:
    """Offsets for the characters of a mended term; those it has more than the slip stand at the slip's last."""
    last = slip.end - 1
    return [source[min(slip.start + index, last)] for index in range(len(slip.term))]


def _moved(paragraph: PlainParagraph, ends: list[int], shifts: list[int]) -> PlainParagraph:
    """A paragraph after all slips that end at `ends` were mended, each shifting what follows by `shifts`."""
    start, end = (at + shifts[bisect_right(ends, at)] for at in (paragraph.start, paragraph.end))
    return replace(paragraph, start=start, end=end)


def _find(text: str, words: Words) -> list[_Slip]:
    slips: list[_Slip] = []
    for end, term in words.look_alikes(text):
        found = text[end - len(term) : end]
        if found != term and not words.is_right_as_it_stands(found):
            slips.append(_Slip(end - len(term), end, term))
    for end, term, offset in words.slip_pieces(text):
        start = end - offset
        if start < 0 or text.startswith(term, start):
            continue
        slip = _substituted(text, start, term, words) or _shifted(text, start, term, words)
        if slip is not None:
            slips.append(slip)
    return slips


def _substituted(text: str, start: int, term: str, words: Words) -> _Slip | None:
    """One character wrong."""
    found = text[start : start + len(term)]
    wrong = [a for a, b in zip(found, term, strict=False) if a != b]
    if len(found) < len(term) or len(wrong) != 1 or wrong[0] in NEVER_SLIPS or words.is_right_as_it_stands(found):
        return None
    return _Slip(start, start + len(term), term)


def _shifted(text: str, start: int, term: str, words: Words) -> _Slip | None:
    """One character too many or too few."""
    from rapidfuzz.distance import Levenshtein

    for length in (len(term) - 1, len(term) + 1):
        for begin in sorted({max(start, 0), max(start + len(term) - length, 0)}):
            found = text[begin : begin + length]
            if found[:1] != term[0] or found[-1:] != term[-1] or any(char in NEVER_SLIPS for char in found):
                continue
            if Levenshtein.distance(found, term, score_cutoff=1) == 1 and not words.is_right_as_it_stands(found):
                return _Slip(begin, begin + length, term)
    return None


def _without_overlap(slips: list[_Slip]) -> list[_Slip]:
    """The longest term where several overlap, in order of place."""
    taken: set[int] = set()
    kept: list[_Slip] = []
    for slip in sorted(slips, key=lambda each: (each.start - each.end, each.start)):
        if slip.start not in taken and slip.end - 1 not in taken:
            taken.update(range(slip.start, slip.end))
            kept.append(slip)
    return sorted(kept, key=lambda each: each.start)
