"""The grade follows from the score and from the statutory contents."""

import pytest

from auditor.catalogue.scoring import Grade, Scoring
from auditor.judging.score import grade
from auditor.scorecard import BlockResult

SCORING = Scoring(
    points={"met": 100, "weak": 50, "mentioned": 20, "missing": 0, "exempt": 100, "not_applicable": 100},
    grades=[
        Grade(name="优秀", at_least=85, may_lack=0),
        Grade(name="良好", at_least=70, may_lack=1),
        Grade(name="一般", at_least=50),
        Grade(name="较差", at_least=0),
    ],
)
PRESENT = BlockResult("plan", "下一年度主要安排", "present", ())
ABSENT = BlockResult("causes", "不足的原因", "absent", ())
UNREAD = BlockResult("causes", "不足的原因", "unread", ())
NOT_ASKED = BlockResult("causes", "不足的原因", "absent", (), exemption="该年度不要求")


@pytest.mark.parametrize(
    ("score", "blocks", "name"),
    [
        (100, [PRESENT, PRESENT], "优秀"),
        (100, [PRESENT, ABSENT], "良好"),
        (100, [ABSENT, ABSENT], "一般"),
        (40, [ABSENT, ABSENT], "较差"),
        (75, [ABSENT], "良好"),
        (100, [UNREAD], "优秀"),
        (100, [NOT_ASKED], "优秀"),
        (100, [], "优秀"),
    ],
)
def test_a_report_without_statutory_contents_has_no_high_grade(
    score: float, blocks: list[BlockResult], name: str
) -> None:
    assert grade(score, (), blocks, SCORING) == name
