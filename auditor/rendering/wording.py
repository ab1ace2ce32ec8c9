"""What every display of a scorecard says, worded as an official would: head, places, what to add."""

import re
from collections import Counter
from collections.abc import Iterable

from auditor.rendering.cleaning import one_line
from auditor.scorecard import BlockResult, Citation, ElementResult, ReportCard
from auditor.submission import Arrival
from auditor.terms import LEVEL_NAMES, ROLE_NAMES, UNREAD_PART, VERDICT_NAMES, BlockState, Verdict

_ADVICE = re.compile(r"(?:^|(?<=[。；，]))(?:应|请|建议|须|可)[^。；]*[。；]?")
NO_ANNUAL_REPORT = "未见法治政府建设年度报告的标题"


def unit_of(report: ReportCard | Arrival) -> str:
    """The reporting body."""
    return one_line(report.unit) or "单位未识别"


def year_and_level(report: ReportCard) -> str:
    """“2023年度 县级政府”, saying so when either is unknown."""
    level = LEVEL_NAMES[report.level] if report.level != "unknown" else "层级未识别"
    return f"{on_year(report.year)}  {level}"


def on_year(year: int | None) -> str:
    """“2023年度”, saying so when it is unknown."""
    return f"{year}年度" if year is not None else "年度未识别"


def not_on(year: int | None, asked_year: int | None) -> str:
    """That a report on one year is not what was called for."""
    return (
        f"{on_year(year)}，不是{asked_year}年度的" if year is not None else f"年度未识别，不能认定是{asked_year}年度的"
    )


def tally(report: ReportCard) -> str:
    """How many elements got which verdict: “达标2项、笼统1项、缺失2项”."""
    counts = Counter(element.verdict for element in report.elements)
    return "、".join(f"{name}{counts[verdict]}项" for verdict, name in VERDICT_NAMES.items() if counts[verdict])


def elements_with(verdict: Verdict, report: ReportCard) -> list[str]:
    """The names of the elements that got a verdict."""
    return [one_line(element.name) for element in report.elements if element.verdict == verdict]


def blocks_with(state: BlockState, report: ReportCard) -> list[str]:
    """The names of the statutory blocks in a state."""
    return [one_line(block.name) for block in report.blocks if block.state == state]


def quoted(names: Iterable[str]) -> str:
    """Names in quotation marks, which need no comma between them (GB/T 15834)."""
    return "".join(f"“{one_line(name)}”" for name in names)


def state_of_blocks(report: ReportCard) -> str:
    """“齐全”, or which statutory blocks are absent, which could not be judged, which a report on that year may lack."""
    words: dict[BlockState, str] = {"absent": "缺{}", "unread": "{}未能判断", "not_asked": "该年度不要求{}"}
    names = {state: quoted(blocks_with(state, report)) for state in words}
    return "；".join(words[state].format(named) for state, named in names.items() if named) or "齐全"


def block_gaps(report: ReportCard) -> list[str]:
    """What to do about the statutory blocks that are absent or could not be judged."""
    unread = [f"“{name}”未能判断，请提供能够读取全部内容的文件" for name in blocks_with("unread", report)]
    return [f"补写“{name}”" for name in blocks_with("absent", report)] + unread


def errors_and_warnings(report: ReportCard) -> str:
    """How many findings are errors, and how many call for a look: “7处错误、2条提醒”; "" for none."""
    counts = Counter(finding.severity for finding in report.findings)
    errors, warnings = counts["error"], counts["warning"]
    return "、".join([f"{errors}处错误"] * bool(errors) + [f"{warnings}条提醒"] * bool(warnings))


def unread_parts(report: ReportCard) -> list[str]:
    """The parts of the file that could not be read: “第2至4页是图片，没有文字，未能审核”."""
    return [one_line(each.message).split("。")[0] for each in report.findings if each.id == UNREAD_PART]


def search_of(element: ElementResult) -> str:
    """Where something was looked for in vain; "" where it was found."""
    if element.verdict not in ("missing", "unread") or not element.grounds.searched:
        return ""
    searched = one_line(element.grounds.searched)
    if element.verdict == "unread":
        return f"已读取的{searched.removeprefix('全文')}，未见；另有内容未能读取，不能判断"
    return f"{searched}，未见"


def why_not_asked(element: ElementResult) -> str:
    """Why an element is not asked of this report; "" when it is."""
    conditions = element.grounds.conditions if element.verdict == "not_applicable" else ()
    return "；".join(one_line(words).rstrip("。") for words, _ in conditions)


def points(element: ElementResult) -> str:
    """The element's score; one that leaves the mean says so."""
    return "不计分" if element.verdict in ("exempt", "not_applicable", "unread") else f"{element.score}分"


def lacking(report: ReportCard) -> list[ElementResult]:
    """The elements with something to add: heaviest first, then those furthest from complete."""
    wanting = [element for element in report.elements if element.gaps]
    return sorted(wanting, key=lambda element: (-element.weight, element.score))


def to_add(element: ElementResult) -> str:
    """What to add, in short: the sentence of the first gap that says what to do."""
    if not element.gaps:
        return "无"
    gap = one_line(element.gaps[0])
    advice = _ADVICE.search(gap)
    return advice.group().rstrip("。；") if advice else gap


def near_misses(result: ElementResult | BlockResult, *, for_units: bool = False) -> list[tuple[Citation, str]]:
    """The passages that came near, each once for each reason; on request only those whose reason a unit understands."""
    misses = [each for each in result.grounds.near_misses if each.is_for_units or not for_units]
    seen = {(each.citation.start, each.citation.end, each.why): (each.citation, each.why) for each in misses}
    return list(seen.values())


def place(citation: Citation) -> str:
    """Where a passage stands: see `position`."""
    return position(citation.page, citation.paragraph, citation.place)


def position(page: int | None, paragraph: int, inside: str) -> str:
    """Where a paragraph stands: “第14段”, “第3页第14段”, “第14段（表格2第3行）”."""
    on_page = f"第{page}页" if page is not None else ""
    return f"{on_page}第{paragraph}段" + (f"（{one_line(inside)}）" if inside else "")


def section_of(citation: Citation) -> str:
    """The nearest heading a passage stands under, "" when there is none."""
    return one_line(citation.section.rsplit(" > ", maxsplit=1)[-1])


def place_in_full(citation: Citation) -> str:
    """Where a passage stands, with all headings above it."""
    headings = one_line(citation.section)
    return f"{place(citation)}，{headings}" if headings else place(citation)


def role_of(citation: Citation) -> str:
    """What the passage does, and how surely it was read."""
    slip = slip_of(citation)
    return f"{ROLE_NAMES[citation.role]}，{slip}" if slip else ROLE_NAMES[citation.role]


def slip_of(citation: Citation) -> str:
    """How surely it was read, where words of it were mended; else ""."""
    return f"疑有错漏字，按相似度{citation.similarity:g}%认定" if citation.match == "fuzzy" else ""


def marked(citation: Citation) -> list[tuple[str, bool]]:
    """The passage on one line, cut into pieces: the words that matched (True), and the rest."""
    cuts: list[tuple[int, int, bool]] = []
    at = citation.start
    for start, end in sorted(citation.marks):
        start, end = max(start, at), min(end, citation.end)
        if start < end:
            cuts += [(at, start, False), (start, end, True)]
            at = end
    cuts.append((at, citation.end, False))
    first, shown = citation.start, citation.shown
    pieces = ((one_line(shown[a - first : b - first]), flag) for a, b, flag in cuts if a < b)
    return [piece for piece in pieces if piece[0]]


def excerpt(citation: Citation, length: int) -> list[tuple[str, bool]]:
    """At most `length` characters of the passage, from a little before the first matched word on."""
    pieces = marked(citation)
    total = sum(len(text) for text, _ in pieces)
    if total <= length:
        return pieces
    lead = 0 if not pieces or pieces[0][1] else len(pieces[0][0])
    skip = max(0, min(lead - length // 3, total - length))
    kept = _cut(pieces, skip, skip + length)
    if skip:
        kept.insert(0, ("…", False))
    if skip + length < total:
        kept.append(("…", False))
    return kept


def _cut(pieces: Iterable[tuple[str, bool]], start: int, end: int) -> list[tuple[str, bool]]:
    kept: list[tuple[str, bool]] = []
    at = 0
    for text, flag in pieces:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            kept.append((part, flag))
        at += len(text)
    return kept
