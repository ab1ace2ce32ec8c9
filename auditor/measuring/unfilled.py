"""Blanks of the skeleton (auditor.catalogue.skeleton) that were not filled in: they would reach the letters."""

import re
from collections.abc import Iterable

from auditor.catalogue import Problem
from auditor.catalogue.references import texts
from auditor.catalogue.skeleton import BLANK
from auditor.measuring.places import Places

UNFILLED = re.compile(f"{BLANK}(?![报写])")  # 待填报事项 is what a report may say


def is_unfilled(text: str) -> bool:
    """Whether a blank is left in a text."""
    return UNFILLED.search(text) is not None


def unfilled(places: Places) -> Iterable[Problem]:
    """Every value with a blank left in it, in the files of the profiles, their rules and instruments."""
    for source in places.sources():
        for at, text in texts(source.data, ()):
            if is_unfilled(text):
                yield source.problem(at, f"还没有填写：“{text}”", f"请把“{BLANK}”换成自己的内容")
