"""Slips in YAML itself are told in Chinese, at the line that has them."""

import re
from pathlib import Path

import pytest

from auditor.catalogue import CatalogueError, Problem
from auditor.catalogue.source import Source


def read(text: str, folder: Path) -> Source:
    path = folder / "rule.yaml"
    path.write_text(text, encoding="utf-8")
    return Source(path)


def refused(text: str, folder: Path) -> Problem:
    with pytest.raises(CatalogueError) as caught:
        read(text, folder)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize("deep", ["[" * 300_000, "{a: " * 300_000, "\n  " + "- " * 300_000])
def test_deep_nesting_is_refused_before_it_can_overrun_the_stack(deep: str, tmp_path: Path) -> None:
    problem = refused(f"name: 小目录\nversion: {deep}", tmp_path)
    assert "嵌套过深" in problem.message
    assert problem.line == (3 if "-" in deep else 2)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("id：open_day\nkind: element\n", 1, 1, "半角冒号"),
        ("a: 1\nname：开放日\nshort: 开放日\n", 2, 1, "半角冒号"),
        ("a: 1\nsignals：\n  - id: named\n", 2, 1, "半角冒号"),
        ("a:\n  - id: named\n    asks：写到\n    phrases: []\n", 3, 5, "半角冒号"),
        ("binds: {county: direct, city：direct}\n", 1, 25, "半角冒号"),
        ("binds: {county: direct, city:direct}\n", 1, 25, "半角冒号"),
        ("limits: 注意: 只认这几个词\n", 1, 11, "这里不能再有冒号"),
        ("a: 1\n b: 2\n", 2, 3, "与同级各行对齐"),
        ("signals:\n\t- id: named\n", 2, 1, "制表符"),
        ("advice:\n\tmissing: 没有\n", 2, 1, "制表符"),
        ("advice:\n  a: 1\n\u3000\u3000b: 2\n", 3, 1, "全角空格"),
        ('a: 1\nlimits: "没有写"政府开放日"。"\nb: 1\n', 2, 9, "双引号里不能再有双引号"),
        ('a:\n  - "政府"开放日\n  - 乙\n', 2, 5, "双引号里不能再有双引号"),
        ("a:\n  - [甲乙]开放日\n  - 乙\n", 2, 5, "请给整句话加上英文双引号"),
        ("a:\n  - {own}～合同\n  - 乙\n", 2, 5, "请给整句话加上英文双引号"),
        ("a:\n  - 甲\n  -邀请群众\n  - 乙\nb: 1\n", 3, 3, "“-”后面要空一格"),
        ("a:\n  - |开放日\n", 2, 5, "不能用这个字符开头"),
        ("a: ? 开放日\n", 1, 4, "不能用这个字符开头"),
        ("a: 1\nb: !! 开放日\n", 2, 4, "不能用这个字符开头"),
        ("a: 1\n---\nb: 2\n", 2, 1, "一个文件只能写一份"),
        ("a: 1\nb: [[[\n", 3, 1, "没有配对"),
        ("a: 1\nlimits: 甲\x07乙\n", 2, 10, "控制字符（U+0007）"),
        ("a:\n  - 审查～合同 #(份|件)\n", 2, 11, "“#”以后的字不会读入"),
        ("a: [审查～合同 #份\n  ]\n", 1, 11, "“#”以后的字不会读入"),
    ],
)
def test_a_slip_is_told_where_it_is(text: str, line: int, column: int, message: str, tmp_path: Path) -> None:
    problem = refused(text, tmp_path)
    assert message in problem.message
    assert (problem.line, problem.column) == (line, column)
    assert not re.search("[a-z]{3}", problem.message)


@pytest.mark.parametrize(
    "text", ["a: 审查合同 # 说明\n", 'a: "审查合同 #份"\n', "a: open_day  #说明\n", "a: [甲] #说明\n"]
)
def test_a_remark_is_no_text_cut_off(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path).data["a"] in ("审查合同", "审查合同 #份", "open_day", ["甲"])


def test_what_libyaml_says_in_no_known_words_is_told_in_general(tmp_path: Path) -> None:
    problem = refused("%YAML 1.\n---\na: 1\n", tmp_path)
    assert (problem.line, re.findall("[a-z]{3}", problem.message)) == (1, [])


@pytest.mark.parametrize("text", ["", "# 只有说明\n", "\n\n"])
def test_an_empty_file_is_one_mistake(text: str, tmp_path: Path) -> None:
    assert refused(text, tmp_path).message == "文件是空的"
