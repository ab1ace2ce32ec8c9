"""Lists of phrases that two rules share: one text would count for both, or a change to one would miss the other."""

from collections.abc import Iterable, Sequence

from auditor.catalogue import Problem
from auditor.measuring.phrase_lists import PhraseList
from auditor.measuring.places import Places

MANY = 4
COUNTED = "signals"
SHORTEST_SHARED = 4


def overlaps(lists: Sequence[PhraseList], places: Places) -> Iterable[Problem]:
    """Signal phrases that another element has too, and lists that share many long phrases with that of another rule."""
    first: dict[str, PhraseList] = {}
    for each in lists:
        if each.owner[0] != "elements" or each.at[0] != COUNTED or each.at[-1] != "phrases":
            continue
        for index, phrase in enumerate(each.phrases):
            other = first.setdefault(phrase, each)
            if other.owner != each.owner:
                message = f"短语“{phrase}”也是规则“{other.owner[1]}”的信号，同一句话会计入两项"
                yield each.problem(index, message, "请写得更窄，或只留在一条规则里", places)
    yield from _shared_lists([each for each in lists if each.owner[0] == "elements"], places)


def _shared_lists(lists: Sequence[PhraseList], places: Places) -> Iterable[Problem]:
    for number, each in enumerate(lists):
        mine = {phrase for phrase in each.phrases if len(phrase) >= SHORTEST_SHARED}
        for other in lists[:number]:
            shared = mine & set(other.phrases)
            if other.owner != each.owner and len(shared) >= MANY:
                names = "、".join(sorted(shared)[:3])
                message = f"与规则“{other.owner[1]}”有{len(shared)}条相同的短语（{names}等）"
                yield each.problem(0, message, "请写成概念（lexicon/concepts.yaml），两处都引用它", places)
