"""The annex of the sample scorecard: its text with every citation at its place, statistics, a shared passage."""

from rendering_samples import SCORECARD

from auditor.annex import Annex, Copying, SharedPassage, SharedPlace, Sharing, Source
from auditor.scorecard import ReportCard, Scorecard
from auditor.statistics import statistics_of


def source_of(report: ReportCard) -> Source:
    """A text in which every citation of a report stands where it says; a paragraph for every hundred characters."""
    text = ["　"] * 1000
    cited = [each.citations for each in report.elements]
    cited += [each.citations for each in report.blocks] + [each.citations for each in report.findings]
    for citation in (citation for citations in cited for citation in citations):
        text[citation.start : citation.end] = citation.text
    return Source("".join(text), tuple((at, at + 100) for at in range(0, 1000, 100)), is_plain_file=True)


SHARED = SharedPassage(
    "全年通过双随机平台公示执法信息，为一线配备执法记录仪，法制审核重大执法决定，做到应审尽审。",
    40,
    (SharedPlace(0, 14, 100, 145), SharedPlace(1, 3, 40, 85)),
    is_common=False,
)
ONE = Scorecard(SCORECARD.catalogue_name, SCORECARD.catalogue_version, SCORECARD.reports[:1], (), SCORECARD.grades)
ONE_ANNEX = Annex(statistics_of(ONE.reports, ONE.grades), Sharing(), (source_of(SCORECARD.reports[0]),))
ANNEX = Annex(
    statistics_of(SCORECARD.reports, SCORECARD.grades),
    Sharing((SHARED,), (Copying(0, 0.25, 1, 0.2), Copying(1, 0.125, 0, 0.125))),
    (source_of(SCORECARD.reports[0]), None),
)
