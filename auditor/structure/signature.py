"""The signature: the last lines that give the reporting body and the date."""

import re
from dataclasses import dataclass

from auditor.structure.page_words import PAGE_WORDS
from auditor.structure.plain import Plain
from auditor.text import YEAR, chinese_value, digit_by_digit

_DIGIT = "[〇零○ＯO0一二三四五六七八九]"
DATE = re.compile(
    rf"(?P<year>{YEAR})年(?P<month>[0-9]{{1,2}}|元)月(?P<day>[0-9]{{1,2}})日"
    rf"|二[〇零○ＯO0](?P<decade>{_DIGIT})(?P<of_decade>{_DIGIT})年"
    r"(?P<chinese_month>元|[一二三四五六七八九十]{1,3})月(?P<chinese_day>[一二三四五六七八九十]{1,3})日"
)
_NO_BODY = re.compile("[：:，。；0-9|]")
_LAST_LINES = 30
_LONGEST = 45

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Signature:
    """The date below a report, as printed, and the body on the line above it ("" when that is none).

    The date may be one that no calendar has (2月30日); a month or a day written as no number (十十日) is 0. Spans are
    offsets in the plain text.
    """

    year: int
    month: int
    day: int
    span: Span
    unit: str
    unit_span: Span


def find_signature(plain: Plain, after: int) -> Signature | None:
    """The last line that is a date, alone or after the name of a body.

    Args:
        plain: The plain text.
        after: Offset in it that the signature stands behind: the end of the title.
    """
    paragraphs = plain.paragraphs
    for index in range(len(paragraphs) - 1, max(len(paragraphs) - _LAST_LINES, 0), -1):
        start, end = paragraphs[index].start, paragraphs[index].end
        line = plain.text[start:end]
        date = _date(line) if after <= start and end - start <= _LONGEST else None
        if date is None:
            continue
        year, month, day = _read(date)
        own = line[: date.start()].strip("（ ")
        above = paragraphs[index - 1]
        unit, span = own, (start, start + date.start())
        if not own and above.end - above.start <= _LONGEST:
            unit, span = plain.text[above.start : above.end].strip(), (above.start, above.end)
        return Signature(year, month, day, (start + date.start(), start + date.end()), unit, span)
    return None


def _date(line: str) -> re.Match[str] | None:
    """The date of a line that holds nothing else but the name of a body before it."""
    found = DATE.search(line)
    if found is None or line[found.end() :].strip("） ") or PAGE_WORDS.search(line):
        return None
    return None if _NO_BODY.search(line, 0, found.start()) else found


def _read(date: re.Match[str]) -> tuple[int, int, int]:
    if date["year"]:
        return int(date["year"]), 1 if date["month"] == "元" else int(date["month"]), int(date["day"])
    year = 2000 + digit_by_digit(date["decade"] + date["of_decade"])
    return year, _small(date["chinese_month"]), _small(date["chinese_day"])


def _small(written: str) -> int:
    """十二 -> 12, 二十 -> 20, 元 -> 1, 十十 -> 0."""
    return 1 if written == "元" else chinese_value(written) or 0
