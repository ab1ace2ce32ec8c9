"""Report cards and failures as plain data (dictionaries, lists, strings, numbers) and back, nothing lost."""

from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditor.scorecard import Failure, ReportCard

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Outcome = ReportCard | Failure


def to_plain(outcome: Outcome) -> dict[str, Any]:
    """A card as `{"report": {…}}`, a failure as `{"failure": {…}}`; the keys are those of the scorecard's classes."""
    if isinstance(outcome, Failure):
        return {"failure": asdict(outcome)}
    return {"report": _cards().dump_python(outcome, mode="json")}


def from_plain(data: Any) -> Outcome:
    """The outcome that `to_plain` was given.

    Raises:
        ValueError: When the data are of another shape.
    """
    if not isinstance(data, dict):
        raise ValueError("no object")
    if "failure" in data:
        return _failures().validate_python(data["failure"])
    return _cards().validate_python(data.get("report"))


@lru_cache(maxsize=1)
def _cards() -> "TypeAdapter[ReportCard]":
    from pydantic import TypeAdapter  # some 80 ms that one file to JSON does not need

    return TypeAdapter(ReportCard)


@lru_cache(maxsize=1)
def _failures() -> "TypeAdapter[Failure]":
    from pydantic import TypeAdapter

    return TypeAdapter(Failure)
