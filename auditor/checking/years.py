"""Years left over from another year's report: told as the year reported on, or as the year to come."""

import re
from collections.abc import Collection, Iterable

from auditor.checking.slip import Slip, Span
from auditor.structure import Report, Sentence
from auditor.text import HAN

YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年)")
LEAD_IN = re.compile(r"(?:现|特)将[^。；《》]{0,30}法[治制]政府建设[^。；《》]{0,30}(?:如下|予以公[布开告])")
DONE_ROLES = ("none", "achievements", "leadership")
# What a report on one year opens with, 在…领导下 after the year; a fact of another year does not begin so.
OPENING = re.compile(
    rf"年度?，{HAN}{{0,16}}?(?:在(?:[^。；]{{0,40}})(?:领导|指导|支持|关心)下|坚持|深入|以习近平|认真|全面|紧紧?围绕|始终|扎实|按照|切实)"
)
ENDING = re.compile(r"年(?:度?(?:年?底|年?末)|12月(?:31日|底|末|份底)?)止?，")
UNTIL = ("截至", "截止", "截止到", "截至到")
ALL_MONTHS = re.compile(r"年1月?(?:份)?[至到—–~～-]+12月")
ISSUED = re.compile(rf"(?:制定|印发|出台|下发)[^。；]{{0,6}}《{HAN}{{0,12}}$")
TASKS = re.compile(
    r"年度?(?:(?!考核|考评|评议|述法|督察|评估|整改)[^》年]){0,24}(?:要点|工作计划|任务分工|工作安排|任务清单)》"
)
COMPARED = re.compile("今年|本年|共有|现有|上年|去年|同期|往年|以来|以前|历年|前一年|存量|结转|累计|基期|分别")
CARRIES_OUT = re.compile(rf"(?:落实|执行|贯彻|按照|对照|围绕)[^。；]{{0,6}}《{HAN}{{0,12}}$")
INTENDS = re.compile(rf"年度?(?:，{HAN}{{0,10}}，?)?(?:将(?!近)|继续(?!保持)|力争)")
DONE = re.compile("总结|评估|回顾|完成了|取得|虽然|尽管|基础上|存在|未完成|收官|情况")
BORDER = re.compile("[。；\\n]")
SHOWN, LONGEST = 3, 24


def stated_year(report: Report) -> int | None:
    """The year reported on, when the title says it."""
    identity = report.identity
    return identity.year if identity.year and identity.evidence["year"].source == "标题" else None


def check_years(report: Report) -> Iterable[Slip]:
    """A report whose title gives its year: the years that its text and its plan give instead."""
    year = stated_year(report)
    if year is None or not report.identity.is_report:
        return
    spans: list[Span] = []
    planned: list[Span] = []
    is_certain = False
    text = report.plain.text
    opening = _opening(report)
    for found in YEAR.finditer(text):
        told = int(found[1])
        if told > year:
            continue
        sentence = report.sentences[report.sentence_at(found.start())]
        role = report.sections[sentence.section].role
        said = text[sentence.start : sentence.end]
        if role == "plan" and f"{year + 1}年" not in said and not DONE.search(said):
            if not sentence.is_heading and _is_planned(report, sentence, found):
                planned.append(found.span())
        elif told < year and not sentence.is_row and f"{year}年" not in said:
            if LEAD_IN.search(said):
                is_certain = True
                spans.append(found.span())
            elif role in DONE_ROLES and not sentence.is_heading and _is_own(text, sentence, found, opening):
                spans.append(found.span())
    if spans:
        yield Slip(
            "year_left",
            f"报告年度是{year}年，正文却有{len(spans)}处把别的年份当作报告年度来写：{_shown(text, spans)}。"
            "请核对是否沿用了往年的文本，改正标题或正文中的年份。",
            tuple(spans),
            is_doubtful=not is_certain,
        )
    if planned:
        yield Slip(
            "year_left",
            f"下一年度安排中写的是{_shown(text, planned)}，报告年度是{year}年，安排的应当是{year + 1}年的工作。"
            "请核对是否沿用了往年的文本并改正。",
            tuple(planned),
            is_doubtful=True,
        )


def _is_own(text: str, sentence: Sentence, found: re.Match[str], opening: Collection[Sentence]) -> bool:
    """Whether a past year is told of as the year reported on."""
    said = text[sentence.start : sentence.end]
    before = text[sentence.start : found.start()]
    if not before and OPENING.match(text, found.end(), sentence.end):
        return sentence in opening
    if ISSUED.search(before) and TASKS.match(text, found.end(), sentence.end):
        return True
    if COMPARED.search(said):
        return False
    if before.endswith(UNTIL) and ENDING.match(text, found.end(), sentence.end):
        return True
    return not before and ALL_MONTHS.match(text, found.end(), sentence.end) is not None


def _opening(report: Report) -> Collection[Sentence]:
    """The sentences down to the first that ends below the title; none of a paragraph that tells of several years."""
    plain = report.plain
    ends = (number for number, each in enumerate(report.sentences, 1) if plain.text[each.end - 1] == "。")
    opening = report.sentences[: next(ends, None)]
    told = {number: plain.paragraphs[number] for number in {each.paragraph for each in opening}}
    of_one = {number for number, each in told.items() if len(set(YEAR.findall(plain.text, each.start, each.end))) == 1}
    return {each for each in opening if each.paragraph in of_one}


def _is_planned(report: Report, sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether a year that is no longer to come is told of as one."""
    text = report.plain.text
    before = text[sentence.start : found.start()]
    if CARRIES_OUT.search(before) and TASKS.match(text, found.end(), sentence.end):
        return True
    return not before and INTENDS.match(text, found.end(), sentence.end) is not None


def _shown(text: str, spans: list[Span]) -> str:
    """What the first few years begin, shortened."""
    begun: dict[str, None] = {}
    for start, end in spans:
        ceiling = start + LONGEST + 1
        stop = BORDER.search(text, end, ceiling)
        said = text[start : stop.start() if stop else ceiling]
        begun[said if len(said) <= LONGEST else f"{said[:LONGEST]}……"] = None
    return "".join(f"“{each}”" for each in list(begun)[:SHOWN]) + ("等" if len(begun) > SHOWN else "")
