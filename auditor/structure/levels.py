"""The level of a reporting body, by its name or by what a text calls its own body."""

import re
from collections import Counter

from auditor.structure.page_words import PAGE_WORDS
from auditor.terms import Level
from auditor.text import HAN

# A commission that manages a task, and no place.
COMMISSION = r"(?:监督|资产|(?:城市|城乡)(?:建设|综合)?|住房|交通|运输|市容|绿化|市政|水务|事务|市场|金融)管理委员会$"
LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("department", re.compile(COMMISSION)),
    (
        "zone",
        re.compile(
            r"(?:开发区|高新区|经开区|产业园区?|工业园区?|示范区|综保区|保税区|新区|度假区|合作区|自贸区|园区)(?:管理委员会|管委会)?$|管委会$|管理委员会$"
        ),
    ),
    ("province", re.compile(r"(?:省|自治区)委$")),
    ("city", re.compile(r"(?:市|州|盟)委$|兵团第[一二三四五六七八九十]{1,3}师$")),
    ("county", re.compile(r"(?:县|区|旗)委$")),
    ("subdistrict", re.compile(r"街道(?:办事处|党工委)?$|办事处$")),
    ("township", re.compile(r"(?:镇|乡|苏木)(?:人民政府|党委)?$")),
    (
        "department",
        re.compile(
            r"(?:局|厅|委|委员会|办公室|办|馆|院|站|所|处|支队|大队|总队|中心|队|海关|会|司|部|联合社|供销社|[分支]行)$"
        ),
    ),
    ("province", re.compile(r"(?:省|自治区|北京市|上海市|天津市|重庆市)(?:人民政府)?$")),
    ("city", re.compile(r"(?:市|自治州|州|盟|地区)(?:人民政府|行政公署)?$")),
    ("county", re.compile(r"(?:县|区|旗)(?:人民政府)?$")),
)
SELF = re.compile(r"[我本](局|委|厅|办|馆|站|镇|乡|街道|区|县|市|省)(?![长委府法])")
NAMELESS = re.compile(rf"(?<!{HAN})(局|镇|乡|街道|区|县|市|省)(?:党委|党工委|党组|委|里|政府|人民政府|长|领导)")
BY_NAME = re.compile(
    rf"(?:^|[，。；\n])(?:{HAN}{{0,4}}[省市县区州]){HAN}{{2,8}}(局|委|厅)(?=按|全面|严格|认真|积极|坚持|切实|全年|年内|组织|开展|深入)"
)
SUPERIORS = re.compile(
    r"在[^，。；\n]{1,60}?(?:领导|指导|支持|关心|帮助)(?:和[^，。；\n]{1,10})?下|(?:按照|根据)[^，。；\n]{1,40}?(?:部署|要求|安排|精神)"
)
# Whom a text names as its superiors: in whose leadership the work was done, and whom it is addressed to.
LED_BY = re.compile(r"在([^，。；\n]{2,60}?)(?:领导|指导)下")
ADDRESSED_TO = re.compile(r"^([^。；：\n]{4,40})：$", re.M)
CITY_ABOVE = re.compile(
    rf"(?<![^\n、和与及在])(?:中共)?((?![省市县区州盟全各我本按])(?:(?![委依辖]){HAN}){{2,6}}[市州盟])(?=委|党委|人民政府|政府)"
)
OPENING = 1_000
LEVEL_OF_SELF: dict[str, Level] = {
    "局": "department",
    "委": "department",
    "厅": "department",
    "办": "department",
    "馆": "department",
    "站": "department",
    "镇": "township",
    "乡": "township",
    "街道": "subdistrict",
    "区": "county",
    "县": "county",
    "市": "city",
    "省": "province",
}


def level_of_self(text: str) -> Level:
    """The level of what the text calls itself (我局, 本镇) most often, else names as 镇长, else names in full."""
    own = SUPERIORS.sub("", text)
    for pattern in (SELF, NAMELESS, BY_NAME):
        counts = Counter(found[1] for found in pattern.finditer(own))
        if counts:
            return LEVEL_OF_SELF[counts.most_common(1)[0][0]]
    return "unknown"


def city_above(unit: str, text: str, after: int) -> re.Match[str] | None:
    """The city that a text names as the superior of another one, which is then a county-level city.

    Args:
        unit: The reporting body.
        text: The plain text.
        after: The end of the title in it.
    """
    for place in (ADDRESSED_TO, LED_BY):
        for told in place.finditer(text, max(after, 0), max(after, 0) + OPENING):
            for found in CITY_ABOVE.finditer(text, *told.span(1)):
                if found[1] not in unit:
                    return found
    return None


def level_of(unit: str) -> Level:
    """The level of a body by its name, "unknown" when it is none."""
    for level, pattern in LEVELS:
        if pattern.search(unit):
            return level
    return "unknown"


def is_unit(text: str) -> bool:
    """Whether a line holds the name of a body and nothing else."""
    return (
        3 <= len(text) <= 26
        and level_of(text) != "unknown"
        and not PAGE_WORDS.search(text)
        and not re.search("[，。：；0-9 ]", text)
    )
