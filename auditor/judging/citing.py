"""Hits -> citations: the clauses that hold them, verbatim at their offsets in the document."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from auditor.judging.hits import Hit, Refusal
from auditor.matching.matcher import Match
from auditor.scorecard import Citation, NearMiss
from auditor.structure import Report
from auditor.structure.places import cite
from auditor.structure.plain import Plain
from auditor.structure.slips import Repair
from auditor.structure.spans import clause_end, clause_start
from auditor.terms import MatchKind, Role, Verdict

SHORT = 12
ORDER: dict[Verdict, tuple[Role, ...]] = {
    "exempt": ("zero", "done"),
    "mentioned": ("problem", "plan", "required"),
    "met": ("done",),
    "weak": ("done",),
}
MOST = 6
MOST_BESIDE = 2


def cite_hits(hits: Sequence[Hit], verdict: Verdict, report: Report) -> tuple[Citation, ...]:
    """One citation for each sentence and role: those that carry the verdict first, few of the others.

    Bare claims are left out where the report shows more.
    """
    grouped: dict[tuple[int, Role], list[Hit]] = {}
    for hit in hits:
        grouped.setdefault((hit.match.sentence, hit.role), []).append(hit)
    if any(hit.is_shown for hit in hits if hit.role == "done"):
        grouped = {key: group for key, group in grouped.items() if key[1] != "done" or any(h.is_shown for h in group)}
    leading = ORDER.get(verdict, ())
    ranked = sorted(
        grouped.items(),
        key=lambda item: (
            leading.index(item[0][1]) if item[0][1] in leading else 9,
            not any(hit.is_shown for hit in item[1]),
            item[0][0],
        ),
    )
    kept: list[list[Hit]] = []
    for (_, role), group in ranked:
        if sum(1 for other in kept if other[0].role == role) < (MOST if role in leading else MOST_BESIDE):
            kept.append(group)
    return tuple(_cite_group(group, report) for group in kept)


def _cite_group(group: list[Hit], report: Report) -> Citation:
    lead = group[0]
    sentence = lead.match.sentence
    spans = [(hit.match.start, hit.match.end) for hit in group]
    particulars = [particular for hit in group for particular in hit.particulars]
    beside = [each for each in particulars if each.sentence == sentence]
    shown_by = beside or ([] if any(hit.shows_itself for hit in group) else particulars[:1])
    spans += [(each.start, each.end) for each in shown_by]
    return _citation(lead.match, spans, lead.role, lead.signal.id, report, why=lead.why)


def cite_refused(refusal: Refusal, report: Report) -> NearMiss:
    """A match that does not count, with its citation."""
    match = refusal.match
    citation = _citation(match, [(match.start, match.end)], "done", match.owner.id, report)
    return NearMiss(citation, refusal.why, refusal.is_for_units)


def cite_span(span: tuple[int, int], sentence: int, role: Role, rule: str, report: Report) -> Citation:
    """The citation of [start, end) of the plain text."""
    return _citation(Match(None, "", *span, sentence, "pattern"), [span], role, rule, report)


def _citation(
    match: Match, spans: list[tuple[int, int]], role: Role, rule: str, report: Report, *, why: str = ""
) -> Citation:
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    start, end = _clauses(report, match.sentence, start, end)
    left, right = report.plain.to_document(start, end)
    kind, similarity = _kind(match.kind, spans, report)
    marks = _marks(spans, report.plain, left, right)
    return cite(
        report,
        left,
        right,
        match.sentence,
        role=role,
        rule=rule,
        match=kind,
        similarity=similarity,
        marks=marks,
        why=why,
    )


def _clauses(report: Report, number: int, start: int, end: int) -> tuple[int, int]:
    """Widen to whole clauses, and beyond where that is too short to be read alone."""
    text, floor = report.plain.text, report.sentences[number].start
    ceiling = report.sentences[report.sentence_at(end - 1)].end
    first = clause_start(text, start, floor)
    last = clause_end(text, end, ceiling)
    while last - first < SHORT and (first > floor or last < ceiling):
        if last < ceiling:
            last = clause_end(text, last + 1, ceiling)
        else:
            first = clause_start(text, first - 1, floor)
    return first, last


def _kind(kind: MatchKind, spans: Iterable[tuple[int, int]], report: Report) -> tuple[MatchKind, float]:
    """“fuzzy” when a slip was mended within the match; its likeness is that of the worst slip."""
    slips = [each.similarity for span in spans for each in _repairs_in(report.repairs, *span)]
    return ("fuzzy", min(slips)) if slips else (kind, 100)


def _repairs_in(repairs: Sequence[Repair], start: int, end: int) -> Sequence[Repair]:
    first = bisect_right(repairs, start, key=lambda repair: repair.end)
    return repairs[first : bisect_left(repairs, end, key=lambda repair: repair.start)]


def _marks(spans: Iterable[tuple[int, int]], plain: Plain, left: int, right: int) -> tuple[tuple[int, int], ...]:
    marks: list[tuple[int, int]] = []
    for start, end in sorted({plain.to_document(*span) for span in spans}):
        start, end = max(start, left), min(end, right)
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(marks[-1][1], end))
        elif start < end:
            marks.append((start, end))
    return tuple(marks)
