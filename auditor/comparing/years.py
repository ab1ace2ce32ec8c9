"""Two reports of the same unit -> what changed, what was copied, what became of the plan."""

from auditor.comparing.carried import carried, share, shortcomings
from auditor.comparing.changes import block_changes, element_changes
from auditor.comparing.promises import promises
from auditor.comparing.statements import statements
from auditor.comparison import Comparison
from auditor.judging import Auditor
from auditor.reading import Document
from auditor.scorecard import ReportCard
from auditor.terms import UNREAD_PART


def compare(last: Document, this: Document, auditor: Auditor) -> Comparison:
    """Compare last year's report with this year's."""
    cards = auditor.audit(last), auditor.audit(this)
    told_last, told_this = (
        statements(auditor.inquiry(document), card.hidden) for document, card in zip((last, this), cards, strict=True)
    )
    found = carried(told_last, told_this, this.text, last.text)
    return Comparison(
        last=cards[0],
        this=cards[1],
        elements=element_changes(*cards),
        blocks=block_changes(*cards),
        carried=found,
        carried_share=share(found, told_this),
        promises=promises(told_last, told_this),
        shortcomings=shortcomings(told_last, told_this),
        remarks=tuple(_remarks(*cards)),
    )


def _remarks(last: ReportCard, this: ReportCard) -> list[str]:
    remarks = []
    if last.unit and this.unit and last.unit != this.unit:
        remarks.append(f"两份报告的单位不同（{last.unit}、{this.unit}），请核对。")
    if last.year is not None and this.year is not None and last.year >= this.year:
        remarks.append("前一份报告的年度不早于后一份，请核对先后顺序。")
    for name, card in (("前", last), ("后", this)):
        if any(finding.id == UNREAD_PART for finding in card.findings):
            remarks.append(f"{name}一份报告有内容未能读取，“未见记述”等以能够读取全部内容的文件为准。")
    return remarks
