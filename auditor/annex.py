"""What goes with a scorecard into the papers: the texts, the statistics, the passages that reports share.

Renderers get it beside the scorecard, so that they need no engine. Reports are named by their index in
`Scorecard.reports`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.terms import Verdict


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one report, as its citations count it.

    Attributes:
        text: The text; every citation is `text[start:end]`.
        paragraphs: Offset pairs of its paragraphs, in order; the first is number 1.
        is_plain_file: Whether offsets are those of the file itself, so that lines can be counted in it.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    is_plain_file: bool = False


@dataclass(frozen=True, slots=True)
class ElementTally:
    """How the reports of a group fare on one element."""

    id: str
    name: str
    verdicts: Mapping[Verdict, int]

    @property
    def asked(self) -> int:
        """The reports it is asked of and could be judged in."""
        return sum(count for verdict, count in self.verdicts.items() if verdict not in ("not_applicable", "unread"))

    @property
    def missing_rate(self) -> float | None:
        """The part of those that lack it, 0 to 1; None when it is asked of none."""
        return self.verdicts.get("missing", 0) / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class BlockTally:
    """How many reports of a group have one statutory block, have it not, could not be read so far, need not have it."""

    id: str
    name: str
    present: int
    absent: int
    unread: int = 0
    not_asked: int = 0

    @property
    def missing_rate(self) -> float | None:
        """The part of the reports that lack it, 0 to 1; None when it is asked of none."""
        asked = self.present + self.absent
        return self.absent / asked if asked else None


@dataclass(frozen=True, slots=True)
class GroupTally:
    """A group of reports: all of them, those of one level, those of one type of unit.

    Attributes:
        name: Its name in Chinese (“县级政府”).
        reports: How many there are.
        mean: The mean of the scores of those that are graded, 0 to 100, to one decimal.
        grades: How many earned each grade, best first.
        elements: One tally for each element, in the order of the catalogue.
        blocks: One tally for each statutory block, likewise.
    """

    name: str
    reports: int
    mean: float
    grades: tuple[tuple[str, int], ...]
    elements: tuple[ElementTally, ...]
    blocks: tuple[BlockTally, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands; equal scores share a rank and the next rank is left out (1, 2, 2, 4).

    Attributes:
        rank: Among all reports, from 1.
        is_tied: Whether another report has that rank.
        rank_in_level: Among the reports of its level.
        is_tied_in_level: Whether another report of its level has that rank.
        of_level: How many reports its level has.
    """

    rank: int
    is_tied: bool
    rank_in_level: int
    is_tied_in_level: bool
    of_level: int


@dataclass(frozen=True, slots=True)
class SetApart:
    """A report that is neither ranked nor counted.

    Attributes:
        report: The report.
        counted: The report of the same unit and year that is counted instead; None for other reasons.
        asked_year: The year called for, when the report is on another or on none that can be told; else None, and
            what is not counted otherwise is no annual report.
    """

    report: int
    counted: int | None = None
    asked_year: int | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a supervisor reads: the run as a whole, by level, by type of unit.

    Attributes:
        overall: All the reports that are counted.
        levels: Those of each level.
        types: Those of each type of unit.
        standings: One for each report; None for those set apart.
        apart: The reports set apart.
    """

    overall: GroupTally
    levels: tuple[GroupTally, ...]
    types: tuple[GroupTally, ...]
    standings: tuple[Standing | None, ...]
    apart: tuple[SetApart, ...] = ()

    @property
    def ranked(self) -> list[int]:
        """The reports that are ranked, the best first."""
        ranks = {number: standing.rank for number, standing in enumerate(self.standings) if standing is not None}
        return sorted(ranks, key=lambda number: ranks[number])


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """Where a shared passage stands: the report, the number of the paragraph, and offsets of its text."""

    report: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that reports of several units have in the same words.

    Attributes:
        text: As it stands at the first of its places, personal data masked.
        length: Its characters, without punctuation and the unit's own name.
        places: One for each report, in their order.
        is_common: Whether so many units have it that it is a set phrase and no copy.
    """

    text: str
    length: int
    places: tuple[SharedPlace, ...]
    is_common: bool


@dataclass(frozen=True, slots=True)
class Copying:
    """How much of a report stands in reports of other units too; set phrases are left out.

    Attributes:
        report: The report.
        share: The part of its text, 0 to 1.
        nearest: The report it shares most with.
        share_with_nearest: The part of its text that it shares with that one.
    """

    report: int
    share: float
    nearest: int
    share_with_nearest: float


@dataclass(frozen=True, slots=True)
class Sharing:
    """The passages that reports of different units share, longest first, and the reports by share."""

    passages: tuple[SharedPassage, ...] = ()
    copying: tuple[Copying, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """Everything that goes with a scorecard.

    Attributes:
        statistics: Of the whole run.
        sharing: Passages shared between units.
        sources: The text of each report, None where it could not be had again; empty when none was asked for.
    """

    statistics: Statistics
    sharing: Sharing = field(default_factory=Sharing)
    sources: tuple[Source | None, ...] = ()

    def source(self, report: int) -> Source | None:
        """The text of a report, when it is there."""
        return self.sources[report] if report < len(self.sources) else None
