"""The shape of a profile: which rules an audit uses, what it changes in them, and what is waived for a time.

A profile never copies a rule. It extends another profile (in the end `core`, the rules named in catalogue.yaml) and
says what is different; an overlay for a province or a city, and a project's auditor.yaml, are profiles like any other.
"""

from auditor.catalogue.fields import ChangedBinding, Chinese, Id, KnownLevel, LastYear, Phrases, Strict, Weight, Year
from auditor.catalogue.model import Basis, Example
from auditor.catalogue.waiver import Waiver


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
