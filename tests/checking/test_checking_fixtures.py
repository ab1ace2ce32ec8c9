"""The reports written for this project say nothing that contradicts itself: no check of numbers speaks up at them."""

from pathlib import Path

import pytest
from checking_samples import auditor

from auditor.reading import read_bytes

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
NUMBERS = {
    "part_exceeds_whole",
    "parts_exceed",
    "parts_short",
    "rate_wrong",
    "share_out_of_range",
    "rate_of_none",
    "growth_wrong",
    "value_differs",
}
REPORTS = sorted([*(FIXTURES / "reports").glob("*.txt"), *(FIXTURES / "cases" / "tuning").glob("*_report_*.txt")])


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_no_false_alarm_on_numbers(path: Path) -> None:
    card = auditor().audit(read_bytes(path.read_bytes(), path.name))
    assert [finding.message for finding in card.findings if finding.id in NUMBERS] == []
