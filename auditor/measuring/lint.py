"""Remarks on rules that load well but hold something a supervisor should know of."""

from collections.abc import Iterable, Sequence

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.model import Element
from auditor.catalogue.phrase_language import MARKS, concepts_of, parse
from auditor.catalogue.source import Location
from auditor.measuring.dead_phrases import dead_phrases
from auditor.measuring.doubtful_marks import doubt
from auditor.measuring.overlaps import overlaps
from auditor.measuring.phrase_lists import PhraseList, phrase_lists
from auditor.measuring.places import Places
from auditor.measuring.unfounded import unfounded
from auditor.measuring.unused_files import unused_files

EXTENT_MATTERS = ("words", "but_not", "unless", "own")


def lint(catalogue: Catalogue) -> list[Problem]:
    """Everything worth a look, file by file; an empty list when there is nothing.

    Only what is certain is named: a phrase listed twice, one that a shorter one of its list already covers, a
    signal that is also a decoy or a single character, marks of other notations, a concept or a part that no rule uses,
    a doubled example, a phrase that can never do anything, lists that overlap another rule's, a year and
    level without a basis, a file that is never read.
    """
    places = Places(catalogue)
    problems: list[Problem] = []
    lists = list(phrase_lists(catalogue))
    for each in lists:
        problems += _doubles(each, places)
        problems += _doubtful(each, places)
    for element in catalogue.elements:
        problems += _signal_and_decoy(element, places)
        problems += _unused_parts(element, places)
    for owner, texts in _examples(catalogue):
        problems += _double_examples(owner, texts, places)
    problems += _unused_concepts(catalogue, lists, places)
    problems += dead_phrases(catalogue, lists, places)
    problems += overlaps(lists, places)
    problems += unused_files(catalogue)
    problems += unfounded(catalogue, places)
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column))


def _doubles(each: PhraseList, places: Places) -> Iterable[Problem]:
    """Phrases listed twice, and literals that a shorter literal of the same list covers."""
    for index, phrase in enumerate(each.phrases):
        if phrase in each.phrases[:index]:
            yield each.problem(index, f"短语“{phrase}”写了两次", "请删去其中一个", places)
            continue
        shorter = min((other for other in each.phrases if _covers(other, phrase, each)), key=len, default="")
        if shorter:
            message = f"短语“{phrase}”多余：同一列表里的“{shorter}”已经包括它"
            yield each.problem(index, message, "请删去较长的一个", places)


def _covers(shorter: str, phrase: str, each: PhraseList) -> bool:
    """Whether the rule finds by a shorter literal whatever it finds by this one.

    Where a rule asks how far a phrase reaches (words of concepts, decoys, masks) the longer one has its
    use; a cue must begin where the shorter begins.
    """
    if each.at[-1] in EXTENT_MATTERS or "decoys" in each.at:
        return False
    if shorter == phrase or shorter not in phrase or any(mark in phrase for mark in MARKS):
        return False
    return phrase.startswith(shorter) if each.owner[0] == "cues" else True


def _doubtful(each: PhraseList, places: Places) -> Iterable[Problem]:
    """Phrases with marks that cannot be meant as written, and signals of a single character."""
    reaches_back = each.at[-1] == "lead_ins" or "decoys" in each.at
    is_signal = each.owner[0] == "elements" and each.at[0] in ("signals", "zero") and each.at[-1] == "phrases"
    for index, phrase in enumerate(each.phrases):
        if said := doubt(phrase, may_begin_before=reaches_back):
            yield each.problem(index, f"短语“{phrase}”：{said[0]}", said[1], places)
        elif is_signal and len(phrase) == 1:
            yield each.problem(index, f"短语“{phrase}”只有一个字，会找来许多不相干的话", "请写得具体一些", places)


def _unused_parts(element: Element, places: Places) -> Iterable[Problem]:
    told = {part for signal in [*element.signals, *element.zero] for part in signal.parts}
    for part in element.parts:
        if part not in told:
            message = f"没有信号写到组成部分“{part}”"
            yield places.entry(element.id, ("parts", part), message, "请在信号的 parts 里写上它，或删去")


def _signal_and_decoy(element: Element, places: Places) -> Iterable[Problem]:
    decoys = {phrase: decoy.id for decoy in element.decoys for phrase in decoy.phrases}
    for key in ("signals", "zero"):
        for number, signal in enumerate(getattr(element, key)):
            for index, phrase in enumerate(signal.phrases):
                if phrase in decoys:
                    message = f"短语“{phrase}”同时列为干扰项“{decoys[phrase]}”，永远不会计入"
                    at: Location = (key, number, "phrases", index)
                    yield places.entry(element.id, at, message, "请保留一处")


def _unused_concepts(catalogue: Catalogue, lists: Sequence[PhraseList], places: Places) -> Iterable[Problem]:
    used = {
        concept.name
        for each in lists
        for phrase in each.phrases
        for concept in concepts_of(parse(phrase))
        if each.owner != ("concepts", concept.name)
    }
    for index, concept in enumerate(catalogue.lexicon.concepts):
        if concept.id not in used:
            message = f"概念“{concept.id}”没有规则使用"
            yield places.listed("concepts", (index,), message, "请删去，或在短语里引用")


Examples = Sequence[tuple[Location, str]]


def _examples(catalogue: Catalogue) -> Iterable[tuple[tuple[str, str], Examples]]:
    """The example texts of each element, block and list; those of a cue list differ also by their section."""
    for element in catalogue.elements:
        yield ("elements", element.id), [(("examples", i), e.text) for i, e in enumerate(element.examples)]
    for block in catalogue.blocks:
        yield ("blocks", block.id), [(("examples", i), e.text) for i, e in enumerate(block.examples)]
    for index, cue in enumerate(catalogue.lexicon.cues):
        told = [f"{e.section} {e.level} {e.text}" for e in cue.examples]
        yield ("cues", cue.id), [((index, "examples", i), text) for i, text in enumerate(told)]
    for key in ("concepts", "sections", "borders"):
        for index, item in enumerate(getattr(catalogue.lexicon, key)):
            for side in ("counts", "does_not"):
                texts = getattr(item.examples, side)
                yield (key, ""), [((index, "examples", side, i), text) for i, text in enumerate(texts)]


def _double_examples(owner: tuple[str, str], texts: Examples, places: Places) -> Iterable[Problem]:
    seen: set[str] = set()
    for at, text in texts:
        if text in seen:
            yield places.of(owner, at, "这条例句与前面的重复", "请删去，或换一条不同的")
        seen.add(text)
