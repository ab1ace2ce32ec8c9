"""Signal phrases that never count: whatever they stand for holds a decoy, or what voids their signal."""

from collections.abc import Iterable, Mapping

from auditor.catalogue import Problem
from auditor.catalogue.model import Element, Signal
from auditor.catalogue.phrase import AnyOf
from auditor.catalogue.phrase_language import NOTHING, Node, Sequence, listed, parse
from auditor.measuring.places import Places

Concepts = Mapping[str, frozenset[str]]


def always_refused(element: Element, words: Concepts, places: Places) -> Iterable[Problem]:
    """The phrases of an element's signals that its own rules always refuse; `words` are those of each concept."""
    for key in ("signals", "zero"):
        for number, signal in enumerate(getattr(element, key)):
            voids = _voids(element, signal)
            any_void = AnyOf(voids, words)
            for index, phrase in enumerate(signal.phrases):
                if phrase not in voids and (text := _always_void(phrase, any_void, words)):
                    void = next(each for each in voids if AnyOf([each], words).found_in(text))
                    message = f"短语“{phrase}”永远不会计入：它本身含有{voids[void]}的“{void}”"
                    yield places.entry(element.id, (key, number, "phrases", index), message, "请保留一处")


def _voids(element: Element, signal: Signal) -> dict[str, str]:
    """What voids a signal where it is found: phrase -> whose it is, in Chinese."""
    of_decoys = {phrase: f"干扰项“{decoy.id}”" for decoy in element.decoys for phrase in decoy.phrases}
    return dict.fromkeys(signal.unless, "本信号 unless 里") | of_decoys


def _always_void(phrase: str, voids: AnyOf, words: Concepts) -> str:
    """A text of the phrase that is void as any other in its place would be; "" when some are not."""
    for texts in _runs(parse(phrase), words):
        if all(map(voids.found_in, texts)):
            return min(texts)
    return ""


def _runs(nodes: Sequence, words: Concepts) -> Iterable[frozenset[str]]:
    """The texts that each stretch of a phrase between its gaps and numbers can stand for."""
    run: list[Node] = []
    for node in nodes:
        if listed((node,), words) is not None:
            run.append(node)
            continue
        yield listed(tuple(run), words) or NOTHING
        run = []
    yield listed(tuple(run), words) or NOTHING
