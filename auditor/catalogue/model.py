"""The shape of the rule files. Every key is named here; an unknown one is refused (see auditor.catalogue.source)."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from auditor.catalogue.checks import Checks
from auditor.catalogue.fields import (
    DATE,
    Binding,
    Chinese,
    CueRole,
    Id,
    KnownLevel,
    LastYear,
    Number,
    Phrases,
    PhraseText,
    SectionRole,
    Strict,
    Weight,
    Year,
)
from auditor.catalogue.scoring import Scoring
from auditor.catalogue.source import Location
from auditor.catalogue.waiver import ActiveWaiver
from auditor.catalogue.wordlists import Lexicon
from auditor.terms import Level, Role, RuleVerdict

ENTRY_LISTS = {"signals": "信号", "zero": "零报告信号", "decoys": "干扰项", "particulars": "具体内容"}
"""The lists of an element whose entries have ids and phrases, and what an entry of each is called."""


def _is_a_day(value: str) -> str:
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if value else "2000-01-01")
    except ValueError:
        raise ValueError(f"没有“{value}”这个日期") from None
    return value


Date = Annotated[str, Field(pattern=DATE), AfterValidator(_is_a_day)]


class Instrument(Strict):
    """A law or Party regulation that a rule may cite.

    `status` says how far it was checked: the articles themselves were read, no more than its title was confirmed, or
    not even that; articles may be cited only of one that was read. `in_force` and `ended` are its first and last day,
    as far as known (2016, 2016-06, 2016-06-15): it is cited of reports on those years and the years between.
    """

    id: Id
    title: Chinese
    number: str = ""
    edition: str = ""
    in_force: Date = ""
    ended: Date = ""
    status: Literal["read", "title", "unsure"]
    articles: list[Chinese] = []

    @field_validator("ended")
    @classmethod
    def _ends_after_it_begins(cls, ended: str, info: ValidationInfo) -> str:
        begins = info.data.get("in_force", "")
        if ended and ended < begins[: len(ended)]:
            raise ValueError(f"失效日期 {ended} 早于施行日期 {begins}")
        return ended

    @field_validator("articles")
    @classmethod
    def _were_read(cls, articles: list[str], info: ValidationInfo) -> list[str]:
        if articles and info.data.get("status", "read") != "read":
            raise ValueError("没有核对过原文的文件（status 不是 read）不能列条文，请把 articles 留空")
        return articles


class Basis(Strict):
    """Why an element is asked for: an instrument, the articles, and the report years and levels for which it holds.

    Without `levels` it holds for all; a report whose level is unknown gets every basis.
    """

    instrument: Id
    articles: list[Chinese] = []
    says: Chinese
    from_year: Year | None = None
    to_year: LastYear = None
    levels: list[Level] = []


class Signal(Strict):
    """One way in which a report names or shows the element.

    `strength`: "claim" names it; "shown" names it with a particular; "support" counts only beside an anchor, and with
    others of its kind. `role` fixes the role where the phrase itself says it (无一到庭 is always a problem). A zero
    signal with `rows: zero` counts only in a table row whose cell for this year is nought; a signal with `rows: value`
    does not count in such a row: that nobody came to court is no statement that there were no suits; with `rows: only`
    it counts only in a row that has a value for this year. One that `teaches` tells of study or publicity itself, so
    that it counts where other matters would be mere topics. One that is a `last_resort`, for it is broad, is looked for
    only where the others neither meet the element nor tell it to nought; where another signal of its sentence says a
    role itself, that role is its own.
    """

    id: Id
    asks: Chinese
    phrases: Phrases
    unless: list[PhraseText] = []
    parts: list[Id] = []
    teaches: bool = False
    last_resort: bool = False
    strength: Literal["claim", "shown", "support"] = "claim"
    role: CueRole | None = None
    rows: Literal["any", "zero", "value", "only"] = "any"


class Decoy(Strict):
    """Words that look like the element and are another matter; `reach` says how far they reach.

    "phrase": no further than themselves; "clause": to the next punctuation mark but 、; "sentence": to the next ； or
    ，但 (不过, 然而, 却). Words of the body's own end a reach beyond the phrase.
    """

    id: Id
    why: Chinese
    phrases: Phrases
    reach: Literal["phrase", "clause", "sentence"] = "phrase"


class Particular(Strict):
    """A number, rate, named document or checkable act that belongs to the element."""

    id: Id
    asks: Chinese
    phrases: Phrases


class Condition(Strict):
    """One sufficient set of facts for the verdict “met”: how many parts are done, and whether a particular is there."""

    parts: Annotated[Number, Field(ge=0)] = 0
    particular: bool = False
    reads: Chinese


class Advice(Strict):
    """What to tell the drafter, by verdict."""

    missing: Chinese
    mentioned: Chinese
    weak: Chinese


class Example(Strict):
    """A text with the verdict it must get; `fires` names signals, decoys or particulars that must be seen in it.

    With `level` or `year` it stands in the report of a body of that level, or on that year.
    """

    kind: Literal["fires", "silent", "near_miss"]
    text: Chinese
    verdict: RuleVerdict
    fires: list[Id] = []
    level: Level = "unknown"
    year: Year | None = None
    why: str = ""


class Element(Strict):
    """A required element of the report.

    It is asked of the levels in `binds`, in reports on the years from `from_year` to `to_year`.
    """

    id: Id
    kind: Literal["element"]
    name: Chinese
    short: Chinese
    weight: Weight
    asks: Chinese
    why: Chinese
    basis: Annotated[list[Basis], Field(min_length=1)]
    binds: Annotated[dict[KnownLevel, Binding], Field(min_length=1)]
    from_year: Year | None = None
    to_year: LastYear = None
    parts: dict[Id, Chinese] = {}
    slips: list[Annotated[str, Field(min_length=4)]] = []
    signals: Annotated[list[Signal], Field(min_length=1)]
    anchors: list[PhraseText] = []
    support_needs: Annotated[Number, Field(ge=0)] = 2
    own: list[PhraseText] = []
    decoys: list[Decoy] = []
    particulars: list[Particular] = []
    zero: list[Signal] = []
    met: Annotated[list[Condition], Field(min_length=1)]
    advice: Advice
    limits: Chinese
    examples: Annotated[list[Example], Field(min_length=3)]


class BlockExample(Strict):
    """A report, in short, and whether it has the block."""

    kind: Literal["fires", "silent", "near_miss"]
    text: Chinese
    verdict: Literal["present", "absent"]


class Block(Strict):
    """One of the five contents that 督察工作规定 第二十五条 asks of the whole report, from `from_year` to `to_year`.

    A block is present when a section of one of `sections` is there with text under it, or when `phrases` match in at
    least `at_least` sentences (of the report or of one paragraph, as `within` says) whose role is one of `roles`; the
    clauses of a long sentence make up for sentences that are fewer. `element` names the element that asks for the same
    matter wherever it stands: what that found is told of where the block is absent.
    """

    id: Id
    kind: Literal["block"]
    name: Chinese
    asks: Chinese
    why: Chinese
    basis: Annotated[list[Basis], Field(min_length=1)]
    from_year: int | None = None
    to_year: LastYear = None
    element: Id | None = None
    sections: list[SectionRole] = []
    phrases: list[PhraseText] = []
    but_not: list[PhraseText] = []
    roles: list[Role] = []
    at_least: Annotated[Number, Field(ge=1)] = 1
    within: Literal["report", "paragraph"] = "report"
    limits: Chinese
    examples: Annotated[list[BlockExample], Field(min_length=3)]

    @model_validator(mode="after")
    def _can_be_found(self) -> "Block":
        if not self.sections and not self.phrases:
            raise ValueError("sections（标题）和 phrases（短语）至少写一项，否则永远判为“无”")
        if self.phrases and not self.roles:
            raise ValueError("有 phrases（短语）就要写 roles（句子的性质），否则短语不会计入")
        return self


class Manifest(Strict):
    """catalogue.yaml: the catalogue's name, version and order."""

    name: Chinese
    version: Chinese
    elements: Annotated[list[Id], Field(min_length=1)]
    blocks: list[Id]
    scoring: Scoring


class Catalogue(Strict):
    """Everything of a rules folder that a profile selects, checked.

    Attributes:
        files: The file of each element and block, by id.
        profiles: The files of the profiles, those extended first; empty for the core.
        own: The folders with rules of the profiles' own.
        dropped: The elements that the profile closes, by id, each with the reason.
        changed: Which keys which file changes, by the element's id.
        moved: Where what a profile adds to a rule stands: (rule id, place in the rule) -> (file, place in the file).
    """

    manifest: Manifest
    instruments: dict[str, Instrument]
    elements: list[Element]
    blocks: list[Block]
    lexicon: Lexicon
    checks: Checks = Checks()
    folder: str
    waivers: list[ActiveWaiver] = []
    files: dict[str, str] = {}
    profiles: list[str] = []
    own: list[str] = []
    dropped: dict[str, str] = {}
    changed: dict[str, dict[str, list[str]]] = {}
    moved: dict[Location, tuple[str, Location]] = {}
