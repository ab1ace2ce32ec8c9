"""Slips of typing and scanning read as the term they stand for: 法律顾间 -> 法律顾问, with the offsets kept.

Only terms that the catalogue lists are mended, and only within an edit budget: none up to three characters, one up to
twelve, two beyond. In terms of four or five characters a wrong character must look like the right one
(rules/lexicon/slips.yaml); words that are right as they stand (复议 for 诉讼) are never touched. A term is looked for by
its pieces: with one slip, one half of it stands unharmed.
"""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import ratio

from auditor.catalogue.lexicon import Words
from auditor.structure.plain import Plain, PlainParagraph

SHORT = 5


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
    chars: list[str] = []
    source: list[int] = []
    repairs: list[Repair] = []
    moves: list[tuple[int, int]] = []
    at = shift = 0
    for slip in slips:
        chars.append(plain.text[at : slip.start])
        source += plain.source[at : slip.start]
        found = plain.text[slip.start : slip.end]
        start = slip.start + shift
        repairs.append(Repair(start, start + len(slip.term), found, slip.term, round(ratio(found, slip.term), 1)))
        chars.append(slip.term)
        source += _spread(plain.source, slip)
        at = slip.end
        shift += len(slip.term) - (slip.end - slip.start)
        moves.append((slip.end, shift))
    chars.append(plain.text[at:])
    source += plain.source[at:]
    paragraphs = tuple(_moved(paragraph, moves) for paragraph in plain.paragraphs)
    return Plain("".join(chars), source, paragraphs), tuple(repairs)


def _spread(source: list[int], slip: _Slip) -> list[int]:
    """Offsets for the characters of a mended term; those it has more than the slip stand at the slip's last."""
    last = slip.end - 1
    return [source[min(slip.start + index, last)] for index in range(len(slip.term))]


def _moved(paragraph: PlainParagraph, moves: list[tuple[int, int]]) -> PlainParagraph:
    def move(at: int) -> int:
        return at + max(((end, by) for end, by in moves if end <= at), default=(0, 0))[1]

    return PlainParagraph(
        move(paragraph.start), move(paragraph.end), paragraph.first, paragraph.last, paragraph.heading, paragraph.is_row
    )


def _find(text: str, words: Words) -> list[_Slip]:
    slips: list[_Slip] = []
    for end, pieces in words.slip_pieces(text):
        for term, offset, length in pieces:
            start = end - length - offset
            if start < 0 or text.startswith(term, start):
                continue
            slip = _substituted(text, start, term, words) or _shifted(text, start, term, words)
            if slip is not None:
                slips.append(slip)
    return slips


def _substituted(text: str, start: int, term: str, words: Words) -> _Slip | None:
    found = text[start : start + len(term)]
    if len(found) < len(term) or "\n" in found:
        return None
    wrong = [(a, b) for a, b in zip(found, term, strict=True) if a != b]
    if len(wrong) > _budget(term):
        return None
    if len(term) <= SHORT and not all(words.look_alike(a, b) for a, b in wrong):
        return None
    if any(a in "，。；：、！？（）《》0123456789%" for a, _ in wrong):
        return None
    return None if words.is_right_as_it_stands(found) else _Slip(start, start + len(term), term)


def _shifted(text: str, start: int, term: str, words: Words) -> _Slip | None:
    """One character too many or too few, in terms long enough to bear it."""
    if len(term) <= SHORT + 1:
        return None
    for length in (len(term) - 1, len(term) + 1):
        for begin in {start, start + len(term) - length}:
            found = text[max(begin, 0) : max(begin, 0) + length]
            if "\n" in found or any(a in "，。；：、（）《》" for a in found):
                continue
            if found[:1] != term[0] or found[-1:] != term[-1]:
                continue
            if Levenshtein.distance(found, term, score_cutoff=1) <= 1 and not words.is_right_as_it_stands(found):
                return _Slip(max(begin, 0), max(begin, 0) + length, term)
    return None


def _budget(term: str) -> int:
    return 0 if len(term) <= 3 else 1 if len(term) <= 12 else 2


def _without_overlap(slips: list[_Slip]) -> list[_Slip]:
    """The longest term where several overlap."""
    kept: list[_Slip] = []
    for slip in sorted(slips, key=lambda each: (each.start - each.end, each.start)):
        if all(slip.end <= other.start or slip.start >= other.end for other in kept):
            kept.append(slip)
    return sorted(kept, key=lambda each: each.start)
