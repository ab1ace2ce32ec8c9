"""What was found for an element: hits that count, each with its role, and matches that do not, each with the reason."""

from dataclasses import dataclass

from auditor.catalogue.model import Condition, Element, Signal
from auditor.matching import Match
from auditor.terms import Role


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal that counts: where, in which role, with which particulars.

    `why` tells in Chinese what settled the role, "" for what is told as done; `in_heading` whether it stands in a
    heading, where it announces rather than reports; `filled` whether it is a table row with a value for this year.
    """

    match: Match
    signal: Signal
    role: Role
    why: str
    particulars: tuple[Match, ...]
    in_heading: bool = False
    filled: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether a particular of the element stands with it, or in it."""
        return self.shows_itself or bool(self.particulars)

    @property
    def shows_itself(self) -> bool:
        """Whether the words of the signal, or the cell of its row, are particular enough."""
        return self.filled or self.signal.strength == "shown"

    @property
    def tells_a_fact(self) -> bool:
        """Whether it tells of something done and shows it."""
        return self.is_shown and self.role == "done"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A match that does not count, and why, in Chinese; whether a reporting unit can make sense of it."""

    match: Match
    why: str
    is_for_units: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything found for an element, in order of place."""

    hits: tuple[Hit, ...]
    near_misses: tuple[Refusal, ...]

    def with_role(self, *roles: Role) -> tuple[Hit, ...]:
        """The hits in one of these roles."""
        return tuple(hit for hit in self.hits if hit.role in roles)

    def meets(self, element: Element) -> bool:
        """Whether one of the sets of facts that suffice for the element is there."""
        return any(self.fulfils(condition) for condition in element.met)

    def fulfils(self, condition: Condition) -> bool:
        """Whether so many parts are told as done, with a particular where one is asked for."""
        done = self.with_role("done")
        shown = not condition.particular or any(hit.is_shown for hit in done)
        return bool(done) and len(self.parts_done()) >= condition.parts and shown

    def parts_done(self) -> set[str]:
        """The parts of the element that are told as done.

        One of several named at once is not where the same sentence says that it is lacking (三项制度……，审核尚未开展).
        """
        lacking = {(hit.match.sentence, part) for hit in self.with_role("problem") for part in hit.signal.parts}
        return {
            part
            for hit in self.with_role("done")
            for part in hit.signal.parts
            if len(hit.signal.parts) == 1 or (hit.match.sentence, part) not in lacking
        }
