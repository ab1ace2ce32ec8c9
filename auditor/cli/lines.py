"""`check --format jsonl`: each report is written as soon as it is audited, and none is kept."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.messages import BELOW, DONE, NOT_AUDITED, say, say_failure
from auditor.cli.output import writing
from auditor.scorecard import Failure, ReportCard

if TYPE_CHECKING:
    from auditor.batch import Result
    from auditor.catalogue import Catalogue


def check_lines(
    results: "Iterable[Result]", catalogue: "Catalogue", output: Path | None, fail_under: float | None
) -> int:
    """Writes one line for each result; failures are said again at the end.

    Args:
        results: The results, in order.
        catalogue: The catalogue they were judged with.
        output: The file to write to, None for standard output.
        fail_under: The score that no report should be below.

    Returns:
        The exit status.
    """
    run = _Run(fail_under, opens_cards=bool(catalogue.waivers))
    with writing(output) as write:
        lines = _announcements(catalogue, run.cards(results, write))
    for failure in run.failures:
        say_failure(failure)
    for line in lines:
        say(line)
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
    """What is kept of a run whose reports are written and gone; opening a card takes longer than writing its line."""

    fail_under: float | None
    opens_cards: bool
    failures: list[Failure] = field(default_factory=list)
    is_below: bool = False

    def cards(self, results: "Iterable[Result]", write: Callable[[str], None]) -> Iterator[ReportCard]:
        """Writes every result, and yields the report cards when they are wanted."""
        for result in results:
            write(f"{result.line}\n")
            if isinstance(result.content, Failure):
                self.failures.append(result.content)
            elif self.opens_cards or self.fail_under is not None:
                card = result.outcome
                if isinstance(card, ReportCard):
                    self.is_below = self.is_below or (self.fail_under is not None and card.score < self.fail_under)
                    yield card
