"""Time adverbials: what the clauses after a year tell of."""

import pytest

from auditor.judging.years import time_cues


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("2023年，局长出庭3次。", ["done"]),
        ("2022年，局长出庭3次；2023年，局长出庭5次。", ["previous", "done"]),
        ("2024年，编制目录。", ["plan"]),
        ("2024年起，开庭传票先送局长。", ["plan"]),
        ("2020年以来，聘请法律顾问3名。", []),
        ("学习《2024年工作要点》。", []),
        ("落实2022年制定的办法。", []),
        ("2022年组建的法律顾问团审查合同72份。", []),
        ("2024年工作重点：编制目录。", []),
        ("2022年度法律顾问代理诉讼8件。", ["previous"]),
        ("2022年度考核评定为优秀。", []),
        ("2024年度目录已于12月公布。", []),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert [cue.role for cue in time_cues(text, 0, len(text), 2023)] == roles


def test_without_a_year_of_the_report_nothing_is_said() -> None:
    assert time_cues("2023年，局长出庭3次。", 0, 13, None) == []
