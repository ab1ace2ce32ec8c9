"""The examples of the shared word lists: concepts, borders, headings of sections."""

from collections.abc import Iterable, Sequence

from auditor.catalogue.fields import SectionRole
from auditor.catalogue.model import Catalogue
from auditor.catalogue.source import Location
from auditor.catalogue.wordlists import Border, ConceptExamples
from auditor.judging import Auditor
from auditor.matching import Match, Matcher
from auditor.measuring.trial import Firing, Trial, report_around
from auditor.structure import structure

COUNTS, DOES_NOT = "counts", "does_not"
LONG_ENOUGH = "全年开展法治宣传活动若干场次，群众反响良好。"


def concept_trials(auditor: Auditor) -> Iterable[Trial]:
    """A text that counts holds a word of the concept; one that does not holds none."""
    catalogue = auditor.catalogue
    for index, concept in enumerate(catalogue.lexicon.concepts):
        matcher = Matcher(auditor.words, catalogue.lexicon.borders)
        matcher.add(concept.id, concept, ["{" + concept.id + "}"])
        for key, at, text in _texts(index, concept.examples):
            matches = _search(matcher, concept.id, text)
            yield _trial(("concepts", concept.id), at, text, key, [text[m.start : m.end] for m in matches])


def border_trials(auditor: Auditor) -> Iterable[Trial]:
    """A text that counts holds the word as a word; in one that does not its characters belong to other words.

    A border fires only where one of its neighbouring characters made the segmenter decide.
    """
    for index, border in enumerate(auditor.catalogue.lexicon.borders):
        matcher = Matcher(auditor.words, [border])
        matcher.add(border.word, border, [border.word])
        for key, at, text in _texts(index, border.examples):
            found = [border.word for _ in _search(matcher, border.word, text)]
            fired = key == DOES_NOT and not found and _is_doubtful(border, text)
            yield _trial(("borders", border.word), at, text, key, found, fired=fired)


def _is_doubtful(border: Border, text: str) -> bool:
    """Whether the word stands somewhere beside one of the characters that make it doubtful."""
    at = text.find(border.word)
    while at >= 0:
        stop = at + len(border.word)
        if text[max(at - 1, 0) : at] in set(border.before) or text[stop : stop + 1] in set(border.after):
            return True
        at = text.find(border.word, stop)
    return False


def section_trials(auditor: Auditor) -> Iterable[Trial]:
    """A heading (or opening sentence) that counts gives its section the role; other texts do not."""
    for index, section in enumerate(auditor.catalogue.lexicon.sections):
        for key, at, text in _texts(index, section.examples):
            found = [text] if section.role in _roles_given(auditor, text) else []
            yield _trial(("sections", section.role), at, text, key, found)


def _roles_given(auditor: Auditor, heading: str) -> set[SectionRole]:
    """What sections say they are about, with the heading as it stands and with a number before it."""
    roles: set[SectionRole] = set()
    for each in (heading, f"二、{heading}"):
        document, body = report_around(LONG_ENOUGH, heading=each)
        report = structure(document, auditor.words)
        first, last = body - len(each) - 1, body
        roles |= {
            section.role
            for section in report.sections
            if section.own_role and first <= report.plain.source[section.start] < last
        }
    return roles


def list_firings(catalogue: Catalogue) -> Iterable[Firing]:
    """Every concept, section list and border: some example must make each fire."""
    lexicon = catalogue.lexicon
    ids: dict[str, tuple[str, Sequence[str]]] = {
        "concepts": ("概念", [each.id for each in lexicon.concepts]),
        "sections": ("标题词表", [each.role for each in lexicon.sections]),
        "borders": ("跨词短词", [each.word for each in lexicon.borders]),
    }
    for key, (name, members) in ids.items():
        for index, each in enumerate(members):
            yield Firing((key, each), (index,), (each, ""), f"{name}“{each}”")


def _texts(index: int, examples: ConceptExamples) -> Iterable[tuple[str, Location, str]]:
    for key, texts in ((COUNTS, examples.counts), (DOES_NOT, examples.does_not)):
        for number, text in enumerate(texts):
            yield key, (index, "examples", key, number), text


def _search(matcher: Matcher, group: str, text: str) -> Sequence[Match]:
    return matcher.search(text, [(0, len(text))]).in_sentence(0, group)


def _trial(
    owner: tuple[str, str], at: Location, text: str, key: str, found: list[str], *, fired: bool | None = None
) -> Trial:
    expected = key == COUNTS
    seen = bool(found) and expected if fired is None else fired
    return Trial(
        owner=owner,
        at=at,
        text=text,
        expected="算" if expected else "不算",
        got=f"算（{found[0]}）" if found else "不算",
        passed=bool(found) == expected,
        fired=frozenset({(owner[1], "")}) if seen else frozenset(),
    )
