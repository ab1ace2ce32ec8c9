"""The examples of cue lists: the passage in 【】 must get the role that the example states."""

from collections.abc import Iterable

from auditor.catalogue.fields import CueRole, SectionRole
from auditor.catalogue.model import Catalogue
from auditor.catalogue.wordlists import CueExample
from auditor.judging import Auditor
from auditor.measuring.trial import Firing, Trial, names, report_around

ROLE_WORDS: dict[CueRole, str] = {
    "done": "已开展",
    "problem": "存在问题",
    "plan": "下步计划",
    "required": "仅为要求",
    "zero": "零报告",
    "previous": "往年情况",
    "other_body": "其他单位",
    "topic": "题目或目录",
}


def cue_trials(auditor: Auditor) -> Iterable[Trial]:
    """Try every example of every cue list; a list fires when it is what settles the role."""
    headings = _headings(auditor.catalogue)
    for index, cue in enumerate(auditor.catalogue.lexicon.cues):
        for number, example in enumerate(cue.examples):
            role, settled_by = _ruling(auditor, example, headings)
            yield Trial(
                owner=("cues", cue.id),
                at=(index, "examples", number),
                text=example.text,
                expected=ROLE_WORDS[example.role],
                got=f"{ROLE_WORDS[role]}（依据：{names([settled_by] if settled_by else [])}）",
                passed=role == example.role,
                fired=frozenset({(settled_by, "")}) if role == example.role else frozenset(),
            )


def _ruling(auditor: Auditor, example: CueExample, headings: dict[SectionRole, str]) -> tuple[CueRole, str]:
    before, rest = example.text.split("【", 1)
    passage, after = rest.split("】", 1)
    document, offset = report_around(
        before + passage + after, heading=headings.get(example.section, ""), level=example.level
    )
    start = offset + len(before)
    ruling = auditor.role_at(document, start, start + len(passage))
    return ruling.role, ruling.cue.source.id if ruling.cue else ""


def _headings(catalogue: Catalogue) -> dict[SectionRole, str]:
    """For each role of a section a heading that gives it: the first example of its list."""
    sections = catalogue.lexicon.sections
    headings: dict[SectionRole, str] = {each.role: each.examples.counts[0] for each in sections}
    if "problem" in headings:
        headings.setdefault("causes", headings["problem"])
    return headings


def cue_firings(catalogue: Catalogue) -> Iterable[Firing]:
    """Every cue list."""
    for index, cue in enumerate(catalogue.lexicon.cues):
        yield Firing(("cues", cue.id), (index,), (cue.id, ""), f"提示词表“{cue.id}”")
