"""The title, the addressee and the signature against one another."""

import re
from collections.abc import Iterable

from auditor.checking.bodies import conflict
from auditor.checking.slip import Slip
from auditor.structure import Report
from auditor.structure.signature import Signature

YEAR = re.compile(r"20[0-9]{2}|二[〇零Ｏ○0O][一二三〇零Ｏ○]")
TWICE = re.compile(
    r"年度法[治制]政府(?:部门)?建设(?:工作)?年度|报告的?报告|情况的?情况|(?P<same>法[治制]政府建设)[^，。]{0,6}(?P=same)"
)
NO_TITLE = re.compile("表|附|图|目录")
LOOK = 6
SHORT_LINE = 40


def check_title(report: Report, signature: Signature | None) -> Iterable[Slip]:
    """The title of a whole report; a text without one is told by the finding `genre`."""
    identity = report.identity
    span = _title_span(report)
    if not identity.is_report or span is None or NO_TITLE.match(identity.title):
        return
    if not YEAR.search(identity.title) and not YEAR.search(_around(report, span)):
        yield Slip(
            "title_year",
            f"标题“{identity.title}”没有写明年度。请改为“××年度法治政府建设年度报告”的样式，写明所报告的年份。",
            (span,),
        )
    doubled = TWICE.search(identity.title)
    if doubled:
        year = "××" if identity.year is None else identity.year
        yield Slip(
            "title_doubled",
            f"标题中“{doubled[0]}”前后重复。请只保留一个，如“{year}年法治政府建设年度报告”。",
            (span,),
        )
    yield from _addressee(report, span)
    differs = conflict(_before_year(identity.title), signature.unit) if signature and signature.unit else ""
    if signature is not None and differs:
        yield Slip(
            "issuer_differs",
            f"标题中的单位与落款“{signature.unit}”不是同一个单位。请核对是否套用了其他单位的文本，统一标题和落款。",
            (span, signature.unit_span),
            is_doubtful=differs == "doubtful",
        )


def _title_span(report: Report) -> tuple[int, int] | None:
    """The line or lines of the title in the plain text; None when it was read elsewhere."""
    noted = report.identity.evidence.get("title")
    if noted is None or noted.start < 0:
        return None
    source = report.plain.source
    lines = [p for p in report.plain.paragraphs if source[p.start] < noted.end and noted.start <= source[p.end - 1]]
    return (lines[0].start, lines[-1].end) if lines else None


def _around(report: Report, title: tuple[int, int]) -> str:
    """The short lines before and after the title, over which it may be broken."""
    paragraphs = report.plain.paragraphs
    index = next(number for number, paragraph in enumerate(paragraphs) if paragraph.start == title[0])
    beside = [*paragraphs[max(index - 1, 0) : index], *paragraphs[index + 1 : index + 2]]
    return "".join(report.plain.text[p.start : p.end] for p in beside if p.end - p.start <= SHORT_LINE)


def _addressee(report: Report, title: tuple[int, int]) -> Iterable[Slip]:
    """The line after the title that ends with a colon names those reported to, never the reporter."""
    after = [p for p in report.plain.paragraphs if p.start >= title[1]][:LOOK]
    for paragraph in after:
        line = report.plain.text[paragraph.start : paragraph.end].strip()
        if not line.endswith("：") or len(line) > 60 or re.search("如下|[。，]", line):
            continue
        unit = report.identity.unit
        if unit and unit in re.split("[、：]", line):
            yield Slip(
                "addressee_self",
                f"主送机关“{line.rstrip('：')}”就是报告单位自己。请改为受理报告的机关"
                "（如本级党委、人大常委会，上一级党委和政府）。",
                ((paragraph.start, paragraph.end),),
            )
        return


def _before_year(title: str) -> str:
    return re.split(r"关于|20[0-9]{2}|二[〇零]|法[治制]政府|依法行政|年度", title, maxsplit=1)[0]
