"""Matches that straddle words are refused, and concepts inside longer words that mean other things."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.catalogue.lexicon import Words
from auditor.matching import Match, Matcher

CATALOGUE = load_catalogue()
WORDS = Words(CATALOGUE)


def matches(phrase: str, text: str) -> list[Match]:
    matcher = Matcher(WORDS, CATALOGUE.lexicon.borders)
    matcher.add("group", "owner", [phrase])
    return matcher.search(text, [(0, len(text))]).in_sentence(0, "group")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("公示", "打造执法办公示范点"),
        ("应诉", "群众反应诉诸法院"),
        ("应诉", "及时回应诉求"),
        ("述法", "宣讲员讲述法治故事"),
        ("出庭", "网格员走出庭院"),
    ],
)
def test_characters_of_two_words_are_no_word(word: str, text: str) -> None:
    assert word in text
    assert matches(word, text) == []


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("公示", "处罚结果网上公示"),
        ("应诉", "依法应诉"),
        ("述法", "主要负责人现场述法"),
        ("出庭", "局长出庭"),
        ("法律顾问", "聘请法律顾问"),
    ],
)
def test_a_word_is_found(word: str, text: str) -> None:
    (match,) = matches(word, text)
    assert text[match.start : match.end] == word


def test_one_refused_match_does_not_hide_the_next() -> None:
    (match,) = matches("公示", "打造执法办公示范点，处罚结果网上公示")
    assert match.start == len("打造执法办公示范点，处罚结果网上")


@pytest.mark.parametrize(
    ("phrase", "text", "count"),
    [
        ("{head}～出庭", "局长出庭应诉", 1),
        ("{head}～出庭", "副局长出庭应诉", 0),
        ("{head}…批示", "村党支部书记批示", 0),
        ("{village}～法律顾问", "17个村聘请了法律顾问", 1),
        ("{village}～法律顾问", "县农业农村局聘请法律顾问", 0),
    ],
)
def test_concepts_and_their_counter_examples(phrase: str, text: str, count: int) -> None:
    assert len(matches(phrase, text)) == count


@pytest.mark.parametrize(
    ("phrase", "text", "kind"),
    [
        ("法律顾问", "聘请法律顾问", "exact"),
        ("聘请～顾问", "聘请法律顾问", "pattern"),
        ("应诉", "相应诉讼由局长应诉", "exact"),
        ("应诉", "全力应对应诉案件", "words"),
        ("聘请～顾问", "聘请法律顾问需要把关", "words"),
    ],
)
def test_how_a_match_was_made(phrase: str, text: str, kind: str) -> None:
    assert [match.kind for match in matches(phrase, text)] == [kind]


def test_matches_of_different_groups_stay_apart() -> None:
    matcher = Matcher(WORDS, [])
    matcher.add("signals", "a", ["出庭"])
    matcher.add("decoys", "b", ["旁听～出庭"])
    found = matcher.search("旁听局长出庭。", [(0, 7)])
    assert [m.owner for m in found.in_sentence(0, "signals")] == ["a"]
    assert [m.owner for m in found.in_sentence(0, "decoys")] == ["b"]
    assert list(found.everywhere("signals")) == found.in_sentence(0, "signals")
    assert list(found.everywhere("nothing")) == []
