"""Who reports on which year, and in what words the text says so.

Read in this order: the title line, the signature, the opening sentence, what the page says of itself. The dates that
web pages show beside a report (今天是…, 发布时间) are never taken for the report's year.
"""

import re
from collections import Counter
from dataclasses import dataclass

from auditor.reading.document import Document
from auditor.scorecard import Evidenced, Level
from auditor.structure.levels import level_of, level_of_self
from auditor.structure.plain import Plain

TITLE = re.compile(
    r"(?:法[治制]政府(?:部门)?(?:建设|工作)|依法行政|法治建设|依法治[县市区省镇乡街])[^。，；]{0,20}(?:报告|总结|情况|汇报|打算)"
)
TITLE_WORDS = re.compile(r"(?:的)?(?:年度)?(?:情况)?(?:工作)?(?:报告|总结)")
YEAR = re.compile(r"(20[0-3][0-9])年?")
CHINESE_YEAR = re.compile(r"二[〇零Ｏ○0]([一二三][〇零Ｏ○一二三四五六七八九]|[〇零][一-九])年")
DATE = re.compile(r"(20[0-3][0-9])年([0-9]{1,2})月([0-9]{1,2})日")
PAGE_WORDS = re.compile(
    r"当前位置|首页|上一篇|下一篇|相关阅读|发布时间|浏览|字号|来源|索引号|网站标识|主办|ICP|打印|关闭|版权|成文日期|发布机构|·"
)
PLANNING = re.compile(
    r"[0-9]年起|年工作(?:安排|要点|思路|重点)|将|拟|计划|力争|下一步|打算|展望|预计|届时|争取|要[^求点素件]|底前|前完成|一季度|起，|明年|回顾|回看|曾|较|同比"
)

# 去年（2020年） is not the year reported on.
OF_REPORT = r"(?<![去上前]年[（(])(20[0-3][0-9])年"
TOLD_YEAR = re.compile(OF_REPORT + r"(?!度|版|修订)")
OPENING_YEAR = re.compile(r"[^。]{0,40}?" + OF_REPORT + r"(?:度)?(?:以来)?[，,]?")
OPENING_UNIT = re.compile(
    r"(?:^|[，,。])(?:20[0-3][0-9]年(?:度|以来)?[，,]?)?(?![在按我本全各根为现])([一-龥]{2,24}?)"
    r"(?=在[^，,。]{1,60}领导下|坚持|认真|全面|深入|深刻|紧紧|始终|严格|积极|切实|高度|扎实|以习近平)"
)
PUBLISHER = re.compile(r"(?:来源|发布机构|发布单位|信息来源)[：:] ?([一-龥]{3,26})")
OPENING_LINES = 8
REPORT_LINES = 10  # a text without title that has as many is taken for a report, not for a passage of one


@dataclass(frozen=True, slots=True)
class Identity:
    """The report's identity; offsets of `evidence` point into the document's text.

    Attributes:
        title: The title, as it stands, line breaks removed; "" when there is none.
        unit: The reporting body.
        level: Its level.
        year: The year reported on; None when the text does not say.
        is_report: Whether the title is that of an annual rule-of-law report.
        reference_year: The year that facts are told of when no year is given in title or opening; for role cues only.
        evidence: Where each was read.
    """

    title: str
    unit: str
    level: Level
    year: int | None
    is_report: bool
    reference_year: int | None
    evidence: dict[str, Evidenced]


def identify(document: Document, plain: Plain) -> Identity:
    """Read the identity of a report."""
    lines = [(plain.text[p.start : p.end], p.start, p.end) for p in plain.paragraphs]
    evidence: dict[str, Evidenced] = {}

    def note(fact: str, value: str, source: str, start: int = -1, end: int = -1) -> None:
        where = (plain.source[start], plain.source[end - 1] + 1) if 0 <= start < end else (-1, -1)
        evidence[fact] = Evidenced(value, source, *where)

    title, start, end = _title(lines)
    if not title and TITLE.search(document.metadata.get("title", "")):
        title, start, end = document.metadata["title"].strip(), -1, -1
    if title:
        note("title", title, "标题" if start >= 0 else "网页信息", start, end)
    signature = _signature(lines)
    opening = [line for line in lines if line[1] >= max(start, 0)][:OPENING_LINES]
    unit, unit_source, where = _unit(title, (start, end), signature, opening, document)
    if unit:
        note("unit", unit, unit_source, *where)
    is_whole = bool(title) or len(lines) >= REPORT_LINES
    year, year_source, where = _year(title, (start, end), opening if is_whole else [], signature)
    if year:
        note("year", str(year), year_source, *where)
    level, level_source = level_of(unit), "单位名称"
    if level == "unknown":
        level, level_source = level_of_self(plain.text), "正文自称"
    note("level", level, level_source if level != "unknown" else "")
    return Identity(title, unit, level, year, bool(title), year or _reference_year(plain.text), evidence)


def _title(lines: list[tuple[str, int, int]]) -> tuple[str, int, int]:
    for index, (line, start, end) in enumerate(lines[:40]):
        text = line.strip()
        if not 6 <= len(text) <= 60 or re.search("[。；]", text) or PAGE_WORDS.search(text) or ">" in text:
            continue
        if re.match(r"[一二三四五六七八九十]{1,2}、|（[一二三四五]）", text) or "《" in text:
            continue
        if TITLE.search(text) and (YEAR.search(text) or CHINESE_YEAR.search(text) or "关于" in text or len(text) <= 34):
            previous = lines[index - 1][0].strip() if index else ""
            if index and _is_unit(previous) and not _unit_in_title(text):
                return previous + text, lines[index - 1][1], end
            return text, start, end
    return "", -1, -1


def _is_unit(text: str) -> bool:
    return (
        3 <= len(text) <= 26
        and level_of(text) != "unknown"
        and not PAGE_WORDS.search(text)
        and not re.search("[，。：；0-9 ]", text)
    )


def _unit_in_title(title: str) -> str:
    head = re.split(r"关于|20[0-3][0-9]|二[〇零]|法[治制]政府|依法行政|法治建设|年度", title, maxsplit=1)[0]
    head = re.sub(r"^中共|[（(].*$|推进|加强|建设|的$", "", head).strip(" 的、")
    return head if level_of(head) != "unknown" else ""


def _signature(lines: list[tuple[str, int, int]]) -> tuple[str, int | None, int, int]:
    """The last line that is a date, and the unit on the line above it (or on the same line)."""
    for index in range(len(lines) - 1, max(len(lines) - 30, 0), -1):
        line, start, end = lines[index]
        date = DATE.search(line)
        if date is None or len(line.strip()) > 45 or PAGE_WORDS.search(line):
            continue
        reported = int(date[1]) - (1 if int(date[2]) <= 8 else 0)
        own = DATE.sub("", line).strip()
        above, above_start, above_end = lines[index - 1]
        if _is_unit(own):
            return own, reported, start, end
        if _is_unit(above.strip()):
            return above.strip(), reported, above_start, above_end
        return "", reported, start, end
    for line, start, end in reversed(lines[-4:]):
        if len(lines) > 6 and _is_unit(line.strip()):
            return line.strip(), None, start, end
    return "", None, -1, -1


def _unit(
    title: str,
    title_at: tuple[int, int],
    signature: tuple[str, int | None, int, int],
    opening: list[tuple[str, int, int]],
    document: Document,
) -> tuple[str, str, tuple[int, int]]:
    in_title = _unit_in_title(title)
    signed = signature[0]
    if in_title and not (signed.startswith(in_title) and len(signed) > len(in_title)):
        return in_title, "标题", title_at
    if signed:
        return signed, "落款", signature[2:]
    for line, start, _ in opening:
        found = None if PAGE_WORDS.search(line) else OPENING_UNIT.search(line)
        if found and _is_unit(found[1]):
            return found[1], "正文开头", (start + found.start(1), start + found.end(1))
    for line, start, _ in opening:
        found = PUBLISHER.search(line)
        if found and _is_unit(found[1]):
            return found[1], "发布信息", (start + found.start(1), start + found.end(1))
    publisher = document.metadata.get("publisher", "").strip()
    return (publisher, "网页信息", (-1, -1)) if _is_unit(publisher) else ("", "", (-1, -1))


def _year(
    title: str,
    title_at: tuple[int, int],
    opening: list[tuple[str, int, int]],
    signature: tuple[str, int | None, int, int],
) -> tuple[int | None, str, tuple[int, int]]:
    found = YEAR.search(title)
    if found:
        return int(found[1]), "标题", title_at
    chinese = CHINESE_YEAR.search(title)
    if chinese:
        digits = "".join(str("〇一二三四五六七八九".find(c)) if c in "一二三四五六七八九" else "0" for c in chinese[1])
        return 2000 + int(digits), "标题", title_at
    for line, start, _ in opening:
        told = OPENING_YEAR.match(line)
        if told and len(line) > 30 and not PAGE_WORDS.search(line):
            return int(told[1]), "正文开头", (start, start + told.end())
    if title and signature[1] is not None:
        return signature[1], "落款日期", signature[2:]
    return None, "", (-1, -1)


def _reference_year(text: str) -> int | None:
    """The year that most clauses without a word of planning speak of, the latest of several."""
    years: Counter[int] = Counter()
    for clause in re.split(r"[。；\n]|，(?!将|拟|计划|力争)", re.sub("《[^》\n]*》", "", text)):
        if PLANNING.search(clause) is None:
            years.update(int(found[1]) for found in TOLD_YEAR.finditer(clause))
    return max(years, key=lambda year: (years[year], year)) if years else None
