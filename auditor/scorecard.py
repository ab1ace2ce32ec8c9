"""The result of an audit: what every renderer and the JSON contract are made from.

Offsets are characters of `Document.text` (see auditor.reading.document); for a text file that is the decoded
source without a byte-order mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.submission import Submission
from auditor.terms import (
    GENRE,
    NOT_GRADED,
    BlockState,
    BlockVerdict,
    FailureKind,
    Level,
    MatchKind,
    Role,
    Severity,
    Verdict,
)

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of the report, verbatim at its offsets.

    Attributes:
        text: The passage, `Document.text[start:end]`.
        start: Offset of its first character.
        end: Offset after its last character.
        role: What the passage does in the report: tells what was done, a problem, a plan and so on.
        section: The heading it stands under, "" when there is none.
        paragraph: Number of its paragraph in the document, from 1.
        page: Page of the file, from 1; None where the format has no pages.
        rule: Id of the signal that found it, within its element ("named", "rate").
        match: How it was found.
        similarity: 100 for all but fuzzy matches; for those the likeness to the term sought, 0 to 100.
        marks: The words that matched, as offset pairs inside [start, end).
        place: What holds it unless it is an ordinary paragraph, in Chinese (“表格2第3行”, “脚注”); else "".
        hidden: Personal data, as offset pairs inside [start, end), that whoever prints the passage must not repeat.
        why: What settled its role, in Chinese; "" for what is told as done, and where nothing can be named.
    """

    text: str
    start: int
    end: int
    role: Role
    section: str
    paragraph: int
    page: int | None
    rule: str
    match: MatchKind
    similarity: int | float = 100
    marks: tuple[tuple[int, int], ...] = ()
    place: str = ""
    hidden: tuple[tuple[int, int], ...] = ()
    why: str = ""

    @property
    def shown(self) -> str:
        """The passage as it may be printed: personal data masked, its length as it is."""
        return masked(self.text, self.hidden, self.start)


def masked(text: str, spans: Iterable[tuple[int, int]], offset: int = 0) -> str:
    """A text that begins at an offset, a star for every character of it that lies in one of some stretches."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        left, right = max(start - offset, at), min(end - offset, len(text))
        if left < right:
            pieces += [text[at:left], "*" * (right - left)]
            at = right
    return "".join([*pieces, text[at:]])


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A passage that came near, and does not count.

    Attributes:
        citation: The passage; its role tells nothing.
        why: Why it does not count, in Chinese.
        is_for_units: Whether that serves a reporting unit; else it names the words that decided, for writers of rules.
    """

    citation: Citation
    why: str
    is_for_units: bool = True


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why an element or a block got its verdict, for `auditor explain`; every text is Chinese.

    Attributes:
        sought: What was looked for.
        conditions: Its conditions in words, each with whether it held.
        near_misses: Passages that came near.
        searched: Where the audit looked (“全文38个段落，5个一级标题”).
    """

    sought: tuple[str, ...] = ()
    conditions: tuple[tuple[str, bool], ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    searched: str = ""


@dataclass(frozen=True, slots=True)
class ElementResult:
    """The verdict on one required element.

    Attributes:
        id: Id of the element in the catalogue.
        name: Its Chinese name.
        verdict: The verdict (what each means: docs/writing-rules.md). "unread": nothing was found, but a part of the
            file could not be read.
        score: 0 to 100.
        weight: Its weight in the report's score.
        basis: The law that asks for it, as cited (“《行政诉讼法》（2017修正）第三条第三款”).
        gaps: What to add, in Chinese; empty when nothing is missing.
        citations: The passages the verdict rests on, best first; none where nothing was found or is asked for.
        grounds: Why, in full.
    """

    id: str
    name: str
    verdict: Verdict
    score: int
    weight: int
    basis: tuple[str, ...]
    gaps: tuple[str, ...]
    citations: tuple[Citation, ...]
    grounds: Grounds = field(default_factory=Grounds)


@dataclass(frozen=True, slots=True)
class BlockResult:
    """Whether one of the five statutory blocks is there.

    Attributes:
        id: Id of the block in the catalogue.
        name: Its Chinese name.
        verdict: Whether it is there; "unread" when it may stand in a part that could not be read.
        citations: The passages that show it, a few; empty when it is absent.
        grounds: Why: one condition suffices; near misses are told of absent blocks only.
        exemption: Why a report on that year need not have it, in Chinese; "" when it must.
        element: Id of the element that asks for the same matter; "" for none.
    """

    id: str
    name: str
    verdict: BlockVerdict
    citations: tuple[Citation, ...]
    grounds: Grounds = field(default_factory=Grounds)
    exemption: str = ""
    element: str = ""

    @property
    def state(self) -> BlockState:
        """Its verdict, but "not_asked" where it is not there and need not be."""
        return "not_asked" if self.exemption and self.verdict != "present" else self.verdict


def count_lacking(blocks: Iterable[BlockResult]) -> int:
    """How many statutory blocks are asked for and absent."""
    return sum(block.state == "absent" for block in blocks)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reviewer should know that is no element: a wrong genre, a slip of form, a doubtful number.

    Attributes:
        id: Id of the check.
        severity: How grave it is.
        message: What is wrong and what to do, in Chinese.
        citations: The passages concerned; their roles tell where they stand, not that they prove anything.
        name: The Chinese name of the check.
    """

    id: str
    severity: Severity
    message: str
    citations: tuple[Citation, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A fact of the report's identity with the words it was read from.

    Attributes:
        value: The fact as text ("" when unknown).
        source: What it was read from, in Chinese (“标题”, “落款”, “网页信息”).
        start: Offset of those words, -1 when they are not in the text.
        end: Offset after them, -1 when they are not in the text.
    """

    value: str
    source: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class ReportCard:
    """The audit of one report.

    Attributes:
        path: The path as the user gave it.
        title: The report's title, "" when none was found.
        unit: The reporting body, "" when unknown.
        level: Its level.
        year: The year reported on, None when unknown.
        score: 0 to 100, the weighted mean over the elements that count.
        grade: 优秀, 良好, 一般 or 较差, by the score and the statutory blocks; `NOT_GRADED` when an element is unread.
        elements: One result for each element of the catalogue, in its order.
        blocks: One result for each statutory block; empty for a lone passage, which owes none.
        findings: Everything else a reviewer should know.
        identity: Where title, unit, level and year were read.
        notes: Remarks on the reading of the file; a part that was not read is a finding.
        hidden: Personal data, [start, end) of the document's text, that nothing printed of it may repeat.
    """

    path: str
    title: str
    unit: str
    level: Level
    year: int | None
    score: float
    grade: str
    elements: tuple[ElementResult, ...]
    blocks: tuple[BlockResult, ...]
    findings: tuple[Finding, ...]
    identity: dict[str, Evidenced] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()

    @property
    def is_graded(self) -> bool:
        """Whether its score tells of the whole report: all its elements could be judged."""
        return self.grade != NOT_GRADED

    @property
    def is_annual_report(self) -> bool:
        """Whether it is an annual report, and the whole of it; nothing else is ranked or counted among them."""
        return all(each.id != GENRE for each in self.findings)

    def is_on(self, year: int | None) -> bool:
        """Whether it reports on a year; None is any."""
        return year is None or self.year == year

    @property
    def standing(self) -> tuple[bool, float, int]:
        """What reports are listed by: those with a grade first, by score, then by the statutory blocks they lack."""
        return not self.is_graded, -self.score, count_lacking(self.blocks)

    @property
    def has_faults(self) -> bool:
        """Whether it has errors, or cannot be said to have all statutory contents."""
        return any(each.severity == "error" for each in self.findings) or any(
            each.verdict != "present" for each in self.blocks
        )

    def falls_below(self, score: float) -> bool:
        """Whether it has a lower score, or cannot be said to have as much since an element could not be judged."""
        return self.score < score or not self.is_graded


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be audited, and why (in Chinese)."""

    path: str
    error: str
    kind: FailureKind


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One run of the auditor: the catalogue used, the reports audited, the files that could not be.

    Attributes:
        catalogue_name: Name of the catalogue.
        catalogue_version: Its version.
        reports: The reports, in the order of their files.
        failures: The files that could not be audited.
        grades: The names of all its grades, best first.
        submission: What was called for, and who has handed it in.
    """

    catalogue_name: str
    catalogue_version: str
    reports: tuple[ReportCard, ...]
    failures: tuple[Failure, ...]
    grades: tuple[str, ...] = ()
    submission: Submission = field(default_factory=Submission)
