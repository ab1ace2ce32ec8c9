"""Numbers as officials write them, with the bounds of their true values."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.checking.numbers import read_numbers
from auditor.text import chinese_value


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("立案390件", 390, 390, "件"),
        ("调处509起", 509, 509, "件"),
        ("发证6,240本", 6240, 6240, "本"),
        ("处罚2 874件", 2874, 2874, "件"),
        ("出庭三十二件", 32, 32, "件"),
        ("调解一百零五宗", 105, 105, "件"),
        ("聘请十二名", 12, 12, "人"),
        ("合格率99.8%", Fraction("99.8"), Fraction("99.8"), "%"),
        ("达到百分之九十八", 98, 98, "%"),
        ("百分之九十八点五", Fraction("98.5"), Fraction("98.5"), "%"),
        ("提高5.3个百分点", Fraction("5.3"), Fraction("5.3"), "个百分点"),
        ("活动50余次", 50, 60, "次"),
        ("服务1300余人次", 1300, 1400, "人次"),
        ("办件1.2万件", 11500, 13000, "件"),
        ("近100份", 80, 100, "份"),
        ("约100份", 80, 120, "份"),
        ("不足5人", 0, 5, "人"),
        ("罚款1.9万元", 18500, 20000, "元"),
        ("下降-5%", -5, -5, "%"),
    ],
)
def test_bounds(text: str, low: Fraction, high: Fraction, unit: str) -> None:
    (number,) = read_numbers(text, 0, len(text))
    assert (number.low, number.high, number.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["超过100份", "100份以上", "至少100份"])
def test_without_an_upper_bound(text: str) -> None:
    (number,) = read_numbers(text, 0, len(text))
    assert number.low == 100
    assert number.high is None


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日",
        "第28次",
        "数十件",
        "第一责任人",
        "一审二审",
        "（2022）14号",
        "3 86名",
        "12. 7万件",
        "2021—2025年",
        "年龄45岁以上",
        "没有哪一次",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert read_numbers(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("written", "value"),
    [("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105), ("三千零四十", 3040), ("两", 2), ("零", 0)],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert chinese_value(written) == value


@pytest.mark.parametrize(
    "written", ["一二三", "百", "十十", "零五", "二千三千", "一百零零五", "一百十", "〇", "abc", ""]
)
def test_no_chinese_numerals(written: str) -> None:
    assert chinese_value(written) is None


@given(st.text(alphabet="0123456789一二十百千零两万亿余多近约超%件个百分点之第年.,- （", max_size=60))
@example("约-1")
def test_bounds_never_cross(text: str) -> None:
    for number in read_numbers(text, 0, len(text)):
        assert 0 <= number.start < number.end <= len(text)
        assert number.high is None or number.low <= number.high
