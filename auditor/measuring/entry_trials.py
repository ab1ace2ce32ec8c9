"""The examples of elements and blocks: the verdict they must get and the rules they must make fire."""

from collections.abc import Iterable

from auditor.catalogue.model import ENTRY_LISTS, Block, Catalogue, Decoy, Element, Example, Particular
from auditor.catalogue.source import Location
from auditor.judging import Auditor
from auditor.matching import Matcher
from auditor.measuring.trial import Firing, Trial, document, names, report_around
from auditor.reading import Document
from auditor.structure import structure
from auditor.terms import BLOCK_VERDICT_NAMES, VERDICT_NAMES


class ElementTrials:
    """Tries the examples of elements.

    A signal fires when it counts as evidence; a decoy or a particular fires when it matches in the text.
    """

    def __init__(self, auditor: Auditor) -> None:
        self._auditor = auditor
        self._matcher = Matcher(auditor.words, auditor.catalogue.lexicon.borders)
        for element in auditor.catalogue.elements:
            for item in _matched_ones(element):
                self._matcher.add((element.id, item.id), item, item.phrases)
        self._added = _added_phrases(auditor.catalogue)
        for (id_, name), (_, phrase) in self._added.items():
            self._matcher.add((id_, name), phrase, [phrase])

    def run(self) -> Iterable[Trial]:
        """Try every example of every element, in order."""
        for element in self._auditor.catalogue.elements:
            for index in range(len(element.examples)):
                yield self._try(element, index)

    def _try(self, element: Element, index: int) -> Trial:
        example = element.examples[index]
        text = _document(example)
        result = next(r for r in self._auditor.audit(text).elements if r.id == element.id)
        counted = self._counted(element, text)
        fired = counted | self._matched(element, text)
        unseen = [each for each in example.fires if each not in fired]
        told = "".join(f"；{each}未触发" for each in unseen)
        right = result.verdict == example.verdict
        told += _not_of_its_kind(example, counted) if right else ""
        wanted = f"；触发{names(example.fires)}" if example.fires else ""
        return Trial(
            owner=("elements", element.id),
            at=("examples", index),
            text=example.text,
            expected=VERDICT_NAMES[example.verdict] + wanted,
            got=VERDICT_NAMES[result.verdict] + told,
            passed=right and not told,
            fired=frozenset((element.id, each) for each in fired),
        )

    def _counted(self, element: Element, text: Document) -> set[str]:
        evidence = self._auditor.evidence(text)[element.id]
        return {hit.signal.id for hit in evidence.hits}

    def _matched(self, element: Element, text: Document) -> set[str]:
        report = structure(text, self._auditor.words)
        spans = [(sentence.start, sentence.end) for sentence in report.sentences]
        found = self._matcher.search(report.plain.text, spans)
        ids = [item.id for item in _matched_ones(element)] + [name for id_, name in self._added if id_ == element.id]
        return {each for each in ids if any(found.in_sentence(n, (element.id, each)) for n in range(len(spans)))}


def _document(example: Example) -> Document:
    """The example's text alone, or in a report of the body and on the year that it names."""
    if example.level == "unknown" and example.year is None:
        return document(example.text)
    return report_around(example.text, level=example.level, year=example.year)[0]


def _not_of_its_kind(example: Example, counted: Iterable[str]) -> str:
    """How an example contradicts its own kind, told of what it showed; "" when it does not.

    What is not asked for counts nothing, whatever the text says.
    """
    signals = names(sorted(counted))
    if example.kind == "fires" and not counted:
        return "；kind 写的是 fires，却没有信号计入"
    if example.kind == "silent" and counted and example.verdict != "not_applicable":
        return f"；kind 写的是 silent，却有信号计入（{signals}）"
    if example.kind == "near_miss" and example.verdict in ("met", "weak", "exempt"):
        return f"；kind 写的是 near_miss，却算作写到了（{signals}）"
    return ""


def _added_phrases(catalogue: Catalogue) -> dict[tuple[str, str], tuple[Location, str]]:
    """The phrases that profiles add to elements: (id, own name) -> the place in the element, the phrase."""
    added: dict[tuple[str, str], tuple[Location, str]] = {}
    for element in catalogue.elements:
        for id_, *at in catalogue.moved:
            if id_ == element.id and at[0] in ENTRY_LISTS:
                key, index, _, number = at
                phrase = getattr(element, str(key))[index].phrases[number]
                added[element.id, ".".join(map(str, at))] = (tuple(at), phrase)
    return added


def _matched_ones(element: Element) -> list[Decoy | Particular]:
    return [*element.decoys, *element.particulars]


def element_firings(catalogue: Catalogue) -> Iterable[Firing]:
    """Every signal, zero signal, decoy and particular, and every phrase that a profile adds."""
    for element in catalogue.elements:
        for key, name in ENTRY_LISTS.items():
            for index, item in enumerate(getattr(element, key)):
                yield Firing(("elements", element.id), (key, index), (element.id, item.id), f"{name}“{item.id}”")
    for key_, (at, phrase) in _added_phrases(catalogue).items():
        yield Firing(("elements", key_[0]), at, key_, f"补充的短语“{phrase}”")


def block_trials(auditor: Auditor) -> Iterable[Trial]:
    """Try every example of every block; a block fires when it is found present, as it should be."""
    for block in auditor.catalogue.blocks:
        for index in range(len(block.examples)):
            yield _try_block(auditor, block, index)


def _try_block(auditor: Auditor, block: Block, index: int) -> Trial:
    example = block.examples[index]
    result = next((r for r in auditor.audit(document(example.text)).blocks if r.id == block.id), None)
    right = result is not None and result.verdict == example.verdict
    passed = right and (example.kind == "fires") == (example.verdict == "present")
    return Trial(
        owner=("blocks", block.id),
        at=("examples", index),
        text=example.text,
        expected=BLOCK_VERDICT_NAMES[example.verdict],
        got=(BLOCK_VERDICT_NAMES[result.verdict] if result else "被当作片段，没有判断")
        + (f"，与 kind 写的 {example.kind} 不符" if right and not passed else ""),
        passed=passed,
        fired=frozenset({(block.id, "")}) if passed and example.verdict == "present" else frozenset(),
    )


def block_firings(catalogue: Catalogue) -> Iterable[Firing]:
    """Every block."""
    for block in catalogue.blocks:
        yield Firing(("blocks", block.id), ("id",), (block.id, ""), f"板块“{block.id}”")
