"""The numbers of a text, each with the bounds between which its true value lies.

1.2万 was rounded, 50余 is between 50 and 60, 近100 lies below and 约100 around: a check may only speak up when no value
within the bounds fits. What cannot be read for certain (3 86 in a scan) is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from auditor.text import DIGITS, chinese_value

POINTS = "个百分点"
UNITS = (
    "个百分点 万元 亿元 人次 件次 场次 户次 家次 批次 户 件 起 宗 名 人 份 项 次 场 条 家 个 卷 部 台 处 批 期 所 辆 "
    "吨 亩 公里 平方米 元 册 张 幅 篇 节 支 本 枚 块 座 只 剂 管 段 类 例 组 村 天 %"
)
SAME_UNIT = {"起": "件", "宗": "件", "例": "件", "名": "人"}
MEASURE = "|".join(sorted(UNITS.split(), key=len, reverse=True))
# What a number can begin with, said first: most characters of a text are passed over at this one test.
NUMBER = re.compile(
    r"(?=[-0-9零一两二三四五六七八九十百千不低少超逾突至高大多最将接近约数])"
    r"(?P<before>不足|不到|低于|少于|超过|超|逾|突破|至少|不少于|不低于|高于|大于|多于|最多|将近|接近|近|大约|约为|约|数)?"
    r"(?:(?P<percent>百分之)(?P<hundredths>[零一二三四五六七八九十百点]{1,8}|[0-9]{1,3}(?:\.[0-9]{1,4})?)"
    r"|(?P<sign>(?<![0-9A-Za-z%])-)?(?P<digits>[0-9](?:[0-9,. ]{0,14}[0-9])?)"
    r"|(?P<chinese>[零一二两三四五六七八九十百千]{1,9}))"
    r"(?P<more>[余多])?(?P<scale>[百千]?[万亿])?(?P<many>[余多])?"
    rf"(?P<unit>{MEASURE})?(?P<after>左右|上下|以上|以下|以内|之多|及以上)?"
)
GROUPED = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)(?:\.[0-9]{1,6})?")
PLAIN = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
NOT_AFTER = frozenset("第数几哪每某")
OPENING = frozenset("〔[（(")
NOT_BEFORE = frozenset("年月日号时点分秒届条款级版度周岁章代-—～~:/")
MONEY = {"万元": 10**4, "亿元": 10**8}
LARGEST = Fraction(10) ** 15
SCALES = {"万": 10**4, "亿": 10**8, "百万": 10**6, "千万": 10**7, "百亿": 10**10, "千亿": 10**11}
ABOVE = frozenset(
    {"超过", "超", "逾", "突破", "至少", "不少于", "不低于", "高于", "大于", "多于", "以上", "及以上", "之多"}
)
BELOW = frozenset({"不足", "不到", "低于", "少于", "最多", "以下", "以内"})
NEAR = frozenset({"将近", "接近", "近"})
AROUND = frozenset({"大约", "约", "约为", "左右", "上下"})


@dataclass(eq=False)
class Number:
    """A number of the plain text; exact values are worked out when they are asked for, as most never are.

    Never changed once made; not frozen, for that takes as long as reading one.

    Attributes:
        start: Offset of its first character, words such as 近 included.
        end: Offset after its unit.
        shown: As printed, without words of approximation.
        unit: Its measure word, those that mean the same told as one (件 for 起 and 宗); "" for none; "%" and 个百分点.
        digits: Its digits as a whole number (998 for 99.8).
        decimals: How many of them stand after the point.
        scale: 10000 for 万, and so on.
        words: Words of approximation before and after it.
        has_more: Whether 余 or 多 follows the digits.
    """

    start: int
    end: int
    shown: str
    unit: str
    digits: int
    decimals: int
    scale: int
    words: frozenset[str]
    has_more: bool

    @cached_property
    def value(self) -> Fraction:
        """The value printed."""
        return Fraction(self.digits * self.scale, 10**self.decimals)

    @cached_property
    def place(self) -> Fraction:
        """The value of its last printed digit (0.1 for 99.8%), for the rounding of rates."""
        return Fraction(self.scale, 10**self.decimals)

    @property
    def low(self) -> Fraction:
        """The least its true value can be."""
        return self._bounds[0]

    @property
    def high(self) -> Fraction | None:
        """The most it can be, None when there is no bound."""
        return self._bounds[1]

    @cached_property
    def _bounds(self) -> tuple[Fraction, Fraction | None]:
        value = self.value
        if self.digits < 0 and self.words:  # 约-1, 不到-1: nothing certain follows
            return -LARGEST, None
        if self.has_more:
            return value, value + _last_digit(value)
        low: Fraction = value
        high: Fraction | None = value
        if self.scale > 1:
            low, high = value - self.place / 2, value + self.place
        if self.words & ABOVE:
            high = None
        elif self.words & BELOW:
            low = Fraction(0)
        elif self.words & NEAR:
            low = value * Fraction(8, 10)
        elif self.words & AROUND:
            low, high = value * Fraction(8, 10), value * Fraction(12, 10)
        return low, high

    @property
    def is_exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def meets(self, low: Fraction, high: Fraction | None) -> bool:
        """Whether it can lie in [low, high]."""
        return (high is None or self.low <= high) and (self.high is None or low <= self.high)

    def surely_above(self, other: "Number") -> bool:
        """Whether it is greater than the other, whatever their true values."""
        return other.high is not None and self.low > other.high


def total(numbers: Sequence[Number]) -> tuple[Fraction, Fraction | None]:
    """The bounds of a sum; no upper one where a number has none."""
    highs = [number.high for number in numbers]
    low = sum((number.low for number in numbers), Fraction(0))
    return low, None if None in highs else sum((high for high in highs if high is not None), Fraction(0))


def read_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers in [start, end) of a text, in order; ordinals, dates and unreadable ones left out."""
    found = (_number(match, text) for match in NUMBER.finditer(text, start, end))
    return [number for number in found if number is not None]


def _number(match: re.Match[str], text: str) -> Number | None:
    read = _read(match) if _counts(match, text) else None
    if read is None:
        return None
    digits, decimals = read
    before, percent, scaled, unit, after = match.group("before", "percent", "scale", "unit", "after")
    scale = SCALES[scaled] if scaled else 1
    if percent:
        unit = "%"
    elif unit in MONEY:
        unit, scale = "元", scale * MONEY[unit]
    if digits * scale > LARGEST * 10**decimals:
        return None
    start, end = match.span()
    return Number(
        start=start,
        end=end,
        shown=text[start + len(before or "") : end - len(after or "")],
        unit=SAME_UNIT.get(unit, unit) if unit else "",
        digits=digits,
        decimals=decimals,
        scale=scale,
        words=frozenset(word for word in (before, after) if word),
        has_more=bool(match["more"] or match["many"]),
    )


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether it says how many: no ordinal, no date, no 数十, no Chinese numeral that is part of a word."""
    before = text[max(match.start() - 1, 0) : match.start()]
    if match["before"] == "数" or before in NOT_AFTER:
        return False
    if match["unit"] or match["percent"]:
        return True
    if match["chinese"] and not match["scale"]:
        return False
    return before not in OPENING and text[match.end() : match.end() + 1] not in NOT_BEFORE


def _read(match: re.Match[str]) -> tuple[int, int] | None:
    """The digits as a whole number, and how many of them stand after the point."""
    written = match["hundredths"] or match["digits"] or match["chinese"]
    if match["digits"]:
        if ("," in written or " " in written) and GROUPED.fullmatch(written):
            written = written.replace(",", "").replace(" ", "")
        if not PLAIN.fullmatch(written):
            return None
    if written[0] in "0123456789":
        whole, _, decimals = written.partition(".")
        digits = int(whole + decimals)
        return -digits if match["sign"] else digits, len(decimals)
    whole, _, decimals = written.partition("点")
    value = chinese_value(whole)
    if value is None or any(char not in DIGITS for char in decimals):
        return None
    for char in decimals:
        value = value * 10 + DIGITS[char]
    return value, len(decimals)


def _last_digit(value: Fraction) -> Fraction:
    """The value of the last digit that is not nought: 100 for 1300."""
    if value.denominator > 1:
        return Fraction(1, 10)
    place = 1
    while value and value.numerator % (place * 10) == 0:
        place *= 10
    return Fraction(place)
