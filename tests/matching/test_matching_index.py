"""The index finds exactly what running every phrase on every sentence finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue import load_catalogue
from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase import Phrase
from auditor.matching import Matcher
from auditor.matching.index import PhraseIndex

CONCEPTS = {"who": frozenset({"县长", "局长", "副局长"}), "act": frozenset({"出庭", "到庭", "庭"})}
PHRASES = [
    "出庭",
    "出庭应诉",
    "应诉(案件)?",
    "{who}～{act}",
    "{act}#次",
    "(出庭|应诉)率",
    "(出庭～率|应诉…率)#%",
    "(局长)?出庭",
    "县长{act}?",
    "局",
]
WORDS = Words(load_catalogue())
PIECES = [
    "县长",
    "局长",
    "副",
    "出庭",
    "到庭",
    "应诉",
    "案件",
    "率",
    "12",
    "100%",
    "次",
    "，",
    "。",
    "全年",
    "局",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def spans(text: str) -> list[tuple[int, int]]:
    """The sentences of a text."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, char in enumerate(text, start=1):
        if char == "。" or at == len(text):
            found.append((start, at))
            start = at
    return found


@given(TEXTS)
def test_no_phrase_is_overlooked(text: str) -> None:
    phrases = [Phrase(source, CONCEPTS) for source in PHRASES]
    index = PhraseIndex(phrases)
    sentences = spans(text)
    found = index.candidates(text, [end for _, end in sentences])
    for (start, end), candidates in zip(sentences, found, strict=True):
        body = text[start:end]
        matching = {n for n, phrase in enumerate(phrases) if phrase.search(body)}
        assert matching <= set(candidates)


@given(TEXTS)
def test_candidates_hold_all_that_they_need(text: str) -> None:
    phrases = [Phrase(source, CONCEPTS) for source in PHRASES]
    index = PhraseIndex(phrases)
    sentences = spans(text)
    found = index.candidates(text, [end for _, end in sentences])
    for (start, end), candidates in zip(sentences, found, strict=True):
        for number in candidates:
            assert all(any(w in text[start:end] for w in need) for need in phrases[number].needs)


@given(TEXTS)
def test_matches_are_those_of_brute_force(text: str) -> None:
    sources = ["出庭", "应诉案件", "(出庭|应诉)率", "出庭#次", "局长～出庭"]
    matcher = Matcher(WORDS, [])
    matcher.add("all", "owner", sources)
    sentences = spans(text)
    found = matcher.search(text, sentences)
    for number, (start, end) in enumerate(sentences):
        expected = {
            (source, start + match.start(), start + match.end())
            for source in sources
            for match in re.finditer(Phrase(source, {}).pattern.source, text[start:end])
        }
        matches = found.in_sentence(number, "all")
        assert {(m.phrase, m.start, m.end) for m in matches} == expected
        assert [m.start for m in matches] == sorted(m.start for m in matches)
        assert all(m.sentence == number for m in matches)


def test_a_text_without_sentences() -> None:
    matcher = Matcher(WORDS, [])
    matcher.add("all", "owner", ["出庭"])
    matcher.search("", [])
    assert list(PhraseIndex([Phrase("出庭", {})]).candidates("出庭", [])) == []
