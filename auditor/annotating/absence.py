"""Comments on what the report does not say: on the part where it belongs, or on the title where there is none."""

from collections.abc import Iterator, Sequence

from auditor.annotating.note import Note, note, refused
from auditor.rendering.cleaning import one_line
from auditor.rendering.wording import lacking, near_misses, section_of
from auditor.scorecard import BlockResult, Citation, ReportCard, masked
from auditor.terms import SAYS_OF_BLOCK, VERDICT_NAMES

_MISSING = f"【{VERDICT_NAMES['missing']}】"


def on_absence(card: ReportCard, text: str) -> Iterator[Note]:
    """One comment for each part, on all that belongs there; one more for each block that is all but there.

    Blocks come in the order in which the law asks for them, so that an absent one belongs behind the one before it. An
    element belongs with the block on the same matter, any other in the part on what was done.

    Args:
        card: The audit.
        text: The text that was read.
    """
    lacks: dict[Citation | None, list[str]] = {}
    parts: dict[str, Citation | None] = {}
    told = {SAYS_OF_BLOCK.get(each.id) for each in card.findings}
    cited = {element.id: element.citations for element in card.elements}
    before = None
    for block in card.blocks:
        before = parts[block.element] = _heading(block) or before
        if block.state == "absent" and block.id not in told:
            name = f"法定内容“{one_line(block.name)}”"
            if near := _all_but_there(block, cited.get(block.element, ())):
                yield note(near[0], f"{_MISSING}{name}", refused(near[1]), "请增写这一部分。")
            else:
                lacks.setdefault(before, []).append(f"{name}。")
    done = _part_on_what_was_done(card)
    for element in lacking(card):
        if element.verdict == "missing" and not near_misses(element):
            wanted = f"{one_line(element.name)}：{''.join(map(one_line, element.gaps))}"
            lacks.setdefault(parts.get(element.id, done), []).append(wanted)
    for part, items in lacks.items():
        where = "在这一部分或者其后" if part else ""
        lines = f"{_MISSING}报告缺少以下内容，请{where}补写：", *items
        yield note(part, *lines) if part else _on_title(card, text, lines)


def _all_but_there(block: BlockResult, elsewhere: Sequence[Citation]) -> tuple[Citation, str] | None:
    """A heading without text, or what tells of the matter elsewhere, and why it does not count.

    Other passages that came near only have words in common with the block; it belongs somewhere else.
    """
    misses = near_misses(block, for_units=True)
    return next(((each, why) for each, why in misses if _is_heading(each) or each in elsewhere), None)


def _heading(block: BlockResult) -> Citation | None:
    """The heading that shows a block; None where only sentences do."""
    return next((each for each in block.citations if _is_heading(each)), None)


def _is_heading(citation: Citation) -> bool:
    """Whether a passage is the heading of its section, cited for all that it says."""
    heading = section_of(citation)
    is_whole = citation.marks == ((citation.start, citation.end),)
    return is_whole and bool(heading) and one_line(citation.shown).rstrip("：。").endswith(heading.rstrip("：。"))


def _part_on_what_was_done(card: ReportCard) -> Citation | None:
    headings = (_heading(block) for block in card.blocks if not block.element)
    return next((each for each in headings if each and each.role == "done"), None)


def _on_title(card: ReportCard, text: str, lines: tuple[str, ...]) -> Note:
    """A comment on the title, or on the first line of a report without one."""
    title = card.identity.get("title")
    start, end = (title.start, title.end) if title and title.start >= 0 else (0, len(text.partition("\n")[0]))
    return Note(start, end, masked(text[start:end], card.hidden, start), lines)
