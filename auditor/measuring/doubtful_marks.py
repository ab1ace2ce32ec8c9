"""Marks of other notations in phrases: full-width brackets, ~ for ～, ... for …, regular expressions, idle gaps."""

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.catalogue.phrase_language import STRETCHES, Choice, Gap, Node, Sequence, Text, parse

NO_WILDCARD = "按原字查找，不是通配符", "请改用 …、～、(甲|乙)"
DOUBTS = (
    (re.compile(r"\.{2,}|·{3,}"), "按原字查找，不表示隔着别的字", "隔40字以内请用“…”"),
    (re.compile(r"(?<!\d)~|~(?!\d)"), "按原字查找，不表示隔着别的字", "隔12字以内请用全角“～”"),
    (re.compile(r"[\^$\\*\[\]]|(?<![0-9A-Za-z])\.|\.(?![0-9A-Za-z])|(?<=[)?])\+"), *NO_WILDCARD),
    (re.compile("）[?]"), "里的“?”只省去右括号", "可省的内容请放进半角括号：(甲)?"),
)
LISTED = re.compile("[、，,/]")


def doubt(phrase: str, *, may_begin_before: bool = False) -> tuple[str, str] | None:
    """What in a phrase cannot be meant as written, and how to mend it, in Chinese; None when there is nothing.

    Args:
        phrase: As written.
        may_begin_before: Whether a gap at its beginning has its use.
    """
    for mark, why, hint in DOUBTS:
        if found := mark.search(phrase):
            return f"“{found[0]}”{why}", hint
    nodes = parse(phrase)
    if nodes[-1] in STRETCHES:
        return f"末尾的“{phrase[-1]}”不起作用", "请删去"
    if nodes[0] in STRETCHES and not may_begin_before:
        return f"开头的“{phrase[0]}”会把前面不相干的字也算进来", "请删去"
    return next(_doubts_within(nodes), None)


def _doubts_within(nodes: Sequence) -> Iterator[tuple[str, str]]:
    for one, other in pairwise(nodes):
        if one in STRETCHES and other in STRETCHES and Gap("…") in (one, other):
            yield "“…”已经隔得够远，不用连写", "请只留一个“…”"
    for node in nodes:
        if isinstance(node, Choice):
            if len(node.options) == 1 and not node.optional and any(map(_is_list, node.options[0])):
                yield "括号里只有一种写法，没有分开任选的各项", "任选其一请用半角“|”隔开"
            for option in node.options:
                yield from _doubts_within(option)


def _is_list(node: Node) -> bool:
    return isinstance(node, Text) and LISTED.search(node.text) is not None
