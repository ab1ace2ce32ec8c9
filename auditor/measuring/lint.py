"""Remarks on rules that load well but hold something a supervisor should know of."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.model import Element
from auditor.catalogue.phrase_language import MARKS, concepts_of, parse
from auditor.catalogue.profile import Profile
from auditor.catalogue.selection import FOLDER
from auditor.catalogue.source import Location, Source
from auditor.measuring.dead_phrases import dead_phrases
from auditor.measuring.overlaps import overlaps
from auditor.measuring.phrase_lists import PhraseList, phrase_lists
from auditor.measuring.places import Places
from auditor.measuring.unfounded import unfounded

EXTENT_MATTERS = ("words", "but_not", "unless", "own")


def lint(catalogue: Catalogue) -> list[Problem]:
    """Everything worth a look, file by file; an empty list when there is nothing.

    Only what is certain is named: a phrase listed twice, one that a shorter one of its list already covers, a
    signal that is also a decoy, a concept that no rule uses, a doubled example, a phrase that can never do anything,
    lists that overlap another rule's, a year and level without a basis, a rule file that no profile lists.
    """
    places = Places(catalogue)
    problems: list[Problem] = []
    lists = list(phrase_lists(catalogue))
    for each in lists:
        problems += _doubles(each, places)
    for element in catalogue.elements:
        problems += _signal_and_decoy(element, places)
    for owner, texts in _examples(catalogue):
        problems += _double_examples(owner, texts, places)
    problems += _unused_concepts(catalogue, lists, places)
    problems += dead_phrases(catalogue, lists, places)
    problems += overlaps(lists, places)
    problems += unfounded(catalogue, places)
    problems += _unlisted_files(catalogue)
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


def _unlisted_files(catalogue: Catalogue) -> Iterable[Problem]:
    """Files of elements in the rules folder that neither the core nor any of its profiles lists."""
    folder = Path(catalogue.folder)
    listed = set(catalogue.files)
    for path in (folder / FOLDER).glob("*.yaml"):
        listed.update(Source(path).check(Profile).elements)
    for path in sorted((folder / "elements").glob("*.yaml")):
        if path.stem not in listed:
            message = f"规则文件“{path.name}”没有列入任何审核方案，不会使用"
            yield Problem(path.as_posix(), 1, 1, message, "请列入 catalogue.yaml 或 profiles 里的方案，或删去该文件")


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
