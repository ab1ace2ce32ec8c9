"""The result of comparing two reports of the same unit: what its renderers are made from."""

from dataclasses import dataclass
from typing import Literal

from auditor.scorecard import ReportCard, masked
from auditor.terms import BlockState, Verdict

Trend = Literal["gained", "better", "same", "worse", "dropped", "new", "not_asked", "unread"]
Outcome = Literal["kept", "partly", "no_trace"]

TREND_NAMES: dict[Trend, str] = {
    "gained": "新写入",
    "better": "改进",
    "same": "不变",
    "worse": "退步",
    "dropped": "漏写",
    "new": "新增要求",
    "not_asked": "本次未要求",
    "unread": "未能判断",
}
OUTCOME_NAMES: dict[Outcome, str] = {"kept": "有落实记述", "partly": "部分有记述", "no_trace": "未见记述"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of one of the reports: verbatim at [start, end) of its text, its first and last paragraph, from 1.

    `hidden` is the personal data in it, as offset pairs inside [start, end), that whoever prints it must not repeat.
    """

    text: str
    start: int
    end: int
    paragraph: int
    last_paragraph: int
    hidden: tuple[tuple[int, int], ...] = ()

    @property
    def shown(self) -> str:
        """The statement as it may be printed."""
        return masked(self.text, self.hidden, self.start)


@dataclass(frozen=True, slots=True)
class ElementChange:
    """How one element fared; None for a report whose catalogue did not ask for it.

    Attributes:
        id: Its id.
        name: Its name.
        last: Last year's verdict.
        this: This year's.
        trend: What became of it; "gained" and "dropped" where it was missing before or is missing now,
            "new" and "not_asked" where only one of the two reports was asked for it, "unread" where one of the two
            could not be judged.
    """

    id: str
    name: str
    last: Verdict | None
    this: Verdict | None
    trend: Trend


@dataclass(frozen=True, slots=True)
class BlockChange:
    """How one statutory block fared; None for a passage, which owes none."""

    id: str
    name: str
    last: BlockState | None
    this: BlockState | None
    trend: Trend


@dataclass(frozen=True, slots=True)
class Carried:
    """A passage that stands in both reports in the same words, but for years and punctuation.

    Attributes:
        last: Where it stood.
        this: Where it stands.
        length: Its characters without punctuation.
    """

    last: Statement
    this: Statement
    length: int


@dataclass(frozen=True, slots=True)
class Promise:
    """An item of last year's plan and what this year's report says was done of it.

    Attributes:
        item: The item.
        outcome: Judged by the words they share, and so to be checked by a person.
        overlap: The part of the item's telling words found in `evidence`, 0 to 1.
        evidence: The statement of this year that comes nearest; None where none comes near.
        again: Whether the item stands in this year's plan again.
    """

    item: Statement
    outcome: Outcome
    overlap: float
    evidence: Statement | None
    again: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Last year's report against this year's.

    Attributes:
        last: Last year's report card.
        this: This year's.
        elements: What became of each element.
        blocks: What became of each statutory block.
        carried: Passages copied forward, longest first.
        carried_share: The part of this year's text that they are, 0 to 1.
        promises: Last year's plan, item by item.
        shortcomings: Last year's shortcomings that stand there again word for word.
        remarks: What to bear in mind, in Chinese (“两份报告的单位不同”).
    """

    last: ReportCard
    this: ReportCard
    elements: tuple[ElementChange, ...]
    blocks: tuple[BlockChange, ...]
    carried: tuple[Carried, ...]
    carried_share: float
    promises: tuple[Promise, ...]
    shortcomings: tuple[Carried, ...]
    remarks: tuple[str, ...]
