"""The shape of the rule files. Every key is named here; an unknown one is refused (see auditor.catalogue.source)."""

from typing import Annotated, Literal

from pydantic import Field

from auditor.catalogue.checks import Checks
from auditor.catalogue.fields import Binding, Chinese, CueRole, Id, Phrases, PhraseText, SectionRole, Strict, Weight
from auditor.catalogue.source import Location
from auditor.catalogue.waiver import ActiveWaiver
from auditor.catalogue.wordlists import Lexicon
from auditor.scorecard import Level, RuleVerdict


class Instrument(Strict):
    """A law or Party regulation that a rule may cite.

    `status` says how far it was checked (shared/domain/legal-basis.md): articles may be cited of one that was read.
    """

    id: Id
    title: Chinese
    number: str = ""
    edition: str = ""
    in_force: str = ""
    ended: str = ""
    status: Literal["read", "title", "unsure"]
    articles: list[Chinese] = []


class Basis(Strict):
    """Why an element is asked for: an instrument, the articles, and the report years and levels for which it holds.

    Without `levels` it holds for all; a report whose level is unknown gets every basis.
    """

    instrument: Id
    articles: list[Chinese] = []
    says: Chinese
    from_year: int | None = None
    to_year: int | None = None
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
    """Words that look like the element and are another matter; `reach` says how far they reach."""

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

    parts: int = 0
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
    year: int | None = None
    why: str = ""


class Measured(Strict):
    """Figures measured on labelled cases, with their number and date."""

    date: Chinese
    cases: int
    precision: float
    recall: float
    accuracy: float


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
    binds: dict[Level, Binding]
    from_year: int | None = None
    to_year: int | None = None
    parts: dict[Id, Chinese] = {}
    slips: list[Chinese] = []
    signals: Annotated[list[Signal], Field(min_length=1)]
    anchors: list[PhraseText] = []
    support_needs: int = 2
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
    """One of the five contents that 督察工作规定 第二十五条 asks of the whole report.

    A block is present when a section of one of `sections` is there with text under it, or when `phrases` match in at
    least `at_least` sentences whose role is one of `roles`, or that many sentences of a role without any phrase asked.
    """

    id: Id
    kind: Literal["block"]
    name: Chinese
    asks: Chinese
    why: Chinese
    basis: Annotated[list[Basis], Field(min_length=1)]
    sections: list[SectionRole] = []
    phrases: list[PhraseText] = []
    but_not: list[PhraseText] = []
    roles: list[CueRole] = []
    at_least: int = 1
    within: Literal["report", "paragraph"] = "report"
    limits: Chinese
    examples: Annotated[list[BlockExample], Field(min_length=3)]


class Grade(Strict):
    """A grade and the lowest score that earns it."""

    name: Chinese
    at_least: float


class Scoring(Strict):
    """Points for each verdict, and the grades; exempt and not applicable elements leave the mean."""

    points: dict[RuleVerdict, int]
    grades: Annotated[list[Grade], Field(min_length=1)]


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
    moved: dict[Location, tuple[str, Location]] = {}
