"""The phrase language of the rule files: plain Chinese with six marks, never a regular expression.

Rules are written in it, and `auditor.catalogue.phrase` makes it match. Its marks:

    {name}    one word of the concept of that name (rules/lexicon/concepts.yaml)
    (甲|乙)    one of these; with ? after it (or after a character, a {name} or #) it may be left out
    …         up to forty characters within one sentence
    ～         up to twelve characters within one clause
    #         a number, in digits or Chinese numerals, with 万, 亿, 余, 多
    #%        a rate: 98.5%, 百分之百, 九成

All else stands for itself.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

GAPS = ("#%", "…", "～", "#")
MARKS = "{}()|?…～#"
TEXT = re.compile(rf"[^{re.escape(MARKS)}]+")
TEXTS = re.compile(rf"\(({TEXT.pattern}(?:\|{TEXT.pattern})*)\)(\??)")
MAX_EXPANSIONS = 4000
NOTHING = frozenset({""})


class PhraseError(ValueError):
    """A phrase that cannot be read; `column` counts its characters from 0."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


@dataclass(frozen=True, slots=True)
class Text:
    """Characters that must stand there as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One word of a named list."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of other words, a number or a rate."""

    mark: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, or nothing when optional."""

    options: tuple["Sequence", ...]
    optional: bool


STRETCHES = (Gap("…"), Gap("～"))
Node = Text | Concept | Gap | Choice
Sequence = tuple[Node, ...]


@cache
def parse(phrase: str) -> Sequence:
    """Read a phrase; some text of it must be asked for in any case.

    Raises:
        PhraseError: with the column of the mistake.
    """
    nodes, at = _sequence(phrase, 0, depth=0)
    if at < len(phrase):
        half = "，任选其一的括号要用半角“(”“)”" if phrase[at] == "|" and "（" in phrase else ""
        raise PhraseError(f"多出的“{phrase[at]}”{half}", at)
    if not _asks_for_text(nodes):
        raise PhraseError("短语里没有可查找的文字（都可以省略，或只有“…”“～”“#”），请至少写一个不能省略的词", 0)
    return nodes


def _asks_for_text(nodes: Sequence) -> bool:
    """Whether some text must stand there, whatever is left out: a phrase is found by its texts alone."""
    return any(
        isinstance(node, Text | Concept)
        or (isinstance(node, Choice) and not node.optional and all(map(_asks_for_text, node.options)))
        for node in nodes
    )


def _sequence(phrase: str, at: int, depth: int) -> tuple[Sequence, int]:
    nodes: list[Node] = []
    while at < len(phrase) and phrase[at] not in "|)":
        mark = phrase[at]
        if text := TEXT.match(phrase, at):
            nodes.append(Text(text[0]))
            at = text.end()
        elif mark == "{":
            end = phrase.find("}", at)
            if end < 0:
                raise PhraseError("“{”没有配对的“}”", at)
            nodes.append(Concept(phrase[at + 1 : end], at))
            at = end + 1
        elif mark == "(":
            choice, at = _choice(phrase, at, depth)
            nodes.append(choice)
        elif phrase.startswith(GAPS, at):
            gap = next(each for each in GAPS if phrase.startswith(each, at))
            nodes.append(Gap(gap))
            at += len(gap)
        elif mark == "?":
            nodes[-1:] = _made_optional(nodes, at)
            at += 1
        else:
            raise PhraseError("“}”前面没有“{”", at)
    return tuple(nodes), at


def _made_optional(nodes: list[Node], at: int) -> list[Node]:
    """The last node with its last character, concept or number made optional."""
    last = nodes[-1] if nodes else None
    if isinstance(last, Text):
        head, tail = last.text[:-1], last.text[-1]
        optional = Choice(((Text(tail),),), optional=True)
        return [Text(head), optional] if head else [optional]
    if isinstance(last, Concept) or (isinstance(last, Gap) and last.mark.startswith("#")):
        return [Choice(((last,),), optional=True)]
    raise PhraseError("“?”前面没有可以省略的内容", at)


def _choice(phrase: str, at: int, depth: int) -> tuple[Choice, int]:
    start = at
    if depth == 3:
        raise PhraseError("括号套得太深（最多三层）", at)
    if texts := TEXTS.match(phrase, at):
        return Choice(tuple((Text(text),) for text in texts[1].split("|")), bool(texts[2])), texts.end()
    options: list[Sequence] = []
    while True:
        nodes, at = _sequence(phrase, at + 1, depth + 1)
        if not nodes:
            raise PhraseError("括号里有空的选项", at)
        options.append(nodes)
        if at >= len(phrase):
            raise PhraseError("“(”没有配对的“)”", start)
        if phrase[at] == ")":
            break
    optional = phrase[at + 1 : at + 2] == "?"
    return Choice(tuple(options), optional), at + 1 + optional


def concepts_of(nodes: Sequence) -> Iterable[Concept]:
    """The concepts a phrase names, in order."""
    for node in nodes:
        if isinstance(node, Concept):
            yield node
        elif isinstance(node, Choice):
            for option in node.options:
                yield from concepts_of(option)


def texts_of(nodes: Sequence) -> Iterable[str]:
    """The texts a phrase holds, those of every option included, in order."""
    for node in nodes:
        if isinstance(node, Text):
            yield node.text
        elif isinstance(node, Choice):
            for option in node.options:
                yield from texts_of(option)


def most_gaps(nodes: Sequence) -> int:
    """How many stretches of other words (… and ～) a match can hold at most."""
    return sum(max(map(most_gaps, node.options)) if isinstance(node, Choice) else node in STRETCHES for node in nodes)


def expand(nodes: Sequence, words: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """Every text a phrase can stand for, or None when a gap or a number makes them endless.

    Args:
        nodes: The phrase.
        words: The words of each concept.

    Raises:
        PhraseError: when there are more than MAX_EXPANSIONS.
    """
    texts = NOTHING
    for node in nodes:
        if isinstance(node, Gap):
            return None
        if isinstance(node, Text):
            more: frozenset[str] | None = frozenset({node.text})
        elif isinstance(node, Concept):
            more = words[node.name]
        else:
            more = _expand_choice(node, words)
        if more is None:
            return None
        if len(texts) * len(more) > MAX_EXPANSIONS:
            raise PhraseError(f"短语展开后超过{MAX_EXPANSIONS}种写法，请拆成几条", 0)
        texts = more if texts == NOTHING else frozenset(head + tail for head in texts for tail in more)
    return texts


def listed(nodes: Sequence, words: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """The texts that nodes can stand for, as `expand` gives them; None also when there are too many to list."""
    try:
        return expand(nodes, words)
    except PhraseError:
        return None


def _expand_choice(node: Choice, words: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    texts: set[str] = {""} if node.optional else set()
    for option in node.options:
        if len(option) == 1 and isinstance(option[0], Text):
            texts.add(option[0].text)
        elif (more := expand(option, words)) is not None:
            texts |= more
        else:
            return None
    return frozenset(texts)
