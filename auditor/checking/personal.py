"""Personal data that a published report must not give: identity card numbers, mobile numbers, private persons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.checking.slip import Slip, Span
from auditor.scorecard import masked
from auditor.structure import Report
from auditor.text import HAN, is_han

LONGEST = 8
CARD = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
UNITS = "%万亿份件元个人次条"
MOBILE = re.compile(rf"1[3-9](?<![0-9A-Za-z.-]..)[0-9]{{9}}(?![0-9A-Za-z.{UNITS}])")
GROUPED_MOBILE = re.compile(
    rf"1[3-9](?<![0-9A-Za-z.-]..)(?<![0-9] ..)[0-9](?P<gap>[ -])[0-9]{{4}}(?P=gap)[0-9]{{4}}(?! ?[0-9A-Za-z.{UNITS}-])"
)
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘范彭鲁马方袁唐薛雷贺罗郝邓毛江史顾孟黄尹石熊梁"
    "杜贾郭林钟徐邱高夏蔡田胡万卢丁刘叶白赖谭龙"
)
NAMES = re.compile(f"[{SURNAMES}](?:(?!某){HAN}){{1,2}}")
DETAILS = re.compile(r"（(?:[男女][，、）]|[0-9]{1,3}岁|家住|现住|住(?![户宅房院建所宿校])|身份证)")
# What follows the name of a private person, and no word that only begins like one (群众高度评价, 村民马上反映).
CASES = "反映|诉(?![讼求])|起诉|投诉|信访|上访|一案|家庭|(?:开展|进行|实施)帮教"
NO_NAME = re.compile(
    "马上|高[度兴龄声效质]|方[便面才法式]|何[时地人]|万[分元户人一]|白天|江边|于是|平时|石材|金融|任[何意]|常[常年]"
)
CARD_NAMED = re.compile(r"身份证(?:号码?|件号码?)?[：为是（]?$")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CONTROL = "10X98765432"


class Personal(NamedTuple):
    """Personal data at [start, end) of the plain text: what of it no quote may show, its kind, what is to be done."""

    span: Span
    hidden: Span
    kind: str
    message: str


def find_personal(report: Report, persons: Sequence[str]) -> Iterator[Personal]:
    """The personal data of the whole text, masked in the messages.

    Args:
        report: The report.
        persons: Words for private persons that stand right before a name (村民, 当事人).
    """
    text = report.plain.text
    for found in CARD.finditer(text):
        named = CARD_NAMED.search(text, max(found.start() - LONGEST, 0), found.start())
        if (named or _is_card(found[0])) and _is_whole(report, found):
            hidden = (found.start() + 4, found.end() - 4)
            message = f"出现身份证号码（{_masked(found, hidden)}）。报告向社会公开，请删去或作隐去处理。"
            yield Personal(found.span(), hidden, "card", message)
    for pattern in (MOBILE, GROUPED_MOBILE):
        for found in pattern.finditer(text):
            if _is_whole(report, found):
                hidden = (found.start() + 3, found.end() - 4)
                message = f"出现手机号码（{_masked(found, hidden)}）。报告向社会公开，请删去，或改用单位的固定电话。"
                yield Personal(found.span(), hidden, "mobile", message)
    for found in DETAILS.finditer(text):
        start = _name_before(text, found.start(), tuple(persons))
        if start is not None:
            message = f"出现当事人姓名和性别、年龄、住址等信息（{text[start]}某）。报告向社会公开，请作隐名处理。"
            yield Personal((start, found.end()), (start + 1, found.start()), "person", message)
    yield from _named_persons(text, persons)


def check_personal(personal: Iterable[Personal]) -> Iterator[Slip]:
    """A slip for each."""
    return (Slip("personal_data", each.message, (each.span,), each.kind) for each in personal)


def _named_persons(text: str, persons: Sequence[str]) -> Iterator[Personal]:
    """Private persons in a case, by their full names: 村民王大明反映的土地纠纷."""
    if not persons:
        return
    person = re.compile(f"(?:{'|'.join(map(re.escape, persons))})({NAMES.pattern}?)(?={CASES})")
    for found in person.finditer(text):
        start, end = found.span(1)
        if not NO_NAME.match(text, start, end):
            message = f"出现当事人姓名（{text[start]}某）。报告向社会公开，请作隐名处理。"
            yield Personal(found.span(), (start + 1, end), "person", message)


def _masked(found: re.Match[str], hidden: Span) -> str:
    return masked(found[0], [hidden], found.start())


def _name_before(text: str, end: int, persons: tuple[str, ...]) -> int | None:
    """Where a name that ends at an offset begins; only one that opens a clause or follows a word for a person."""
    for start in (end - 3, end - 2):
        if start >= 0 and NAMES.fullmatch(text, start, end):
            before = text[max(start - LONGEST, 0) : start]
            if not before or not is_han(before[-1]) or before.endswith(persons):
                return start
    return None


def _is_whole(report: Report, found: re.Match[str]) -> bool:
    """Whether the number stands so in the document too, and is not made of the cells of a table."""
    return report.printed(*found.span()) == found[0]


def _is_card(number: str) -> bool:
    """Whether the last digit is the control digit of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CONTROL[total % 11] == number[-1].upper()
