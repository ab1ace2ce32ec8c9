"""A typed table of contents: its lines repeat the headings of the report and are no part of it.

Word's own tables of contents are left out by the reader of the file.
"""

import re
from collections.abc import Sequence

from auditor.numbering import number_of

HEADING = re.compile(r"目\s*[录次][：:]?")
LEADER = " \t　.．…·・‥-"
PAGE = re.compile(rf"[{LEADER}][（(]?\d{{1,3}}[）)]?$")
LOOK = 80
MOST = 120


def contents(texts: Sequence[str]) -> frozenset[int]:
    """The lines (numbers from 0) of a table of contents: its heading, and what follows as long as it is an entry.

    An entry is two of these: numbered, followed by a page number, repeated later on.
    """
    head = next((number for number, text in enumerate(texts[:LOOK]) if HEADING.fullmatch(text.strip())), None)
    if head is None:
        return frozenset()
    last = {_bare(text): number for number, text in enumerate(texts)}
    end = head + 1
    while end < min(len(texts), head + MOST) and _is_entry(texts[end].strip(), end, last):
        end += 1
    return frozenset(range(head, end))


def _is_entry(text: str, number: int, last: dict[str, int]) -> bool:
    signs = (number_of(text) is not None, PAGE.search(text) is not None, last.get(_bare(text), number) > number)
    return sum(signs) >= 2


def _bare(text: str) -> str:
    return "".join(PAGE.sub("", text.strip()).rstrip(LEADER).split())
