"""What the verdicts on an element rest on, as a hash: measured figures tell of the rule that has the same one."""

import hashlib

from auditor.catalogue import Catalogue
from auditor.catalogue.model import ENTRY_LISTS, Element

_WORDS = {"name", "short", "weight", "asks", "why", "basis", "advice", "limits", "examples"}  # no verdict rests on them
_LEXICON_EXAMPLES = {key: {"__all__": {"examples"}} for key in ("concepts", "cues", "sections", "borders")}
LENGTH = 16


def rule_prints(catalogue: Catalogue) -> dict[str, str]:
    """A hash for each element, by its id, of its own rule and the lists that all rules share.

    What is only told to readers (wording, basis, weight, examples) is left out, the phrases and conditions are not.
    """
    shared = catalogue.lexicon.model_dump_json(exclude=_LEXICON_EXAMPLES)
    return {element.id: _hash(shared + _judging(element)) for element in catalogue.elements}


def _judging(element: Element) -> str:
    told = {key: {"__all__": {"asks", "why"}} for key in ENTRY_LISTS} | {"met": {"__all__": {"reads"}}}
    return element.model_dump_json(exclude={**dict.fromkeys(_WORDS, True), **told})


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
