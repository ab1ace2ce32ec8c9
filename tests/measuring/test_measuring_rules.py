"""The auditor's own rules: their examples."""

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import run_examples


def test_every_example_holds_and_every_rule_fires() -> None:
    report = run_examples(Auditor(load_catalogue()))
    assert not report.failures, "\n".join(str(failure) for failure in report.failures)
    assert report.covered == report.coverable
    assert report.examples > 100
