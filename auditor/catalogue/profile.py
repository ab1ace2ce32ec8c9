"""The shape of a profile: which rules an audit uses, what it changes in them, and what is waived for a time.

A profile never copies a rule. It extends another profile (in the end `core`, the rules named in catalogue.yaml) and
says what is different; an overlay for a province or a city, and a project's auditor.yaml, are profiles like any other.
"""

from typing import Any

from pydantic import model_validator

from auditor.catalogue.fields import ChangedBinding, Chinese, Id, KnownLevel, LastYear, Phrases, Strict, Weight, Year
from auditor.catalogue.model import Basis, Element, Example
from auditor.catalogue.waiver import Waiver

FIXED = frozenset({*Element.model_fields, "unless"} - {"id", "kind"})
"""The keys of an element that say what it is and how it is found; a change holds but some of them."""


class Drop(Strict):
    """A rule that this profile does not use, and why."""

    rule: Id
    why: Chinese


class AdviceChange(Strict):
    """Advice in other words, for the verdicts named."""

    missing: Chinese | None = None
    mentioned: Chinese | None = None
    weak: Chinese | None = None


class Change(Strict):
    """What is different in one rule; everything left out stays as it is.

    `binds` replaces the binding of the levels named ("none": the rule does not apply there). `basis` is added to that
    of the rule, `phrases` to its signals, decoys, particulars and zero signals by their ids, `examples` likewise.
    """

    @model_validator(mode="before")
    @classmethod
    def _changes_no_way_of_finding(cls, data: Any) -> Any:
        """A key of rules that a change cannot hold is no slip of the pen."""
        if isinstance(data, dict):
            keys = [key for key in data if key in FIXED and key not in cls.model_fields]
            if keys:
                how = "只能在 phrases 里按编号补短语；别的改法，请另写一条自有规则，把原来的写进 drop"
                raise ValueError(f"changes 不能改“{'、'.join(keys)}”，{how}")
        return data

    rule: Id
    weight: Weight | None = None
    name: Chinese | None = None
    short: Chinese | None = None
    asks: Chinese | None = None
    why: Chinese | None = None
    limits: Chinese | None = None
    advice: AdviceChange | None = None
    binds: dict[KnownLevel, ChangedBinding] = {}
    from_year: Year | None = None
    to_year: LastYear = None
    basis: list[Basis] = []
    phrases: dict[Id, Phrases] = {}
    examples: list[Example] = []


class Profile(Strict):
    """A profile file.

    `extends` names a profile of the rules folder, or a file beside this one. `own` is a folder beside this file with
    rules of its own (elements/*.yaml, instruments.yaml); `elements` and `blocks` list the rules added, in order.
    """

    name: Chinese
    version: str = ""
    means: str = ""
    extends: Chinese = "core"
    own: str = ""
    elements: list[Id] = []
    blocks: list[Id] = []
    changes: list[Change] = []
    drop: list[Drop] = []
    waivers: list[Waiver] = []
