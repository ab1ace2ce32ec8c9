"""The numbers before headings and points: how they are written, and which of them stand within which.

A report may be divided into 第一部分, 第一章 and 第一节 above its 一、 or not; what is not used takes up no level.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

_CHINESE = "[一二三四五六七八九十]"
_DIVISION = f"第{_CHINESE}{{1,3}}"
_AFTER = "[：:、 　]?"


@dataclass(frozen=True, slots=True)
class Style:
    """A way of writing numbers; `pattern` matches such a number at the head of a line, in either width."""

    name: str
    pattern: str


STYLES = (
    Style("第一部分", f"{_DIVISION}部分{_AFTER}"),
    Style("第一章", f"{_DIVISION}章{_AFTER}"),
    Style("第一节", f"{_DIVISION}节(?!课){_AFTER}"),
    Style("一、", f"{_CHINESE}{{1,3}}[、.．](?!是|[一二三]审)"),
    Style("（一）", f"[（(]{_CHINESE}{{1,3}}[）)][、.]?|{_CHINESE}{{1,3}}[）)]"),
    Style("1.", r"\d{1,2}[、.．](?!\d)|\d{1,2} \."),
    Style("（1）", r"[（(]\d{1,2}[）)]|\d{1,2}[）)]|[①-⑳]"),
    Style("一是", f"{_CHINESE}是(?!否)|其[一二三四五六][，,是]|第[一二三四五六][，,]"),
    Style("第一、", f"{_DIVISION}(?:、|条{_AFTER}(?!规定|明确|所称|第))"),
)
OPTIONAL = 3  # so many styles at the head of the list are divisions that a report uses or does not
CHAPTER, SECTION, ITEM, POINT, FIRSTLY = 3, 4, 6, 7, 8  # 一、 （一） （1） 一是 第一、
NUMBER = re.compile("|".join(f"({style.pattern})" for style in STYLES))


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the head of a text: the index of its style in STYLES, and the offset after it."""

    style: int
    end: int


def number_of(text: str) -> Number | None:
    """The number that a text begins with."""
    found = NUMBER.match(text)
    return Number(found.lastindex - 1, found.end()) if found and found.lastindex else None


def levels(used: Collection[int]) -> dict[int, int]:
    """The level of each style, from 1, in a report whose headings use some of them.

    第一、 stands where 一、 would when the report has no 一、, else it counts points as 一是 does.
    """
    above = [style for style in range(OPTIONAL) if style in used]
    found = dict.fromkeys(range(OPTIONAL), 1) | {style: rank for rank, style in enumerate(above, 1)}
    found |= {style: len(above) + 1 + style - OPTIONAL for style in range(OPTIONAL, FIRSTLY)}
    found[FIRSTLY] = found[POINT if CHAPTER in used else CHAPTER]
    return found
