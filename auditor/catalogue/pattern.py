"""A regular expression of words, bounded gaps and numbers, searched in a time that no text can stretch.

Three engines share the work; all understand the syntax of phrases alike. Measured on the phrases of the catalogue:

- PCRE2 compiles in 25 µs, searches a sentence in 2.1 µs, and can be told how many steps a search may take;
- Python's own takes 245 µs and 1.0 µs, so it pays for what is searched often; its time may grow with every gap;
- RE2 takes 140 µs and 7.5 µs, and its time grows with the text and nothing else.
"""

import re
import sys
from functools import cached_property
from typing import Any

import pcre2
import re2

STEPS = 1000  # of 320,000 searches in reports none took more; one that was given up had taken 0.1 ms
OFTEN = 40  # more than one report asks of most phrases: what is asked so often is asked in many reports
SHORT = 300  # with these two, Python's engine never gets what could take it long
FEW_GAPS = 2


class Pattern:
    """One expression, compiled by an engine when that is first needed, as most never are.

    Attributes:
        source: The expression, in syntax that the engines share.
    """

    def __init__(self, source: str, gaps: int) -> None:
        """Take an expression; `gaps` is the number of stretches of other words that a match may hold."""
        self.source = source
        self._searches = 0
        self._paid_at = OFTEN if gaps <= FEW_GAPS else sys.maxsize

    def search(self, text: str, start: int = 0) -> Any:
        """The first match in a text from an offset on, or None."""
        self._searches += 1
        if self._searches > self._paid_at and len(text) <= SHORT:
            return self._often.search(text, start)
        try:
            return self._seldom.search(text, start)
        except pcre2.LibraryError:
            return self._linear.search(text, start)

    @cached_property
    def _seldom(self) -> Any:
        try:
            return pcre2.compile(f"(*LIMIT_MATCH={STEPS}){self.source}")
        except pcre2.LibraryError:  # larger than it takes, or a system that lets no program make machine code
            return self._linear

    @cached_property
    def _often(self) -> re.Pattern[str]:
        return re.compile(self.source)

    @cached_property
    def _linear(self) -> Any:
        options = re2.Options()
        options.log_errors = False
        return re2.compile(self.source, options=options)
