"""The shape of the form and number checks (rules/checks): what each looks for, and the words it goes by."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from auditor.catalogue.fields import Chinese, Id, LastYear, Phrases, PhraseText, Strict, Year
from auditor.terms import Level, Severity


def _in_order(years: list[int]) -> list[int]:
    if years != sorted(years):
        raise ValueError(f"起止年份颠倒：{years[0]}—{years[-1]}")
    return years


Range = Annotated[list[Year], Field(min_length=2, max_length=2), AfterValidator(_in_order)]


CheckId = Literal[
    "title_year",
    "title_doubled",
    "addressee_self",
    "issuer_differs",
    "date_impossible",
    "date_before_year",
    "date_early",
    "date_late",
    "year_left",
    "heading_year",
    "heading_relative",
    "numbering",
    "wrong_name",
    "stale_name",
    "period_years",
    "period_ended",
    "other_body",
    "other_place",
    "blank",
    "doubled_word",
    "personal_data",
    "cause_missing",
    "plan_answers_none",
    "part_exceeds_whole",
    "parts_exceed",
    "parts_short",
    "rate_wrong",
    "share_out_of_range",
    "rate_of_none",
    "growth_wrong",
    "points",
    "value_differs",
]
"""The checks that can be made; a rules folder says which of them are."""


class CheckExample(Strict):
    """A text and whether the check speaks up at it.

    A text of one line stands as a paragraph in a report of `level` on `year`; a text of several lines is a whole
    report, its first line the title.
    """

    kind: Literal["fires", "silent", "near_miss"]
    text: Chinese
    level: Level = "county"
    year: Year = 2024


Examples = Annotated[list[CheckExample], Field(min_length=1)]


class Check(Strict):
    """One check; a check that is not listed is not made. `severity` is that of a certain case."""

    id: CheckId
    name: Chinese
    why: Chinese
    severity: Severity
    examples: Annotated[list[CheckExample], Field(min_length=3)]


class Name(Strict):
    """A wrong or outdated name of a law, a document, a body or a term.

    `since` and `until` are report years. A sentence with a phrase of `unless` is left alone.
    """

    id: Id
    kind: Literal["wrong", "stale"]
    right: Chinese
    why: Chinese
    since: Year | None = None
    until: LastYear = None
    phrases: Phrases
    but_not: list[PhraseText] = []
    unless: list[PhraseText] = []
    examples: Examples


class Period(Strict):
    """A document or campaign that runs for fixed years.

    `title` is its name without the years; `ranges` are the years it ran, the last one the latest known. `words` name
    the latest one without its years.
    """

    id: Id
    title: Chinese
    ranges: Annotated[list[Range], Field(min_length=1)]
    words: list[PhraseText] = []
    examples: Examples


class Proportion(Strict):
    """A rate, with the words that name its numerator and its denominator.

    `none` says in words that there was nothing of which to take a rate. `rate` words end the name of the rate.
    """

    id: Id
    rate: Annotated[list[Chinese], Field(min_length=1)]
    part: Annotated[list[Chinese], Field(min_length=1)]
    whole: Annotated[list[Chinese], Field(min_length=1)]
    none: list[PhraseText] = []
    examples: Examples


class Division(Strict):
    """Kinds that exclude each other; with `complete`, naming all of those leaves nothing over."""

    id: Id
    kinds: Annotated[list[Chinese], Field(min_length=2)]
    complete: list[list[Chinese]] = []
    examples: Examples


class ForeignWords(Strict):
    """How a body never speaks of itself, by its level (or, with `unit_ends`, by how its name ends)."""

    id: Id
    levels: list[Level] = []
    unit_ends: list[Chinese] = []
    words: Annotated[list[Chinese], Field(min_length=1)]
    but_not: list[Chinese] = []
    examples: Examples


class Topic(Strict):
    """A field of work that a shortcoming or a plan is about."""

    name: Chinese
    words: Annotated[list[Chinese], Field(min_length=1)]


class CheckWords(Strict):
    """Short word lists of the checks.

    Attributes:
        shares: Names of rates that cannot exceed 100 %.
        qualified: Words in the name of a rate by which it is taken of something else than the figures given.
        doubled: Words whose immediate repetition is a slip.
        doubled_but_not: Texts in which it is none.
        former: Wordings in which a stale name, ◇ in them, is told as that of former times.
        relative: Words of a template that a heading should have replaced by a year.
        blanks: Blanks of a template that were not filled in; X stands for a sign that holds a place, XX for several.
        blanks_but_not: Words after such signs by which they hide a name rather than hold a place.
        persons: Words for private persons that stand before their names.
        closing: Words that make a plan wind a period up rather than carry it on.
        totals: Words that mark a figure as that of the whole year.
        other_times: Words that mark a figure as of another time.
        topics: Fields of work.
        causes: Words that give a cause, however loosely.
        everything: Words by which a plan takes up all shortcomings at once.
    """

    shares: list[Chinese] = []
    qualified: list[Chinese] = []
    doubled: list[Chinese] = []
    doubled_but_not: list[Chinese] = []
    former: list[PhraseText] = []
    relative: list[Chinese] = []
    blanks: list[Chinese] = []
    blanks_but_not: list[Chinese] = []
    persons: list[Chinese] = []
    closing: list[Chinese] = []
    totals: list[Chinese] = []
    other_times: list[Chinese] = []
    topics: list[Topic] = []
    everything: list[Chinese] = []
    causes: list[Chinese] = []


class Checks(Strict):
    """All that rules/checks holds; empty for a rules folder without it."""

    checks: list[Check] = []
    names: list[Name] = []
    periods: list[Period] = []
    proportions: list[Proportion] = []
    divisions: list[Division] = []
    foreign: list[ForeignWords] = []
    words: CheckWords = CheckWords()


UNLISTED = {"genre": "文种"}
"""The findings that are made whatever checks are listed, with their names."""

LISTS: dict[str, tuple[type[Strict], str]] = {
    "checks": (Check, "检查"),
    "names": (Name, "名称"),
    "periods": (Period, "有期限的文件"),
    "proportions": (Proportion, "比率"),
    "divisions": (Division, "分类"),
    "foreign": (ForeignWords, "自称词表"),
}
"""The lists of rules/checks, each in a file of its name: the shape of an entry, and what one is called."""
