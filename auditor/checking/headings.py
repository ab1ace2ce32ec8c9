"""Headings: their years, words of a template left in them, gaps and repeats in their numbers."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.checking.slip import Slip, heading_span
from auditor.checking.years import LEAD_IN, YEAR, stated_year
from auditor.structure import Report, Section
from auditor.text import chinese_value

SPAN = re.compile(r"20[0-9]{2}年?[-—～~至到]+20[0-9]{2}|《[^》]*》|以来|[（(]20[0-9]{2}")
NUMBERS = (
    ("{}、", re.compile(r"([一二三四五六七八九十]{1,3})[、.．]")),
    ("（{}）", re.compile(r"（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})）")),
    ("{}.", re.compile(r"([0-9]{1,2})[、.．](?![0-9])")),
    ("（{}）", re.compile(r"（([0-9]{1,2})）|([0-9]{1,2})）")),
)
COUNTED = re.compile(r"(?<=[。；：，\n])([一二三四五六七八九]|十[一二三]?)是(?!一)")
SHOWN = 5
CHINESE = "零一二三四五六七八九十"
AHEAD = re.compile("谋划|打算|安排|计划|部署|展望|启动|筹备|思路|开局")
DONE = re.compile("情况|总结|完成|落实")
DONE_ROLES = ("achievements", "problem", "causes", "leadership")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number before a heading: its value, its style, where it stands, and what it is a number of."""

    value: int
    style: int
    start: int
    end: int
    shown: str


def check_headings(report: Report, relative: Sequence[str]) -> Iterable[Slip]:
    """The headings of the outline."""
    year = report.identity.year
    stated = stated_year(report)
    for section in report.sections[1:]:
        heading = section.heading
        if not heading or section.level > 2:
            continue
        span = heading_span(section)
        word = next((each for each in relative if each in heading), None)
        if word and section.own_role:
            yield Slip(
                "heading_relative",
                f"标题“{heading}”沿用了模板用语“{word}”。请换成具体年份" + (f"（{year}年）。" if year else "。"),
                (span,),
            )
        if stated is not None and section.own_role and not LEAD_IN.search(heading):
            yield from _year(section, span, stated)


def _year(section: Section, span: tuple[int, int], year: int) -> Iterable[Slip]:
    heading = section.heading
    years = {int(found) for found in YEAR.findall(heading)}
    if not years or SPAN.search(heading):
        return
    if section.role in DONE_ROLES and year not in years and not (max(years) > year and AHEAD.search(heading)):
        told = "、".join(f"{each}年" for each in sorted(years))
        advice = "请核对是否沿用了往年的标题并改正。" if max(years) < year else "请核对改正。"
        yield Slip("heading_year", f"标题“{heading}”写的是{told}，报告年度是{year}年。{advice}", (span,))
    elif section.role == "plan" and year + 1 not in years and not DONE.search(heading):
        yield Slip(
            "heading_year",
            f"下一年度安排的标题“{heading}”写的是{max(years)}年，报告年度是{year}年，安排的应当是{year + 1}年的工作。"
            "请核对改正。",
            (span,),
        )


def check_numbering(report: Report) -> Iterable[Slip]:
    """Numbers of sibling headings, and 一是、二是 within a paragraph."""
    text = report.plain.text
    runs: dict[tuple[int, int], list[Mark]] = {}
    for section in report.sections[1:]:
        mark = _mark(text, section) if section.heading else None
        if mark is not None:
            runs.setdefault((section.parent, mark.style), []).append(mark)
    for run in runs.values():
        yield from _sequence(text, run)
    for paragraph in report.plain.paragraphs:
        marks = [
            Mark(_value(found[1]), -1, found.start(), found.end(), found[0])
            for found in COUNTED.finditer(text, max(paragraph.start - 1, 0), paragraph.end)
        ]
        yield from _sequence(text, marks)


def _mark(text: str, section: Section) -> Mark | None:
    for style, (_, pattern) in enumerate(NUMBERS):
        found = pattern.match(text, section.start)
        if found is not None:
            written = next(group for group in found.groups() if group)
            return Mark(_value(written), style, section.start, found.end(), found[0])
    return None


def _value(written: str) -> int:
    if written[0] in "0123456789":
        return int(written)
    return chinese_value(written) or 0


def _sequence(text: str, marks: Sequence[Mark]) -> Iterable[Slip]:
    """Each number against the one before it; 一 begins a list anew."""
    is_repeated = False
    for before, mark in itertools.pairwise(marks):
        step = mark.value - before.value
        is_after_repeated, is_repeated = is_repeated, step == 0
        if mark.value <= 1 or not before.value or step == 1 or (is_after_repeated and step == 2):
            continue
        missing = [
            value
            for value in range(before.value + 1, mark.value)
            if not _stands(text, before.end, mark.start, value, mark.style)
        ]
        if step == 0:
            told = f"序号“{mark.shown}”重复，应为“{_write(before.value + 1, mark)}”"
        elif step < 0:
            told = f"序号“{mark.shown}”排在“{before.shown}”之后，次序颠倒"
        elif missing[:1] == [before.value + 1]:
            lacking = "".join(f"“{_write(value, mark)}”" for value in missing[:SHOWN])
            told = f"序号从“{before.shown}”跳到“{mark.shown}”，缺{lacking}" + ("等" if len(missing) > SHOWN else "")
        else:
            continue
        advice = "请核对是否漏写或误删内容，并重新编号。"
        yield Slip("numbering", f"{told}。{advice}", ((before.start, before.end), (mark.start, mark.end)))


def _stands(text: str, start: int, end: int, value: int, style: int) -> bool:
    """Whether the missing number stands somewhere between after all, in whatever form."""
    number = _chinese(value)
    forms = [f"{number}、", f"{number}）", f"{number}.", f"{number} ", f"第{number}", f"\n{number}"]
    if style < 0:
        forms += [f"{number}是", f"其{number}", *(f"{mark}{number}" for mark in "，。；：")]
    else:
        forms += [f"{value}、", f"{value}）", f"{value}.", f"\n{value} "]
    return any(text.find(form, start, end) >= 0 for form in forms)


def _write(value: int, mark: Mark) -> str:
    old = _chinese(mark.value) if any(char in CHINESE for char in mark.shown) else str(mark.value)
    new = _chinese(value) if old != str(mark.value) else str(value)
    return mark.shown.replace(old, new, 1)


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE[tens] + "十"
    return head + (CHINESE[ones] if ones else "")
