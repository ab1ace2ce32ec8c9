"""What every display of a comparison says."""

from collections import Counter

from auditor.comparison import OUTCOME_NAMES, BlockChange, Comparison, ElementChange, Promise, Statement
from auditor.rendering.naming import percent
from auditor.rendering.wording import unit_of, year_and_level
from auditor.scorecard import ReportCard
from auditor.terms import BLOCK_VERDICT_NAMES, VERDICT_NAMES

PROMISES_NOTE = "按文字重合判断：说法换了的可能显示为“未见记述”，只是提到的可能显示为“有落实记述”。请对照原文核实。"
CARRIED_NOTE = "整句相同（不计年份、标点和单位名称，20字以上）。数字相同的，请核实是否为本年度的数据。"


def place_of(statement: Statement) -> str:
    """“第4段”, or “第4至17段” for what goes over several."""
    first, last = statement.paragraph, statement.last_paragraph
    return f"第{first}段" if first == last else f"第{first}至{last}段"


def head(report: ReportCard) -> str:
    """“稷川县人民政府  2023年度  县级政府  64.0分  一般”."""
    return f"{unit_of(report)}  {year_and_level(report)}  {report.score}分  {report.grade}"


def verdicts(change: ElementChange) -> tuple[str, str]:
    """Last year's verdict and this year's, in Chinese."""
    last, this = (VERDICT_NAMES[each] if each else "—" for each in (change.last, change.this))
    return last, this


def block_verdicts(change: BlockChange) -> tuple[str, str]:
    """Likewise for a statutory block."""
    last, this = (BLOCK_VERDICT_NAMES[each] if each else "—" for each in (change.last, change.this))
    return last, this


def tally_of_promises(comparison: Comparison) -> str:
    """“有落实记述3项、未见记述2项”."""
    counts = Counter(promise.outcome for promise in comparison.promises)
    return "、".join(f"{name}{counts[outcome]}项" for outcome, name in OUTCOME_NAMES.items() if counts[outcome])


def outcome_of(promise: Promise) -> str:
    """The outcome, and whether the item is planned again."""
    return OUTCOME_NAMES[promise.outcome] + ("，又列入本年度计划" if promise.again else "")


def share_of(comparison: Comparison) -> str:
    """“全文的24.1%”."""
    return f"全文的{percent(comparison.carried_share)}"
