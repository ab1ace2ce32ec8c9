"""`check` in formats that are written report by report: each as soon as it is audited, and none is kept."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.calling import say_submission
from auditor.cli.messages import BELOW, DONE, NOT_AUDITED, say, say_failure
from auditor.cli.output import writing
from auditor.cli.standard import Standard
from auditor.rendering.formats import Format
from auditor.scorecard import Failure, ReportCard
from auditor.submission import Submission

if TYPE_CHECKING:
    from auditor.batch import Result
    from auditor.catalogue import Catalogue
    from auditor.rendering.streams import Stream
    from auditor.statistics import RollCall


def needs_cards(catalogue: "Catalogue", standard: Standard, roll: "RollCall | None") -> bool:
    """Whether the run must look into the report cards; opening one takes longer than writing its line."""
    return not standard.asks_nothing or bool(catalogue.waivers) or roll is not None


def check_stream(
    results: "Iterable[Result]",
    asked: Format,
    catalogue: "Catalogue",
    output: Path | None,
    standard: Standard,
    *,
    roll: "RollCall | None",
) -> int:
    """Writes the results one by one; failures are said again at the end.

    Args:
        results: The results, in order.
        asked: Their format.
        catalogue: The catalogue they were judged with.
        output: The file to write to, None for standard output.
        standard: What every report has to reach.
        roll: Calls the roll; None when nothing is called for.

    Returns:
        The exit status.
    """
    run = _Run(standard, needs_cards(catalogue, standard, roll), roll)
    stream = asked.stream()
    with writing(output) as write:
        write(stream.begin(catalogue.manifest.name, catalogue.manifest.version))
        lines = _announcements(catalogue, run.cards(results, stream, write))
        submission = roll.submission(len(run.failures)) if roll else Submission()
        write(stream.end(submission))
    for failure in run.failures:
        say_failure(failure)
    for line in lines:
        say(line)
    if not asked.tells_submission:
        say_submission(submission, with_other_year=True)
    if run.failures:
        return NOT_AUDITED
    return BELOW if run.is_below else DONE


def _announcements(catalogue: "Catalogue", cards: Iterable[ReportCard]) -> list[str]:
    """What to say of waivers; goes through all the cards."""
    if not catalogue.waivers:
        deque(cards, maxlen=0)
        return []
    from auditor.judging.waivers import announcements  # brings all of judging, which a cached folder needs not

    return announcements(catalogue, cards)


@dataclass(slots=True)
class _Run:
    """What is kept of a run whose reports are written and gone."""

    standard: Standard
    opens_cards: bool
    roll: "RollCall | None"
    failures: list[Failure] = field(default_factory=list)
    is_below: bool = False

    def cards(
        self, results: "Iterable[Result]", stream: "Stream", write: Callable[[str], None]
    ) -> Iterator[ReportCard]:
        """Writes every result, and yields the report cards when they are wanted."""
        for result in results:
            if isinstance(result.content, Failure):
                write(stream.failure(result.line))
                self.failures.append(result.content)
                continue
            write(stream.report(result.line))
            if self.opens_cards:
                card = result.outcome
                if isinstance(card, ReportCard):
                    if self.roll is not None:
                        self.roll.add(card)
                    self.is_below = self.is_below or self.standard.is_missed_by(card)
                    yield card
