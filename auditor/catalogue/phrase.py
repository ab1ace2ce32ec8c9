"""A phrase made ready to match.

A phrase can only ask for so many characters between its words, and auditor.catalogue.pattern bounds the time to look
for it: no rule can make the auditor hang.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from auditor.catalogue.pattern import Pattern
from auditor.catalogue.phrase_language import (
    NOTHING,
    Choice,
    Concept,
    Gap,
    Sequence,
    Text,
    concepts_of,
    listed,
    most_gaps,
    parse,
)
from auditor.text import NUMBER, PERCENT, PERCENT_SIGNS

_GAPS = {
    "…": r"[^。！？；\n]{0,40}?",
    "～": r"[^，。！？；：\n]{0,12}?",
    "#": NUMBER,
    "#%": PERCENT,
}
# A sentence holds no 。！？ and no line feed but at its end; so small a class compiles many times faster.
_GAPS_IN_SENTENCE = _GAPS | {"…": r"[^；]{0,40}?", "～": r"[^，：；]{0,12}?"}
SHORT_TEXT = 200
MAX_RUN = 64  # wordings of neighbouring parts looked for as one; more make the automaton larger than it is quicker


class Phrase:
    """A phrase ready to match.

    Attributes:
        source: As written in the rule file.
        needs: Sets of literal texts; a sentence that lacks every text of one of them cannot match.
        concepts: Name of the concept behind each capturing group, from group 1.
        literal: Whether it is plain text without any mark.
    """

    def __init__(self, source: str, words: Mapping[str, frozenset[str]], *, in_sentences: bool = False) -> None:
        """Prepare a phrase; `in_sentences` when it will only be looked for in one sentence at a time."""
        nodes = parse(source)
        self.source = source
        self._gaps = _GAPS_IN_SENTENCE if in_sentences else _GAPS
        self.concepts = [concept.name for concept in concepts_of(nodes)] if "{" in source else []
        self.needs = tuple(_needs(nodes, words))
        self.literal = all(isinstance(node, Text) for node in nodes)
        self._words = words

    @cached_property
    def pattern(self) -> Pattern:
        """The regular expression it stands for."""
        nodes = parse(self.source)
        return Pattern(_to_regex(nodes, self._words, self._gaps), most_gaps(nodes))

    def search(self, text: str, start: int = 0) -> Any:
        """The first match in a text from an offset on, or None."""
        return self.pattern.search(text, start)


def _to_regex(nodes: Sequence, words: Mapping[str, frozenset[str]], gaps: Mapping[str, str]) -> str:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, Text):
            parts.append(re.escape(node.text))
        elif isinstance(node, Gap):
            parts.append(gaps[node.mark])
        elif isinstance(node, Concept):
            parts.append(f"({_alternation(words[node.name])})")
        else:
            options = "|".join(_to_regex(option, words, gaps) for option in node.options)
            parts.append(f"(?:{options}){'?' if node.optional else ''}")
    return "".join(parts)


class AnyOf:
    """Several phrases as one, for short texts such as headings and openings of sentences."""

    def __init__(self, sources: Iterable[str], words: Mapping[str, frozenset[str]]) -> None:
        phrases = [parse(source) for source in sources]
        options = "|".join(f"(?:{_to_regex(nodes, words, _GAPS)})" for nodes in phrases) or "(?!)"
        gaps = max(map(most_gaps, phrases), default=0)
        self._anywhere = Pattern(options, gaps)
        self._at_start = Pattern(f"^(?:{options})", gaps)

    def found_in(self, text: str) -> bool:
        """Whether one of the phrases stands anywhere in a text (its first SHORT_TEXT characters)."""
        return self._anywhere.search(text[:SHORT_TEXT]) is not None

    def opens(self, text: str, at: int, end: int) -> bool:
        """Whether one of the phrases stands at an offset of a text, before `end`."""
        return self._at_start.search(text[at : min(end, at + SHORT_TEXT)]) is not None


@cache
def _alternation(words: frozenset[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first)


def _needs(nodes: Sequence, words: Mapping[str, frozenset[str]]) -> Iterable[frozenset[str]]:
    """What must stand there: each run of neighbours as a whole, for a longer text is a rarer one."""
    run = NOTHING
    for node in nodes:
        texts = listed((node,), words)
        if texts is not None and len(run) * len(texts) <= MAX_RUN:
            run = frozenset(head + tail for head in run for tail in texts)
            continue
        if "" not in run:
            yield run
        run = texts or NOTHING
        if node == Gap("#%"):
            yield PERCENT_SIGNS
        if texts is None and isinstance(node, Choice) and not node.optional:
            leads = [next(iter(_needs(option, words)), None) for option in node.options]
            if all(lead is not None for lead in leads):
                yield frozenset().union(*(lead for lead in leads if lead is not None))
    if "" not in run:
        yield run
