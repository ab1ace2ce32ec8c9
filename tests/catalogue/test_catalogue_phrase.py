"""The phrase language: what it reads, what it refuses, what it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.catalogue.phrase import Phrase
from auditor.catalogue.phrase_language import MARKS, PhraseError, concepts_of, expand, parse

WORDS = {"who": frozenset({"县长", "副县长", "局长"}), "act": frozenset({"出庭", "到庭"})}


@pytest.mark.parametrize(
    ("phrase", "texts"),
    [
        ("法律顾问", {"法律顾问"}),
        ("(公职|公司)律师", {"公职律师", "公司律师"}),
        ("出庭(应诉)?", {"出庭", "出庭应诉"}),
        ("应诉率?", {"应诉", "应诉率"}),
        ("{act}应诉", {"出庭应诉", "到庭应诉"}),
        ("{act}?应诉", {"应诉", "出庭应诉", "到庭应诉"}),
        ("(甲(乙|丙)?)丁", {"甲丁", "甲乙丁", "甲丙丁"}),
        ("法律…顾问", None),
        ("法律～顾问", None),
        ("#件", None),
    ],
)
def test_expansions(phrase: str, texts: set[str] | None) -> None:
    expanded = expand(parse(phrase), WORDS)
    assert expanded == (None if texts is None else frozenset(texts))


@pytest.mark.parametrize(
    ("phrase", "column"),
    [
        ("", 0),
        ("#", 0),
        ("…～", 0),
        ("甲?", 0),
        ("(告官)?", 0),
        ("(告官|#)", 0),
        ("((甲|乙)?|丙)～{who}?", 0),
        ("法(律", 1),
        ("法律)", 2),
        ("法律|顾问", 2),
        ("法{律", 1),
        ("法}律", 1),
        ("?法", 0),
        ("法()律", 2),
        ("法(甲|)律", 4),
        ("(((((深)))))", 3),
    ],
)
def test_refusals(phrase: str, column: int) -> None:
    with pytest.raises(PhraseError) as caught:
        parse(phrase)
    assert caught.value.column == column
    assert caught.value.message


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("{who}～{act}", "县长今年出庭", "县长今年出庭"),
        ("{who}～{act}", "县长开会，副职出庭", None),
        ("{who}…{act}", "县长开会，依法出庭", "县长开会，依法出庭"),
        ("{who}…{act}", "县长开会。依法出庭", None),
        ("{who}…{act}", "县长开会；依法出庭", None),
        ("出庭#次", "出庭12次", "出庭12次"),
        ("出庭#次", "出庭十余次", "出庭十余次"),
        ("公示#条", "公示1.2万余条", "公示1.2万余条"),
        ("公示#条", "公示1,287条", "公示1,287条"),
        ("率#%", "率98.5%", "率98.5%"),
        ("率#%", "率百分之95", "率百分之95"),
        ("出庭#次", "出庭一百零五次", "出庭一百零五次"),
        ("出庭#次", "出庭十几次", "出庭十几次"),
        ("公示#条", "公示两万余条", "公示两万余条"),
        ("公示#条", "公示0.5万条", "公示0.5万条"),
        ("公示#条", "公示10条", "公示10条"),
        ("公示#条", "公示0条", None),
        ("率#%", "率0%", None),
        ("率#%", "率0.5%", "率0.5%"),
        ("出庭#次", "出庭若干次", None),
        ("(a.b)", "axb", None),
    ],
)
def test_matches(phrase: str, text: str, found: str | None) -> None:
    match = Phrase(phrase, WORDS).search(text)
    assert (match.group(0) if match else None) == found


def test_long_sentences_and_many_gaps_match_alike_in_linear_time() -> None:
    phrase = Phrase("县…出庭…案件…#次", WORDS)
    text = "县里负责人出庭应诉的案件共有3次"
    assert phrase.search(text)[0] == text
    assert phrase.search("。" * 5000 + text)[0] == text
    assert Phrase("县～出庭", WORDS).search("，" * 5000 + "县长出庭")[0] == "县长出庭"


def test_a_gap_is_no_longer_than_it_says() -> None:
    near, far = Phrase("县～出庭", WORDS), Phrase("县…出庭", WORDS)
    assert near.search("县" + "某" * 12 + "出庭")
    assert not near.search("县" + "某" * 13 + "出庭")
    assert far.search("县" + "某" * 40 + "出庭")
    assert not far.search("县" + "某" * 41 + "出庭")


def test_concepts_are_named_in_order_with_their_column() -> None:
    assert [(c.name, c.column) for c in concepts_of(parse("{who}(在|{act})"))] == [("who", 0), ("act", 8)]
    assert Phrase("{who}～{act}", WORDS).concepts == ["who", "act"]


def test_too_many_expansions() -> None:
    with pytest.raises(PhraseError, match="超过"):
        expand(parse("(一|二|三|四|五|六|七|八|九|十)" * 4), WORDS)


def test_a_phrase_of_more_wordings_than_can_be_listed_is_still_found() -> None:
    phrase = Phrase("(" + "(一|二|三|四|五|六|七|八|九|十)" * 4 + "|甲)件", WORDS)
    assert phrase.search("共三四五六件")[0] == "三四五六件"
    assert phrase.needs


@given(st.text(alphabet=MARKS + "法律顾问a.*[", max_size=12))
def test_parse_raises_nothing_but_its_own_error(phrase: str) -> None:
    try:
        parse(phrase)
    except PhraseError as error:
        assert 0 <= error.column <= len(phrase)


PIECES = st.recursive(
    st.sampled_from(["法律", "顾问", "{who}", "{act}", "应诉", "率?", "a.b", "+", "*", "[", "\\"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})"),
        inner.map(lambda one: f"({one})?"),
    ),
    max_leaves=6,
)


@given(PIECES, st.data())
def test_the_pattern_matches_every_expansion_whole(phrase: str, data: st.DataObject) -> None:
    try:
        texts = expand(parse(phrase), WORDS)
    except PhraseError:
        return
    assert texts is not None
    text = data.draw(st.sampled_from(sorted(texts)))
    compiled = Phrase(phrase, WORDS)
    assert re.fullmatch(compiled.pattern.source, text) is not None
    assert all(any(word in text for word in need) for need in compiled.needs)
