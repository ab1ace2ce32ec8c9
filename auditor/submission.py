"""Who has handed in: the reports of a run against the year and the units that were called for."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["counted", "other_year", "no_annual_report"]
"""Whether a report counts as handed in, or is on another year (or on none that can be told), or is none."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that came in.

    Attributes:
        path: The path as the user gave it.
        unit: The reporting body as the report names it, "" when unknown.
        year: The year reported on, None when unknown.
        status: Whether it counts.
    """

    path: str
    unit: str
    year: int | None
    status: Status = "counted"


@dataclass(frozen=True, slots=True)
class Awaited:
    """A unit of the roster.

    Attributes:
        unit: Its name as the roster gives it.
        arrivals: Its reports, also those that do not count.
    """

    unit: str
    arrivals: tuple[Arrival, ...] = ()

    @property
    def has_handed_in(self) -> bool:
        """Whether one of its reports counts."""
        return any(each.status == "counted" for each in self.arrivals)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A report of a unit that is not on the roster, or not known.

    Attributes:
        arrival: The report.
        may_be: Units of the roster without a report whose names are alike, the likeliest first.
    """

    arrival: Arrival
    may_be: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """What was called for, and what came in; by default nothing was.

    Attributes:
        year: The year called for, None for any.
        other_year: The annual reports that are not on that year; none when no year was called for.
        units: The units of the roster, in its order; None without a roster.
        unlisted: The reports that belong to none of them.
        failures: How many files could not be audited; whose they are cannot be said.
    """

    year: int | None = None
    other_year: tuple[Arrival, ...] = ()
    units: tuple[Awaited, ...] | None = None
    unlisted: tuple[Unlisted, ...] = ()
    failures: int = 0

    @property
    def is_called_for(self) -> bool:
        """Whether a year or units were called for."""
        return self.year is not None or self.units is not None

    @property
    def missing(self) -> list[Awaited]:
        """The units that have not handed in, in the order of the roster."""
        return [each for each in self.units or () if not each.has_handed_in]

    @property
    def handed_in(self) -> list[Awaited]:
        """The units that have, likewise."""
        return [each for each in self.units or () if each.has_handed_in]
