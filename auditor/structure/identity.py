"""Who reports on which year, and in what words the text says so.

Read in this order: the title line, the signature, the opening sentence, what the page says of itself. The dates that
web pages show beside a report (今天是…, 发布时间) are never taken for the report's year.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from auditor.reading.document import Document
from auditor.scorecard import Evidenced
from auditor.structure.levels import city_above, is_unit, level_of, level_of_self
from auditor.structure.page_words import PAGE_WORDS
from auditor.structure.plain import Plain
from auditor.structure.signature import Signature, find_signature
from auditor.structure.title import IN_CHINESE, TITLE, YEAR, Line, find_title, unit_in_title
from auditor.terms import Level
from auditor.text import HAN, REPORT_YEAR, digit_by_digit

PLANNING = re.compile(
    r"[0-9]年起|年工作(?:安排|要点|思路|重点)|将|拟|计划|力争|下一步|打算|展望|预计|届时|争取|要[^求点素件]|底前|前完成|一季度|起，|明年|回顾|回看|曾|较|同比|[延迟后移留转放推跨期][至到入]?20"
)

# 去年（2020年） is not the year reported on.
OF_REPORT = f"(?<![去上前]年[（(])({REPORT_YEAR})年"
TOLD_YEAR = re.compile(OF_REPORT + r"(?!度|版|修订)")
OPENING_YEAR = re.compile(r"[^。]{0,40}?" + OF_REPORT + r"(?:度)?(?:以来)?[，,]?")
OPENING_UNIT = re.compile(
    rf"(?:^|[，,。])(?:{REPORT_YEAR}年(?:度|以来)?[，,]?)?(?![在按我本全各根为现])"
    rf"((?:(?!书记|主持|召开|负责|同志|领导|研究|部署|[省市县区州镇乡局][委长政]){HAN}){{2,24}}?)"
    r"(?=在[^，,。]{1,60}领导下|坚持|认真|全面|深入|深刻|紧紧|始终|严格|积极|切实|高度|扎实|以习近平)"
)
TITLE_NAMED = re.compile(r"《[^》\n]*》?")  # with its end or not, lest the text is read on from every 《
PUBLISHER = re.compile(rf"(?:来源|发布机构|发布单位)[：:] ?({HAN}{{3,26}})")
OPENING_LINES = 8
LAST_MONTH_TO_REPORT = 8  # a report dated later in a year is on that year, not on the one before
REPORT_LINES = 10  # a text without title that has as many is taken for a report, not for a passage of one


@dataclass(frozen=True, slots=True)
class Identity:
    """The report's identity; offsets of `evidence` point into the document's text.

    Attributes:
        title: The title, as it stands, line breaks removed; "" when there is none.
        unit: The reporting body.
        level: Its level.
        named_level: The level that its name tells, by which it speaks of itself: 全市 is a county-level city's own.
        year: The year reported on; None when the text does not say.
        is_report: Whether the title is that of an annual rule-of-law report.
        reference_year: The year that facts are told of when no year is given in title or opening; for role cues only.
        evidence: Where each was read.
        signature: Date and body below the report; None when there is no date.
    """

    title: str
    unit: str
    level: Level
    named_level: Level
    year: int | None
    is_report: bool
    reference_year: int | None
    evidence: dict[str, Evidenced]
    signature: Signature | None


class _Fact(NamedTuple):
    """What was read, in which part of the report, at [start, end) of the plain text (-1 when beside it)."""

    value: str
    source: str = ""
    start: int = -1
    end: int = -1


NOTHING = _Fact("")


def identify(document: Document, plain: Plain) -> Identity:
    """Read the identity of a report."""
    lines = [Line(plain.text[each.start : each.end], each.start, each.end) for each in plain.paragraphs]
    title = _title(lines, document)
    opening = [line for line in lines if line.start >= title.start][:OPENING_LINES]
    signature = find_signature(plain, title.end)
    unit = _first(_units(title, _signer(lines, signature), opening, document))
    is_whole = bool(title.value) or len(lines) >= REPORT_LINES
    unit = _in_full(unit, plain.text)
    year = _first(_years(title, opening, _signed_in(signature))) if is_whole else NOTHING
    level = _Fact(level_of(unit.value), "单位名称")
    if level.value == "unknown":
        own = level_of_self(plain.text)
        level = _Fact(own, "正文自称" if own != "unknown" else "")
    named_level = level.value
    if level.value == "city" and (above := city_above(unit.value, plain.text, title.end)):
        level = _Fact("county", "上级机关", *above.span(1))
    facts = {"title": title, "unit": unit, "year": year, "level": level}
    reported_on = int(year.value) if year.value else None
    return Identity(
        title=title.value,
        unit=unit.value,
        level=cast("Level", level.value),
        named_level=cast("Level", named_level),
        year=reported_on,
        is_report=bool(title.value),
        reference_year=reported_on or _reference_year(plain.text),
        evidence={name: _evidenced(fact, plain) for name, fact in facts.items() if fact.value},
        signature=signature,
    )


def _first(facts: Iterable[_Fact]) -> _Fact:
    return next((fact for fact in facts if fact.value), NOTHING)


def _evidenced(fact: _Fact, plain: Plain) -> Evidenced:
    """A fact with its offsets in the document."""
    if not 0 <= fact.start < fact.end:
        return Evidenced(fact.value, fact.source, -1, -1)
    return Evidenced(fact.value, fact.source, *plain.to_document(fact.start, fact.end))


def _title(lines: Sequence[Line], document: Document) -> _Fact:
    found = find_title(lines)
    if found is not None:
        return _Fact(found.text, "标题", found.start, found.end)
    of_page = document.metadata.get("title", "").strip()
    return _Fact(of_page, "网页信息") if TITLE.search(of_page) else NOTHING


def _prose(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that do not belong to the page around the report."""
    return (line for line in lines if not PAGE_WORDS.search(line.text))


def _signer(lines: Sequence[Line], signature: Signature | None) -> _Fact:
    """The body that signed; without a date it is the last line but few that names one."""
    if signature is not None:
        unit = signature.unit if is_unit(signature.unit) else ""
        return _Fact(unit, "落款", *signature.unit_span)
    for line in reversed(lines[-4:]):
        if len(lines) > 6 and is_unit(line.text.strip()):
            return _Fact(line.text.strip(), "落款", line.start, line.end)
    return NOTHING


def _signed_in(signature: Signature | None) -> _Fact:
    """The year that a report of this date is on."""
    if signature is None:
        return NOTHING
    reported = signature.year - (signature.month <= LAST_MONTH_TO_REPORT)
    return _Fact(str(reported), "落款日期", *signature.span)


def _names_in_full(signed: str, in_title: str) -> bool:
    """Whether a signature gives the full name of the body in the title, and not an office of it."""
    if not signed.startswith(in_title) or len(signed) == len(in_title):
        return False
    return not in_title or (level_of(signed) == level_of(in_title) and not signed.endswith("办公室"))


def _in_full(unit: _Fact, text: str) -> _Fact:
    """区应急管理局 -> 东圩区应急管理局, when the text says so, and begins with that place (东圩) elsewhere too."""
    if unit.value[:1] not in tuple("省市县区州乡镇"):
        return unit
    found = list(re.finditer(rf"(?<!{HAN})({HAN}{{1,4}}){re.escape(unit.value)}", text))
    places = {each[1] for each in found}
    if len(places) != 1 or len(re.findall(rf"(?<!{HAN}){places.pop()}", text)) == 1:
        return unit
    return _Fact(found[0][0], "正文", *found[0].span())


def _units(title: _Fact, signed_by: _Fact, opening: Sequence[Line], document: Document) -> Iterator[_Fact]:
    """Who may be the reporting body, the likeliest first; a signature may give the full name of the title's."""
    in_title = unit_in_title(title.value)
    if not _names_in_full(signed_by.value, in_title):
        yield _Fact(in_title, "标题", title.start, title.end)
    yield signed_by
    for lines, pattern, source in ((_prose(opening), OPENING_UNIT, "正文开头"), (opening, PUBLISHER, "发布信息")):
        for line in lines:
            found = pattern.search(line.text)
            if found and is_unit(found[1]):
                yield _Fact(found[1], source, line.start + found.start(1), line.start + found.end(1))
    publisher = document.metadata.get("publisher", "").strip()
    if is_unit(publisher):
        yield _Fact(publisher, "网页信息")


def _years(title: _Fact, opening: Sequence[Line], signed_in: _Fact) -> Iterator[_Fact]:
    """The years that may be the one reported on, the likeliest first."""
    if found := YEAR.search(title.value):
        yield _Fact(found[1], "标题", title.start, title.end)
    if found := IN_CHINESE.search(title.value):
        yield _Fact(str(2000 + digit_by_digit(found[1])), "标题", title.start, title.end)
    for line in _prose(opening):
        told = OPENING_YEAR.match(line.text)
        if told and len(line.text) > 30:
            yield _Fact(told[1], "正文开头", line.start, line.start + told.end())
    if title.value:
        yield signed_in


def _left_out(title: re.Match[str]) -> str:
    return "" if title[0].endswith("》") else title[0]


def _reference_year(text: str) -> int | None:
    """The year that most clauses without a word of planning speak of, the latest of several."""
    years: Counter[int] = Counter()
    for clause in re.split(r"[。；\n]|，(?!将|拟|计划|力争)", TITLE_NAMED.sub(_left_out, text)):
        if PLANNING.search(clause) is None:
            years.update(int(found[1]) for found in TOLD_YEAR.finditer(clause))
    return max(years, key=lambda year: (years[year], year)) if years else None
