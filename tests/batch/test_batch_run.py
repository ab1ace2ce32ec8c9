"""Many files: order kept, a broken one set apart."""

from pathlib import Path
from typing import cast

import pytest

from auditor.batch import audit_paths
from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import Document, Limits
from auditor.scorecard import Failure, ReportCard

REPORT = str(Path(__file__).resolve().parents[2] / "fixtures/reports/report_02.txt")


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_catalogue())


class Broken:
    """An auditor that fails on whatever it is told to."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def audit(self, _: Document) -> ReportCard:
        raise self.error


def test_order_is_kept_and_failures_stand_in_place(auditor: Auditor) -> None:
    found = Failure("c", "先前就有的", "unreadable")
    outcomes = list(audit_paths([REPORT, "不在.txt", found, REPORT], auditor))
    assert [each.path for each in outcomes] == [REPORT, "不在.txt", "c", REPORT]
    assert [type(each) for each in outcomes] == [ReportCard, Failure, Failure, ReportCard]


def test_limits_are_kept(auditor: Auditor) -> None:
    (outcome,) = audit_paths([REPORT], auditor, limits=Limits(file_bytes=10))
    assert isinstance(outcome, Failure)
    assert outcome.kind == "too_large"


@pytest.mark.parametrize("error", [ValueError("坏"), RecursionError(), MemoryError()])
def test_an_unexpected_error_is_a_failure_of_that_file(error: Exception) -> None:
    outcomes = list(audit_paths([REPORT, REPORT], cast(Auditor, Broken(error))))
    assert [each.kind for each in outcomes if isinstance(each, Failure)] == ["internal"] * 2
    assert "程序内部出错" in cast(Failure, outcomes[0]).error
    assert "test_batch_run.py" in cast(Failure, outcomes[0]).error


def test_a_timeout_has_its_own_kind() -> None:
    (outcome,) = audit_paths([REPORT], cast(Auditor, Broken(TimeoutError())))
    assert isinstance(outcome, Failure)
    assert outcome.kind == "timeout"


def test_an_interruption_is_not_swallowed() -> None:
    with pytest.raises(KeyboardInterrupt):
        list(audit_paths([REPORT], cast(Auditor, Broken(KeyboardInterrupt()))))
