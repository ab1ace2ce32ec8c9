"""What the letter says, in the order of official letters: basis, general view, matters, demands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.rendering.cleaning import one_line
from auditor.rendering.instruments import CONTENTS_OF_REPORTS, INSPECTION_RULES
from auditor.rendering.naming import short_basis, year_of
from auditor.rendering.wording import (
    blocks_with,
    elements_with,
    lacking,
    near_misses,
    place_in_full,
    role_of,
    state_of_blocks,
    tally,
    unread_parts,
)
from auditor.scorecard import (
    BLOCK_VERDICT_NAMES,
    NOT_GRADED,
    VERDICT_NAMES,
    Citation,
    ElementResult,
    ReportCard,
    Scorecard,
)

QUOTED = 2
QUOTED_OF_FINDINGS = 6  # the figures that do not agree, and what they are compared with
LONGEST_QUOTE = 160
ADVICE = re.compile(r"(?:应|请|建议|须|可|如)")
SENTENCE = re.compile(r"[^。；]+?(?:[。；]|，(?=请)|$)")
SILENT = "全文未见相关内容。"
SILENT_AS_READ = "已读取的部分未见相关内容。"
ASKED = "写明报告期内已经开展的工作，并列出数字、比率、有名称的文件或可核查的做法。"


@dataclass(frozen=True, slots=True)
class Matter:
    """One row of the table of matters.

    Attributes:
        name: What it is about.
        finding: What is wrong.
        quotes: The passages concerned, each with its place.
        silence: What to say of the text where there is no quote; "" for nothing.
        basis: The law that asks for it.
        demand: What to change.
    """

    name: str
    finding: str
    quotes: tuple[str, ...]
    basis: str
    demand: str
    silence: str = ""


def title(report: ReportCard) -> tuple[str, str]:
    """Two lines that each read as a whole: “关于稷川县”, “2023年法治政府建设年度报告的整改建议函”."""
    year = f"{year_of(report)}年" if report.year is not None else ""
    return f"关于{one_line(report.unit)}", f"{year}法治政府建设年度报告的整改建议函"


def opening(report: ReportCard, scorecard: Scorecard) -> str:
    """On what basis, which text was read, and how."""
    name = f"《{one_line(report.title)}》" if report.title else "法治政府建设年度报告"
    catalogue = f"{one_line(scorecard.catalogue_name)}（{one_line(scorecard.catalogue_version)}版）"
    reading = "审核其中能够读取的内容" if unread_parts(report) else "通读全文"
    articles = "第二十四条关于年度报告公开、第二十五条关于年度报告内容、第二十六条关于督促报送和公开的规定"
    is_bound = not any(block.exemption for block in report.blocks)
    return (
        f"{f'根据{INSPECTION_RULES}{articles}，' if is_bound else ''}我单位对你单位{name}进行了审核。"
        f"审核按照“{catalogue}”逐项{reading}，每项意见均注明报告原文及其位置。"
        "现将有关情况和整改建议函告如下。"
    )


def general_view(report: ReportCard) -> str:
    """The state of the report in figures, and what is done well."""
    text = f"报告审核得分为{report.score}分，等次为“{one_line(report.grade)}”。"
    if report.grade == NOT_GRADED:
        text = "报告暂不评定得分和等次。"
    if report.elements:
        text += f"{len(report.elements)}项要素中，{tally(report)}。"
    if report.blocks:
        state = state_of_blocks(report)
        text += f"五项法定内容{state if state == '齐全' else f'中{state}'}。"
    good = elements_with("met", report)
    if parts := unread_parts(report):
        text += f"文件有内容未能读取（{'；'.join(parts)}），未能判断的事项不作缺失认定，请提供能够读取全部内容的文件。"
    if good:
        text += f"其中，“{'”“'.join(good)}”{'等内容' if len(good) > 1 else ''}写明了具体做法和数据，请继续保持。"
    return text


def matters(report: ReportCard) -> Iterator[Matter]:
    """What is to be mended: statutory contents first, then elements by weight, then findings."""
    basis = short_basis(CONTENTS_OF_REPORTS)
    for name in blocks_with("absent", report):
        demand = f"增写“{name}”部分。"
        yield Matter(f"法定内容：{name}", "【缺失】报告未写这一内容。", (), basis, demand, SILENT)
    for name in blocks_with("unread", report):
        finding = f"【{BLOCK_VERDICT_NAMES['unread']}】文件有内容未能读取，不能判断是否写了这一内容。"
        yield Matter(f"法定内容：{name}", finding, (), basis, "请提供能够读取全部内容的文件。", SILENT_AS_READ)
    for element in lacking(report):
        problems, advice = _divide(element.gaps)
        finding = f"【{VERDICT_NAMES[element.verdict]}】{problems or '报告写得不够具体。'}"
        basis = "；".join(short_basis(each) for each in element.basis)
        silence = SILENT_AS_READ if element.verdict == "unread" else SILENT
        yield Matter(one_line(element.name), finding, tuple(_quotes(element)), basis, advice or ASKED, silence)
    for remark in report.findings:
        if remark.severity != "advice":
            problems, advice = _divide((remark.message,))
            quotes = tuple(_quote(each, place_in_full(each)) for each in remark.citations[:QUOTED_OF_FINDINGS])
            name, finding = one_line(remark.name) or "其他提示", problems or one_line(remark.message)
            yield Matter(name, finding, quotes, "", advice or "请核对并更正。")


def _divide(gaps: tuple[str, ...]) -> tuple[str, str]:
    """Sentences that state what is wrong, and those that say what to do."""
    sentences = [sentence for gap in gaps for sentence in SENTENCE.findall(one_line(gap))]
    problems, advice = "", ""
    for sentence in sentences:
        if ADVICE.match(sentence) or (advice and advice.endswith("；")):
            advice += sentence
        else:
            problems += sentence
    return _closed(problems), _closed(advice)


def _closed(text: str) -> str:
    """The text, ended with a full stop."""
    return f"{text.rstrip('；。，')}。" if text else ""


def _quotes(element: ElementResult) -> Iterator[str]:
    """The passages there are, or, for what is missing, the nearest one and why it does not count."""
    yield from (_evidence(citation) for citation in element.citations[:QUOTED])
    if not element.citations:
        for citation, reason in near_misses(element)[:1]:
            yield f"{_evidence(citation)}。未采信理由：{one_line(reason).rstrip('。')}。"


def _evidence(citation: Citation) -> str:
    return _quote(citation, f"{place_in_full(citation)}，{role_of(citation)}")


def _quote(citation: Citation, where: str) -> str:
    text = one_line(citation.shown)
    text = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}……"
    return f"“{text}”（{where}）"


def demands(has_matters: bool) -> tuple[str, ...]:
    """What the unit is to do, with the time limit and the form of its answer left to be filled in."""
    if not has_matters:
        return ("请继续做好年度报告的报送和公开工作。",)
    return (
        "请对照上表逐项核实。确已开展但未写明的，据实补写；确未开展的，如实说明情况和下步安排，不得编造。",
        "请于　　　　年　　月　　日前将修改后的报告、逐项整改说明和公开网址（截图）报送我单位，并按规定向社会公开。",
        "对认定情况有异议的，可一并说明理由并附佐证材料。",
    )
