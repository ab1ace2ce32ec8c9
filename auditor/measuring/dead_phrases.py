"""Phrases that can never do anything: what they ask for never stands in a text as rules read it, or is always void."""

from collections.abc import Iterable

from auditor.catalogue import Catalogue, Problem
from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase_language import parse, texts_of
from auditor.measuring.doubtful_marks import doubt
from auditor.measuring.phrase_lists import PhraseList
from auditor.measuring.places import Places
from auditor.measuring.refused import always_refused
from auditor.measuring.trial import document
from auditor.structure.plain import make_plain
from auditor.structure.sentences import SENTENCE
from auditor.text import Replacement

STOPS = "。！？\n"
BESIDE = "文"


def dead_phrases(catalogue: Catalogue, lists: Iterable[PhraseList], places: Places) -> Iterable[Problem]:
    """Phrases that cannot match, and signals that their own element always refuses."""
    words = Words(catalogue)
    for each in lists:
        for index, phrase in enumerate(each.phrases):
            said = _never_there(phrase, words.characters)
            if said is not None:
                yield each.problem(index, f"短语“{phrase}”不会生效：{said[0]}", said[1], places)
    for element in catalogue.elements:
        yield from always_refused(element, words.concepts, places)


def _never_there(phrase: str, characters: Replacement) -> tuple[str, str] | None:
    """Why a phrase cannot match, and how to mend it; None when it can, or when it is doubtful for its marks alone."""
    if doubt(phrase, may_begin_before=True):
        return None
    for text in texts_of(parse(phrase)):
        if stop := _crossed(text):
            return f"短语只在一句之内查找，不会跨过“{stop}”", "请拆成两条"
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
