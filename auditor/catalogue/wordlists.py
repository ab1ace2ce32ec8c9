"""The shape of the word lists that all elements share (rules/lexicon)."""

from typing import Annotated, Literal

from pydantic import Field

from auditor.catalogue.fields import MARKED, Chinese, CueRole, Id, Phrases, PhraseText, SectionRole, Strict
from auditor.terms import Level


class ConceptExamples(Strict):
    """Texts in which a concept stands, and texts that only look so."""

    counts: Annotated[list[Chinese], Field(min_length=1)]
    does_not: list[Chinese] = []


class ConceptList(Strict):
    """A named list of words that mean one thing; `but_not` lists longer words in which they mean another."""

    id: Id
    means: Chinese
    words: Phrases
    but_not: list[PhraseText] = []
    examples: ConceptExamples


class CueExample(Strict):
    """A sentence whose passage in 【】 must get `role`.

    `section` is the role of the section it stands in, `level` that of the body whose report it is.
    """

    text: Annotated[str, Field(pattern=MARKED)]
    role: CueRole
    section: SectionRole = "none"
    level: Level = "county"


class CueList(Strict):
    """Words that settle what a passage does in the report: done, problem, plan, ….

    `reach`: "forward" from the cue to the end of the sentence (to the next ； when the cue does not open it),
    "backward" from the cue to the contrast before it (；, ，但, ，其中 …) or the sentence's start, "clause" the clause
    it stands in, "nearby" that clause and the one before, unless each names a matter of its own, "sentence" all of it.
    A label speaks with the clause after its colon. `carries` lets a forward cue hold on through the rest of the
    paragraph; `ends` names the roles whose forward cues it puts an end to. With `needs_particular` the cue holds only
    for a clause that gives a particular. `clause_start` asks that the cue open a clause; after one of `not_after` in
    its clause (整改……, 防止……) it is none; `levels` and `sections` limit where it holds. A cue of what is done
    overrules a section of problems or plans only when it names that section.
    """

    id: Id
    role: CueRole
    means: Chinese
    phrases: Phrases
    but_not: list[PhraseText] = []
    not_after: list[PhraseText] = []
    reach: Literal["forward", "backward", "clause", "nearby", "sentence"]
    clause_start: bool = False
    carries: bool = False
    ends: list[CueRole] = []
    needs_particular: bool = False
    levels: list[Level] = []
    sections: list[SectionRole] = []
    examples: Annotated[list[CueExample], Field(min_length=1)]


class SectionList(Strict):
    """Headings that tell what a section is about; `lead_ins` do it where there are none, `but_not` undoes either.

    `whole` are words so common that they tell it only when they are the whole heading (二、问题).
    """

    role: SectionRole
    means: Chinese
    headings: Phrases
    whole: list[Chinese] = []
    but_not: list[PhraseText] = []
    lead_ins: list[PhraseText] = []
    examples: ConceptExamples


class Border(Strict):
    """A short word and the characters beside it with which it may be part of other words (反应|诉诸)."""

    word: Chinese
    before: str = ""
    after: str = ""
    examples: ConceptExamples


class Slips(Strict):
    """Characters that scans and keyboards confuse, and terms that must never be read as one another."""

    look_alikes: list[Annotated[str, Field(min_length=2)]]
    never: list[Chinese]


class Continuations(Strict):
    """How a sentence begins that goes on about the matter of the one before it."""

    openers: Phrases


class Lexicon(Strict):
    """Word lists that all elements share."""

    concepts: list[ConceptList]
    cues: list[CueList]
    sections: list[SectionList]
    borders: list[Border]
    slips: Slips
    continuations: Continuations
    traditional: dict[str, str]
