"""What the letter says around the table of matters, in the order of official letters: basis, general view, demands."""

from auditor.rendering.cleaning import one_line
from auditor.rendering.instruments import INSPECTION_RULES
from auditor.rendering.letter.matters import matters
from auditor.rendering.naming import year_of
from auditor.rendering.wording import quoted, state_of_blocks, tally, unread_parts
from auditor.scorecard import ReportCard, Scorecard
from auditor.terms import NOT_GRADED

WITH_MATTERS, WITHOUT = "整改建议函", "审核情况反馈函"
UNNAMED = "（单位名称）"


def kind_of(report: ReportCard) -> str:
    """What the letter is called: one with nothing to mend proposes nothing."""
    return WITH_MATTERS if any(matters(report)) else WITHOUT


def addressee(report: ReportCard) -> str:
    """The unit, or a place to fill it in."""
    return one_line(report.unit) or UNNAMED


def title(report: ReportCard) -> tuple[str, str]:
    """Two lines that each read as a whole: “关于稷川县”, “2023年法治政府建设年度报告的整改建议函”."""
    year = f"{year_of(report)}年" if report.year is not None else ""
    return f"关于{addressee(report)}", f"{year}法治政府建设年度报告的{kind_of(report)}"


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
        f"现将{'有关情况和整改建议函告' if kind_of(report) == WITH_MATTERS else '审核情况反馈'}如下。"
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
    scattered = {block.element for block in report.blocks if block.state == "absent"}
    good = [each.name for each in report.elements if each.verdict == "met" and each.id not in scattered]
    if parts := unread_parts(report):
        text += f"文件有内容未能读取（{'；'.join(parts)}），未能判断的事项不作缺失认定，请提供能够读取全部内容的文件。"
    if good:
        text += f"其中，{quoted(good)}{'等内容' if len(good) > 1 else ''}写明了具体做法和数据，请继续保持。"
    return text


def demands(has_matters: bool) -> tuple[str, ...]:
    """What the unit is to do, with the time limit and the form of its answer left to be filled in."""
    if not has_matters:
        return ("请继续做好年度报告的报送和公开工作。",)
    return (
        "请对照上表逐项核实。确已开展但未写明的，据实补写；确未开展的，如实说明情况和下步安排，不得编造。",
        "请于　　　　年　　月　　日前将修改后的报告、逐项整改说明和公开网址（截图）报送我单位，并按规定向社会公开。",
        "对认定情况有异议的，可一并说明理由并附佐证材料。",
    )
