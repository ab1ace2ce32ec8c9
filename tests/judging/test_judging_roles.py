"""How far a cue holds: over the list that a colon opens and bare claims beside it, not from question to answer."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

AUDITOR = Auditor(load_catalogue())
CASES = [
    ("enforcement_systems", "三项制度落得不实：公示栏半年一换，法制审核由一名同志兼着。", "mentioned"),
    (
        "enforcement_systems",
        "从明年起补齐三项制度：一季度建公示栏；二季度购记录仪20台；三季度法制审核。",
        "mentioned",
    ),
    (
        "enforcement_systems",
        "局党组决定明年建训练场；公示处罚结果312条，购置记录仪20台，法制审核案件9件。",
        "met",
    ),
    ("legal_counsel", "问：有没有法律顾问？答：有，律师2名，聘期到2025年6月。", "met"),
    ("enforcement_systems", "问：执法三项制度落实没有？答：落实了。", "weak"),
    ("legal_counsel", "问：镇里有没有法律顾问？\n答：这不归镇里管。", "missing"),
    ("enforcement_systems", "问：执法三项制度落实没有？答：没有。", "mentioned"),
    ("major_decisions", "明年我区将从两个方面补短板。一是出台《重大行政决策听证办法》。", "mentioned"),
    ("major_decisions", "明年我区将从两个方面补短板。①出台《重大行政决策听证办法》。", "mentioned"),
    ("enforcement_systems", "三项制度缺乏刚性，处罚结果公示不全，重大执法决定由办案科室审核了事。", "mentioned"),
    ("enforcement_systems", "三项制度全面推行，但处罚结果公示不全。", "weak"),
    ("legal_counsel", "聘请法律顾问××名，审查合同××份。", "mentioned"),
    ("legal_counsel", "镇里续聘法律顾问，为各项工作提供法律保障。一年来，修订村规民约14份，化解矛盾126起。", "weak"),
    ("legal_counsel", "镇里续聘法律顾问，为各项工作提供法律保障。一年来，审查合同14份，化解矛盾126起。", "met"),
    ("legal_counsel", "任务 | 标准 | 结果\n合同 | 必须由法律顾问审查 | 法律顾问审查合同41份", "met"),
    ("major_decisions", "首页 | 新闻 | 重大行政决策预公开 | 互动\n全年植树3万株。", "missing"),
    ("first_responsible", "您可能还关注：\n◆ 主要负责人要切实履行法治建设第一责任人职责", "missing"),
]


@pytest.mark.parametrize(("element", "text", "verdict"), CASES)
def test_verdicts(element: str, text: str, verdict: str) -> None:
    card = AUDITOR.audit(read_bytes(text.encode(), "文.txt"))
    assert next(each.verdict for each in card.elements if each.id == element) == verdict
