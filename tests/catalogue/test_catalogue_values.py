"""Numbers, years, dates and grades that cannot be meant are refused."""

from pathlib import Path

import pytest
from mistakes import ELEMENT, INSTRUMENTS, MANIFEST, Mistake, check_named

MISTAKES = {
    "fraction for a whole number": Mistake(ELEMENT, "weight: 20", "weight: 2.5", "2.5", "应当是整数"),
    "number too long": Mistake(ELEMENT, "weight: 20", "weight: " + "9" * 5000, "9999", "应当是整数"),
    "number in quotes": Mistake(ELEMENT, "weight: 20", "weight: '03'", "'03'", "应当是整数", "请写成 3，不加引号"),
    "truth for a number": Mistake(ELEMENT, "weight: 20", "weight: true", "true", "应当是整数"),
    "number with an underscore": Mistake(ELEMENT, "weight: 20", "weight: 1_0", "1_0", "应当是整数"),
    "year that never comes": Mistake(ELEMENT, "weight: 20", "weight: 20\nfrom_year: 20190", "20190", "不能大于2100"),
    "year of two digits": Mistake(ELEMENT, "weight: 20", "weight: 20\nto_year: 19", "19\n", "不能小于1949"),
    "year of a basis": Mistake(ELEMENT, "says: 年度报告", "says: 年度报告, from_year: 21090", "21090", "不能大于2100"),
    "bound at no level": Mistake(
        ELEMENT, "{county: direct}", "{unknown: direct}", "unknown", "“unknown”不在可用的取值里", "county"
    ),
    "month that is none": Mistake(
        INSTRUMENTS,
        "    status: title\n",
        "    status: title\n    in_force: 2024-13\n",
        "2024-13",
        "没有“2024-13”这个日期",
    ),
    "day that is none": Mistake(
        INSTRUMENTS,
        "    status: title\n",
        "    status: title\n    ended: '2024-02-30'\n",
        "'2024-02",
        "没有“2024-02-30”",
    ),
    "law that ended before it began": Mistake(
        INSTRUMENTS,
        "    status: title\n",
        "    status: title\n    in_force: 2024-03\n    ended: 2020-01\n",
        "2020-01",
        "失效日期 2020-01 早于施行日期 2024-03",
    ),
    "grades from low to high": Mistake(MANIFEST, "at_least: 85", "at_least: 0", "- {name: 优", "从高到低"),
    "no grade for the lowest scores": Mistake(
        MANIFEST, "at_least: 0", "at_least: 50", "- {name: 优", "低于50分的没有等次"
    ),
    "two grades of one name": Mistake(MANIFEST, "name: 较差", "name: 优秀", "- {name: 优", "两个等次同名"),
    "a lower grade that asks for more": Mistake(
        MANIFEST,
        "at_least: 85}\n    - {name: 较差, at_least: 0}",
        "at_least: 85}\n    - {name: 较差, at_least: 0, may_lack: 1}",
        "- {name: 优",
        "不能比等次较高的少",
    ),
    "no grade for what lacks much": Mistake(
        MANIFEST,
        "at_least: 85}\n    - {name: 较差, at_least: 0}",
        "at_least: 85, may_lack: 0}\n    - {name: 较差, at_least: 0, may_lack: 1}",
        "- {name: 优",
        "缺法定内容较多的没有等次",
    ),
    "more points for less": Mistake(MANIFEST, "met: 100", "met: 40", "{met: 40", "分数要依次不升"),
    "number for a text": Mistake(ELEMENT, "short: 法律顾问", "short: 2024", "2024", "应当是文字", "只有数字的"),
    "years the wrong way round": Mistake(
        ELEMENT,
        "weight: 20",
        "weight: 20\nfrom_year: 2030\nto_year: 2020",
        "2020",
        "2030年度起、2020年度止，没有一个年度的报告适用",
    ),
    "years of a basis the wrong way round": Mistake(
        ELEMENT, "says: 年度报告", "says: 年度报告, from_year: 2030, to_year: 2020", "2020", "没有一个年度的报告适用"
    ),
    "verdict without points": Mistake(
        MANIFEST, "weak: 50, mentioned: 20, ", "weak: 50, ", "{met: 100", "没有写这些结论的分数：mentioned"
    ),
    "grade that no score earns": Mistake(MANIFEST, "at_least: 85", "at_least: nan", "nan", "应当是数字"),
    "number that is none": Mistake(MANIFEST, "at_least: 85", "at_least: 高", "高", "应当是数字"),
    "date of a law": Mistake(
        INSTRUMENTS, "    status: title\n", "    status: title\n    in_force: 去年\n", "去年", "日期写成 2024"
    ),
    "weight too great": Mistake(ELEMENT, "weight: 20", "weight: 200", "200", "不能大于100"),
    "weight no number": Mistake(ELEMENT, "weight: 20", "weight: 二十", "二十", "应当是整数"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))
def test_a_value_that_cannot_be_meant_is_named_with_its_place(mistake: Mistake, tmp_path: Path) -> None:
    check_named(mistake, tmp_path)
