"""The layout of a text decides nothing: verdicts stay when lines are wrapped, menus added, widths changed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

REPORTS = sorted((Path(__file__).parents[2] / "fixtures" / "reports").glob("*.txt"))
AUDITOR = Auditor(load_catalogue())
FULL_WIDTH = {ord(char): ord(char) + 0xFEE0 for char in "0123456789%"}
HALF_WIDTH = str.maketrans("，；：（）", ",;:()")
MENU = "首页 | 新闻动态 | 政务公开 | 办事服务 | 互动交流\n您现在的位置：首页 > 政务公开 > 法治政府建设年度报告\n"
LINKS = "\n上一篇：县司法局召开法律顾问座谈会\n下一篇：关于公布重大行政决策事项目录的通知\n打印本页　关闭窗口\n"


def wrapped(text: str) -> str:
    """Lines of 36 characters with an empty line between paragraphs, and page marks."""
    made: list[str] = []
    for number, line in enumerate(text.splitlines()):
        made += [line[at : at + 36] for at in range(0, len(line), 36)] + [""]
        if number % 9 == 8:
            made += [f"— {number // 9 + 1} —", ""]
    return "\n".join(made)


CHANGES: dict[str, Callable[[str], str]] = {
    "wrapped": wrapped,
    "double_spaced": lambda text: text.replace("\n", "\n\n"),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "full_width": lambda text: text.translate(FULL_WIDTH),
    "half_width": lambda text: text.translate(HALF_WIDTH),
    "web_page": lambda text: MENU + text + LINKS,
    "circles": lambda text: re.sub("(?m)^（[一二三四五六七八九十]+）", "○ ", text),
}


def outcome(text: str) -> dict[str, str]:
    card = AUDITOR.audit(read_bytes(text.encode(), "报告.txt"))
    return {each.id: each.verdict for each in card.elements} | {each.id: each.state for each in card.blocks}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_verdicts_stay(report: Path, change: str) -> None:
    text = report.read_text(encoding="utf-8")
    assert outcome(CHANGES[change](text)) == outcome(text)
