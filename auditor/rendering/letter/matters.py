"""The matters that the letter lists, each once, with the passages concerned and what is asked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.rendering.cleaning import one_line
from auditor.rendering.instruments import CONTENTS_OF_REPORTS
from auditor.rendering.naming import short_basis
from auditor.rendering.wording import lacking, near_misses, place_in_full, role_of
from auditor.scorecard import BlockResult, Citation, ElementResult, Finding, ReportCard
from auditor.terms import BLOCK_VERDICT_NAMES, SAYS_OF_BLOCK, VERDICT_NAMES, WAIVED, WAIVER_EXPIRED

QUOTED = 2
QUOTED_OF_FINDINGS = 6  # the figures that do not agree, and what they are compared with
LONGEST_QUOTE = 160
ADVICE = re.compile(r"(?:应|请|建议|须|可|如)")
SENTENCE = re.compile(r"[^。；]+?(?:[。；]|，(?=请)|$)")
NOTHING, NOTHING_THAT_COUNTS = "未见相关内容", "未见可以认定的相关内容"
NOT_WRITTEN = "报告未写这一内容。"
NO_PART = "报告有相近的表述，但没有专门写这一内容的部分或者段落。"
ASKED = "写明报告期内已经开展的工作，并列出数字、比率、有名称的文件或可核查的做法。"
NOT_FOR_UNITS = (WAIVED, WAIVER_EXPIRED)


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


def matters(report: ReportCard) -> Iterator[Matter]:
    """What is to be mended: statutory contents first, then elements by weight, then findings."""
    absent = [block for block in report.blocks if block.state == "absent"]
    parts = {block.element: block.id for block in absent if block.element}
    remarks = [each for each in report.findings if each.severity != "advice" and each.id not in NOT_FOR_UNITS]
    for block in absent:
        elements = [each for each in lacking(report) if parts.get(each.id) == block.id]
        yield _of_absent(block, elements, [each for each in remarks if SAYS_OF_BLOCK.get(each.id) == block.id])
    yield from (_of_unread(block) for block in report.blocks if block.state == "unread")
    yield from (_of_element(each) for each in lacking(report) if each.id not in parts)
    told = {block.id for block in absent}
    yield from (_of_remark(each) for each in remarks if SAYS_OF_BLOCK.get(each.id) not in told)


def _of_absent(block: BlockResult, elements: Sequence[ElementResult], remarks: Sequence[Finding]) -> Matter:
    """One row for an absent block and for the elements and findings on the same matter.

    What is said of it without a part or paragraph of its own is quoted, so that nobody is told of “nothing”.
    """
    near = tuple(_refused(block, QUOTED))
    same = [*map(_of_element, elements), *map(_of_remark, remarks)]
    more = [_divide(each.gaps)[0] for each in elements if each.verdict != "missing"]
    more += [_divide((each.message,))[0] for each in remarks]
    problems = NO_PART + "".join(more) if near else "".join(more) or NOT_WRITTEN
    name, basis = one_line(block.name), short_basis(CONTENTS_OF_REPORTS)
    named = [each.basis for each in same if each.basis]
    demand = f"增写“{name}”部分{'，已在别处写到的集中到这一部分，据实补充' if near else ''}。"
    return Matter(
        name=f"法定内容：{name}",
        finding=f"【缺失】{problems}",
        quotes=near or tuple(quote for each in same for quote in each.quotes),
        basis="；".join(named if any(each.startswith(basis) for each in named) else [basis, *named]),
        demand=demand + "".join(each.demand for each in same),
        silence=_silence(block),
    )


def _of_unread(block: BlockResult) -> Matter:
    finding = f"【{BLOCK_VERDICT_NAMES['unread']}】文件有内容未能读取，不能判断是否写了这一内容。"
    basis, demand = short_basis(CONTENTS_OF_REPORTS), "请提供能够读取全部内容的文件。"
    return Matter(f"法定内容：{one_line(block.name)}", finding, (), basis, demand, _silence(block))


def _of_element(element: ElementResult) -> Matter:
    problems, advice = _divide(element.gaps)
    finding = f"【{VERDICT_NAMES[element.verdict]}】{problems or '报告写得不够具体。'}"
    basis = "；".join(short_basis(each) for each in element.basis)
    return Matter(one_line(element.name), finding, tuple(_quotes(element)), basis, advice or ASKED, _silence(element))


def _of_remark(remark: Finding) -> Matter:
    problems, advice = _divide((remark.message,))
    quotes = tuple(_quote(each, place_in_full(each)) for each in remark.citations[:QUOTED_OF_FINDINGS])
    name, finding = one_line(remark.name) or "其他提示", problems or one_line(remark.message)
    return Matter(name, finding, quotes, "", advice or "请核对并更正。")


def _silence(result: ElementResult | BlockResult) -> str:
    """What to say where nothing is quoted: “全文未见相关内容。” only where nothing came near."""
    where = "已读取的部分" if result.verdict == "unread" else "全文"
    return f"{where}{NOTHING_THAT_COUNTS if result.grounds.near_misses else NOTHING}。"


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
        yield from _refused(element, 1)


def _refused(result: ElementResult | BlockResult, most: int) -> Iterator[str]:
    """Passages that came near, and why they do not count."""
    for citation, reason in near_misses(result, for_units=True)[:most]:
        yield f"{_quote(citation, place_in_full(citation))}。未采信理由：{one_line(reason).rstrip('。')}。"


def _evidence(citation: Citation) -> str:
    return _quote(citation, f"{place_in_full(citation)}，{role_of(citation)}")


def _quote(citation: Citation, where: str) -> str:
    text = one_line(citation.shown)
    text = text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}……"
    return f"“{text}”（{where}）"
