"""Who reports on which year, and in what words the text says so.

Read in this order: the title line, the signature, the opening sentence, what the page says of itself. The dates that
web pages show beside a report (今天是…, 发布时间) are never taken for the report's year.
"""

import re
from collections import Counter
from dataclasses import dataclass

from auditor.reading.document import Document
from auditor.scorecard import Evidenced, Level
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

LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "zone",
        re.compile(
            r"(?:开发区|高新区|经开区|产业园区?|工业园区?|示范区|综保区|保税区|新区|度假区|合作区|自贸区|园区)(?:管理委员会|管委会)?$|管委会$|管理委员会$"
        ),
    ),
    ("subdistrict", re.compile(r"街道(?:办事处|党工委)?$|办事处$")),
    ("township", re.compile(r"(?:镇|乡|苏木)(?:人民政府|党委)?$")),
    (
        "department",
        re.compile(r"(?:局|厅|委|委员会|办公室|办|馆|院|站|所|处|支队|大队|总队|中心|队|海关|会|司|部)$"),
    ),
    ("province", re.compile(r"(?:省|自治区|北京市|上海市|天津市|重庆市)(?:人民政府)?$")),
    ("city", re.compile(r"(?:市|自治州|州|盟|地区)(?:人民政府|行政公署)?$")),
    ("county", re.compile(r"(?:县|区|旗)(?:人民政府)?$")),
)
# 去年（2020年） is not the year reported on.
OF_REPORT = r"(?<![去上前]年[（(])(20[0-3][0-9])年"
TOLD_YEAR = re.compile(OF_REPORT + r"(?!度|版|修订)")
OPENING_YEAR = re.compile(r"[^。]{0,40}?" + OF_REPORT + r"(?:度)?(?:以来)?[，,]?")
SELF = re.compile(r"[我本](局|委|厅|办|馆|站|镇|乡|街道|区|县|市|省)(?![长委府法])")
NAMELESS = re.compile(r"(?<![一-龥])(局|镇|乡|街道|区|县|市|省)(?:党委|党工委|党组|委|里|政府|人民政府|长|领导)")
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
    unit, unit_source, where = _unit(title, signature, document)
    if unit:
        note("unit", unit, unit_source, *(where if unit_source == "落款" else (start, end)))
    year, year_source, where = _year(title, (start, end), lines, signature)
    if year:
        note("year", str(year), year_source, *where)
    level, level_source = _level(unit), "单位名称"
    if level == "unknown":
        level, level_source = _level_of_self(plain.text), "正文自称"
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
        and _level(text) != "unknown"
        and not PAGE_WORDS.search(text)
        and not re.search("[，。：；0-9 ]", text)
    )


def _unit_in_title(title: str) -> str:
    head = re.split(r"关于|20[0-3][0-9]|二[〇零]|法[治制]政府|依法行政|法治建设|年度", title, maxsplit=1)[0]
    head = re.sub(r"^中共|[（(].*$|推进|加强|建设|的$", "", head).strip(" 的、")
    return head if _level(head) != "unknown" else ""


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
    title: str, signature: tuple[str, int | None, int, int], document: Document
) -> tuple[str, str, tuple[int, int]]:
    in_title = _unit_in_title(title)
    signed = signature[0]
    if in_title and not (signed.startswith(in_title) and len(signed) > len(in_title)):
        return in_title, "标题", (-1, -1)
    if signed:
        return signed, "落款", signature[2:]
    if in_title:
        return in_title, "标题", (-1, -1)
    publisher = document.metadata.get("publisher", "").strip()
    return (publisher, "网页信息", (-1, -1)) if _is_unit(publisher) else ("", "", (-1, -1))


def _year(
    title: str,
    title_at: tuple[int, int],
    lines: list[tuple[str, int, int]],
    signature: tuple[str, int | None, int, int],
) -> tuple[int | None, str, tuple[int, int]]:
    found = YEAR.search(title)
    if found:
        return int(found[1]), "标题", title_at
    chinese = CHINESE_YEAR.search(title)
    if chinese:
        digits = "".join(str("〇一二三四五六七八九".find(c)) if c in "一二三四五六七八九" else "0" for c in chinese[1])
        return 2000 + int(digits), "标题", title_at
    if not title:
        return None, "", (-1, -1)
    after = [item for item in lines if item[1] >= max(title_at[1], 0)]
    for line, start, _ in after[:8]:
        opening = OPENING_YEAR.match(line)
        if opening and len(line) > 30 and not PAGE_WORDS.search(line):
            return int(opening[1]), "正文开头", (start, start + opening.end())
    if signature[1] is not None:
        return signature[1], "落款日期", signature[2:]
    return None, "", (-1, -1)


def _reference_year(text: str) -> int | None:
    """The year that most clauses without a word of planning speak of, the latest of several."""
    years: Counter[int] = Counter()
    for clause in re.split(r"[。；\n]|，(?!将|拟|计划|力争)", re.sub("《[^》\n]*》", "", text)):
        if PLANNING.search(clause) is None:
            years.update(int(found[1]) for found in TOLD_YEAR.finditer(clause))
    return max(years, key=lambda year: (years[year], year)) if years else None


def _level_of_self(text: str) -> Level:
    """The level of what the text calls itself (我局, 本镇) most often; else of whom it names without a name (镇长)."""
    for pattern in (SELF, NAMELESS):
        counts = Counter(found[1] for found in pattern.finditer(text))
        if counts:
            return LEVEL_OF_SELF[counts.most_common(1)[0][0]]
    return "unknown"


def _level(unit: str) -> Level:
    for level, pattern in LEVELS:
        if pattern.search(unit):
            return level
    return "unknown"
