"""What a report is told to add: no more than what is known to be lacking."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read_bytes

AUDITOR = Auditor(load_catalogue(None))
FILLER = "全年组织各类普法宣传活动，群众反映良好，各项工作平稳有序推进。\n" * 3


def gaps(text: str, id_: str) -> str:
    told = AUDITOR.audit(read_bytes(f"某局2023年法治政府建设工作报告\n{text}\n{FILLER}".encode(), "a.txt"))
    return "".join(next(each for each in told.elements if each.id == id_).gaps)


def test_only_the_part_that_is_lacking_is_asked_for() -> None:
    told = gaps("公开行政处罚信息2.1万条。为执法人员配备执法记录仪312台，抽查410段。", "enforcement_systems")
    assert "应补写重大执法决定法制审核" in told
    assert not any(words in told for words in ("公示条数", "记录设备", "或者", "应补写行政执法公示"))


def test_where_no_part_is_told_all_are_asked_for() -> None:
    assert "分别写清楚" in gaps("严格落实行政执法三项制度。", "enforcement_systems")


@pytest.mark.parametrize(("text", "asked"), [("行政诉讼4件开庭，局领导无一人到庭。", False), (FILLER, True)])
def test_a_report_of_nought_is_not_asked_for_where_the_matter_arose(text: str, asked: bool) -> None:
    assert ("零报告" in gaps(text, "court_appearance")) is asked
