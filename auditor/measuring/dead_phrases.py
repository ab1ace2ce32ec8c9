"""Phrases that can never do anything: what they ask for never stands in a text as rules read it, or is always void."""

from collections.abc import Iterable

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.lexicon import Words
from auditor.catalogue.model import Decoy, Element, Signal
from auditor.catalogue.phrase_language import Choice, Sequence, Text, parse
from auditor.measuring.phrase_lists import PhraseList
from auditor.measuring.places import Places
from auditor.measuring.trial import document
from auditor.structure.plain import make_plain
from auditor.structure.sentences import SENTENCE
from auditor.text import Replacement

STOPS = "。！？\n"
REGEX_SIGNS = "^$\\*[]"
BESIDE = "文"


def dead_phrases(catalogue: Catalogue, lists: Iterable[PhraseList], places: Places) -> Iterable[Problem]:
    """Phrases that cannot match, and signals that their own element always refuses."""
    characters = Words(catalogue).characters
    for each in lists:
        for index, phrase in enumerate(each.phrases):
            said = _never_there(phrase, characters)
            if said is not None:
                yield each.problem(index, f"短语“{phrase}”不会生效：{said[0]}", said[1], places)
    for element in catalogue.elements:
        yield from _always_refused(element, places)


def _never_there(phrase: str, characters: Replacement) -> tuple[str, str] | None:
    """Why a phrase cannot match, and how to mend it; None when it can."""
    for text in _texts(parse(phrase)):
        if stop := _crossed(text):
            return f"短语只在一句之内查找，不会跨过“{stop}”", "请拆成两条"
        sign = next((char for char in text if char in REGEX_SIGNS), "")
        if sign:
            return f"“{sign}”按原字查找，不是通配符", "请改用 …、～、(甲|乙)"
        plain = make_plain(document(f"{BESIDE}{text}{BESIDE}"), characters).text.strip("\n")
        plain = plain.removeprefix(BESIDE).removesuffix(BESIDE)
        if plain != text:
            right = f"请写成“{plain}”" if plain else "请删去"
            return f"“{text}”在审核前已统一写法（去引号和空格，繁体转简体，全角半角统一）", right
    return None


def _crossed(text: str) -> str:
    """The mark within a text at which its sentence ends, "" when it stands in one sentence."""
    before = f"{BESIDE}{text}"
    first = SENTENCE.match(f"{before}{BESIDE}")
    end = first.end() if first else 0
    return next(char for char in reversed(before[: end + 1]) if char in STOPS) if end < len(before) else ""


def _texts(nodes: Sequence) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Choice):
            for option in node.options:
                yield from _texts(option)


def _always_refused(element: Element, places: Places) -> Iterable[Problem]:
    """Plain signal phrases that hold a decoy, or a text that voids the signal, in themselves."""
    for key in ("signals", "zero"):
        for number, signal in enumerate(getattr(element, key)):
            for index, phrase in enumerate(signal.phrases):
                why = _refused_by(phrase, signal, element.decoys)
                if why:
                    message = f"短语“{phrase}”永远不会计入：它本身含有{why}"
                    yield places.entry(element.id, (key, number, "phrases", index), message, "请保留一处")


def _refused_by(phrase: str, signal: Signal, decoys: Iterable[Decoy]) -> str:
    texts = [node.text for node in parse(phrase) if isinstance(node, Text)]
    for decoy in decoys:
        for each in decoy.phrases:
            if each != phrase and any(each in text for text in texts):
                return f"干扰项“{decoy.id}”的“{each}”"
    for each in signal.unless:
        if any(each in text for text in texts):
            return f"本信号 unless 里的“{each}”"
    return ""
