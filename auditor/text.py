"""Small facts about Chinese text that more than one stage needs."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

HAN = r"[^\W0-9A-Za-z_①-⓿㈀-㋿]"
"""A Chinese character in patterns: a letter, no Latin one, no ① or ㈠; a range of all compiles five times slower."""

HAN_RANGES = "\u3400-\u9fff\uf900-\ufaff〇"
"""Chinese characters (CJK unified ideographs, extension A, compatibility) within the brackets of a class."""

YEAR = "20[0-9]{2}"
"""A year in digits."""

REPORT_YEAR = "20[0-3][0-9]"
"""A year that a report may be on; a later one is a slip or a far goal."""

_NOUGHT = "〇零○ＯO0"
CHINESE_YEAR = f"二[{_NOUGHT}]([一二三][{_NOUGHT}一二三四五六七八九]|[〇零][一二三四五六七八九])"
"""A year in Chinese numerals (二〇二三); its one group is the last two digits."""

_DIGITS = "一二两三四五六七八九十百千"

NUMBER = rf"(?:(?:[1-9]|0[.0-9])[0-9.,]*[万亿千百]?|[{_DIGITS}][{_DIGITS}万亿零〇几]*)[余多]?"
"""A number that is not nought, in digits or Chinese numerals."""

PERCENT = r"(?:(?:[1-9]|0\.)[0-9.]*%|百分之[0-9一二三四五六七八九十百零点.]+|百分百|[一二三四五六七八九]成[多半]?|满格)"
"""A rate; 0% is none."""

PERCENT_SIGNS = frozenset({"%", "百分之", "百分百", "满格", *(f"{digit}成" for digit in "一二三四五六七八九")})
"""What stands in every PERCENT."""

_IN_ORDER = "零一二三四五六七八九"
DIGITS = {char: value for value, char in enumerate(_IN_ORDER)} | {"两": 2}
_DIGIT = "[一二两三四五六七八九]"
_NUMERAL = re.compile(rf"(?!零.|.*零零)(?:({_DIGIT})千)?零?(?:({_DIGIT})百)?零?(?:({_DIGIT}|^)十)?零?({_DIGIT})?")


def chinese_value(written: str) -> int | None:
    """一百零五 -> 105; None for what is no number of that kind (一二三, 百, 〇)."""
    found = _NUMERAL.fullmatch(written)
    if not written or not found:
        return None
    digits = zip((1000, 100, 10, 1), found.groups(), strict=True)
    return sum(place * DIGITS.get(digit, 1) for place, digit in digits if digit is not None)


def digit_by_digit(written: str) -> int:
    """二四 -> 24, 〇九 -> 9: digits as in a year; what is none (〇, ○, O) stands for nought."""
    return int("".join(str(max(_IN_ORDER.find(char), 0)) for char in written))


class Replacement:
    """Single characters read as others; on Chinese text many times quicker than `str.translate`."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Prepare a table of what each character is read as."""
        self._table = {old: new for old, new in table.items() if old != new}
        self._old = re.compile(f"[{re.escape(''.join(self._table))}]" if self._table else "(?!)")

    def __call__(self, text: str) -> str:
        """The text with its characters replaced, every offset as it was."""
        return self._old.sub(self._new, text)

    def _new(self, found: re.Match[str]) -> str:
        return self._table[found[0]]


_MARKS = dict(zip(",:;()!?", "，：；（）！？", strict=True))
_FULL_WIDTH = {chr(code + 0xFEE0): _MARKS.get(chr(code), chr(code)) for code in range(0x21, 0x7F)}
_RADICALS = dict(
    zip(
        "⺠⻄⻅⻆⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民西见角车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
UNIFIED = _RADICALS | {
    char: plain
    for char in map(chr, (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9)))
    if (plain := unicodedata.normalize("NFC" if char >= "\uf900" else "NFKC", char)) != char
}
"""The character that each radical (⼯作, ⻓期) and compatibility character looks like: some PDF files give these."""

FORMS = _MARKS | _FULL_WIDTH | UNIFIED | dict(zip("﹐﹑･．﹒〔〕【】", "，、、..（）（）", strict=True))
"""What characters of other widths and shapes are read as: letters half-width, marks Chinese, radicals characters."""


def occurrences(needle: str, text: str) -> Iterator[int]:
    """Where a string begins in a text, every time, overlapping ones included."""
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def is_han(char: str) -> bool:
    """Whether a character is one of HAN_RANGES."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char == "〇"
