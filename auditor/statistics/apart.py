"""Which reports are neither ranked nor counted: what is no annual report."""

from collections.abc import Iterator, Sequence

from auditor.annex import SetApart
from auditor.scorecard import ReportCard


def set_apart(reports: Sequence[ReportCard]) -> Iterator[SetApart]:
    """The reports set apart, in the order given."""
    for number, report in enumerate(reports):
        if not report.is_annual_report:
            yield SetApart(number)
