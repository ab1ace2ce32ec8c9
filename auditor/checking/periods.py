"""Documents that run for fixed years: years they never had, and coming work under one that has ended."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.catalogue.checks import Period
from auditor.catalogue.lexicon import Words
from auditor.catalogue.phrase import Phrase
from auditor.checking.slip import Slip, Span
from auditor.checking.years import DONE_ROLES
from auditor.structure import Report
from auditor.text import occurrences

RANGE = re.compile(r"》?（(20[0-9]{2})年?([-—－–~～至一]*)(20[0-9]{2})年?）")
CARRIES_OUT = re.compile(r"(?:落实|贯彻|执行|推进|实施|对照|按照|围绕|开展)[^。；，\n]{0,10}$")
SINCE = re.compile(r"以来|自20[0-9]{2}年|期间|(?:从|由)[^。；]{0,30}到")
SENTENCE_ENDS = "。；\n"
SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
LOOK = 500


class Dated(NamedTuple):
    """A document named at `span` of a text with the years it runs for, and what joins them."""

    span: Span
    years: list[int]
    mark: str


class Periods:
    """Checks the documents of rules/checks/periods.yaml."""

    def __init__(self, periods: Sequence[Period], closing: Sequence[str], words: Words) -> None:
        self._periods = [(period, [Phrase(each, words.concepts) for each in period.words]) for period in periods]
        self._closing = re.compile("|".join(map(re.escape, closing))) if closing else None

    def check(self, report: Report) -> Iterable[Slip]:
        """The whole text for wrong years, its plans for periods that have ended."""
        year = report.identity.year
        for period, _ in self._periods:
            yield from _wrong_years(report, period, year)
        if year is None:
            return
        for section in report.sections:
            if section.role in ("plan", *DONE_ROLES):
                text = report.plain.text[section.start : section.end]
                for period, phrases in self._periods:
                    if section.role == "plan":
                        yield from self._ended(period, phrases, text, section.start, year)
                    elif year > period.ranges[0][1] + 1:
                        yield from self._long_ended(period, phrases, text, section.start, year)

    def _ended(self, period: Period, phrases: Sequence[Phrase], text: str, start: int, year: int) -> Iterable[Slip]:
        last = period.ranges[-1][1]
        spans = [found.span() for phrase in phrases if (found := phrase.search(text)) is not None]
        over = [each for each in _dated(text, period) if each.years in period.ranges and each.years[1] <= year]
        if over:
            spans += [each.span for each in over]
            last = max(over, key=lambda each: period.ranges.index(each.years)).years[1]
        for left, right in sorted(spans)[:1] if year >= last else ():
            if self._closing is None or not self._closing.search(_sentence(text, left)):
                yield Slip(
                    "period_ended",
                    f"下一年度安排仍把“{text[left:right]}”作为今后工作，该项已于{last}年底到期，{year + 1}年不再适用。"
                    "请改为总结评估，或换成新一期文件（以正式公布的名称为准）。",
                    ((start + left, start + right),),
                    period.id,
                )

    def _long_ended(
        self, period: Period, phrases: Sequence[Phrase], text: str, start: int, year: int
    ) -> Iterable[Slip]:
        """This year's work told as done under what ended before last year; one slip a section."""
        found = [(match.span(), period.ranges[-1][1]) for each in phrases if (match := each.search(text)) is not None]
        found += [(dated.span, dated.years[-1]) for dated in _dated(text, period) if dated.years in period.ranges]
        for (left, right), last in sorted(found):
            said = _sentence(text, left)
            is_told_over = self._closing is not None and self._closing.search(said)
            if (
                year > last + 1
                and not is_told_over
                and not SINCE.search(said)
                and CARRIES_OUT.search(text[max(left - 20, 0) : left])
            ):
                yield Slip(
                    "period_ended",
                    f"“{text[left:right]}”已于{last}年底到期，{year}年的工作不应再以它为依据。"
                    "请核对是否沿用了往年的文本，换成现行文件。",
                    ((start + left, start + right),),
                    period.id,
                )
                return


def _dated(text: str, period: Period) -> Iterable[Dated]:
    for at in occurrences(period.title, text):
        if found := RANGE.match(text, at + len(period.title)):
            yield Dated((at, found.end()), [int(found[1]), int(found[3])], found[2])


def _wrong_years(report: Report, period: Period, year: int | None) -> Iterable[Slip]:
    text = report.plain.text
    for (start, end), years, mark in _dated(text, period):
        known = years in period.ranges
        if (known and mark) or years[0] > period.ranges[-1][1]:  # a new one may have been published
            continue
        fault = "起止年份之间缺少连接号" if known else "起止年份有误"
        meant = [years] if known else _running(period, year)
        right = "或".join(f"《{period.title}（{a}—{b}年）》" for a, b in meant)
        yield Slip(
            "period_years",
            f"“{text[start:end]}”{fault}。请改为{right}。",
            ((start, end),),
            period.id,
        )


def _running(period: Period, year: int | None) -> list[list[int]]:
    """The ranges that a report on a year can speak of: those it falls into, or the next; else the latest."""
    if year is None:
        return period.ranges
    return [each for each in period.ranges if each[0] - 1 <= year <= each[1]] or period.ranges[-1:]


def _sentence(text: str, at: int) -> str:
    """The sentence around an offset, as far as it can be taken in."""
    floor, ceiling = max(at - LOOK, 0), min(at + LOOK, len(text))
    left = max(text.rfind(mark, floor, at) + 1 for mark in SENTENCE_ENDS)
    after = SENTENCE_END.search(text, at, ceiling)
    return text[max(left, floor) : after.start() if after else ceiling]
