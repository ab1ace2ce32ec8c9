"""Personal data that a published report must not give: identity card numbers, mobile numbers, private persons."""

import re
from collections.abc import Iterable

from auditor.checking.slip import Slip
from auditor.structure import Report

CARD = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
MOBILE = re.compile(r"1[3-9](?<![0-9A-Za-z.-]..)[0-9]{9}(?![0-9A-Za-z.%万亿份件元个人次条])")
PERSON = re.compile(
    r"(?<![一-龥])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘范彭鲁马方袁唐薛雷贺罗郝邓毛江史顾孟黄尹石熊梁杜贾郭林钟徐邱高夏蔡田胡万卢丁刘叶白赖谭龙][一-龥]{1,2}（[男女][，、）]"
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CONTROL = "10X98765432"


def check_personal(report: Report) -> Iterable[Slip]:
    """The whole text; numbers are masked in the message."""
    text = report.plain.text
    for found in CARD.finditer(text):
        if _is_card(found[0]) and _is_whole(report, found):
            shown = f"{found[0][:4]}**********{found[0][-4:]}"
            message = f"出现身份证号码（{shown}）。报告向社会公开，请删去或作隐去处理。"
            yield Slip("personal_data", message, (found.span(),), "card")
    for found in MOBILE.finditer(text):
        if not _is_whole(report, found):
            continue
        shown = f"{found[0][:3]}****{found[0][-4:]}"
        message = f"出现手机号码（{shown}）。报告向社会公开，请删去，或改用单位的固定电话。"
        yield Slip("personal_data", message, (found.span(),), "mobile")
    for found in PERSON.finditer(text):
        message = f"出现当事人姓名和性别等信息（{found[0][0]}某）。报告向社会公开，请作隐名处理。"
        yield Slip("personal_data", message, (found.span(),), "person")


def _is_whole(report: Report, found: re.Match[str]) -> bool:
    """Whether the number stands so in the document too, and is not made of the cells of a table."""
    source = report.plain.source
    return report.document.text[source[found.start()] : source[found.end() - 1] + 1] == found[0]


def _is_card(number: str) -> bool:
    """Whether the last digit is the control digit of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CONTROL[total % 11] == number[-1].upper()
