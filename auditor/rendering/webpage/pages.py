"""Scorecard and annex -> pages, through templates that escape whatever comes from a document."""

from collections.abc import Iterator, Sequence

from auditor.annex import Annex
from auditor.rendering.naming import file_name
from auditor.rendering.view import View
from auditor.rendering.webpage import charts
from auditor.rendering.webpage.report import report_of
from auditor.rendering.webpage.template import fill
from auditor.scorecard import ReportCard, Scorecard
from auditor.terms import LEVEL_NAMES

INDEX = "index.html"


def render(scorecard: Scorecard, view: View, annex: Annex) -> str:
    """One page for the whole run, texts included; for a single report that report's page."""
    del view
    if len(scorecard.reports) == 1 and not scorecard.failures and not scorecard.submission.is_called_for:
        return reportfill(scorecard, annex, 0)
    return runfill(scorecard, annex, links=None)


def files(scorecard: Scorecard, view: View, annex: Annex) -> Iterator[tuple[str, str]]:
    """A folder of pages: the run's, whose verdicts lead to one page for each report."""
    del view
    index, *links = names(scorecard.reports)
    yield index, runfill(scorecard, annex, links)
    for number, link in enumerate(links):
        yield link, reportfill(scorecard, annex, number, back=INDEX)


def names(reports: Sequence[ReportCard]) -> list[str]:
    """The names of those pages."""
    return [INDEX, *(file_name(number, report, ".html") for number, report in enumerate(reports, 1))]


def runfill(scorecard: Scorecard, annex: Annex, links: list[str] | None) -> str:
    """The page of a run; verdicts lead to `links`, or to what the page itself holds."""
    statistics = annex.statistics
    overall = statistics.overall
    ranked = statistics.ranked
    embedded = range(len(scorecard.reports)) if links is None else range(0)
    return fill(
        "run.html",
        scorecard=scorecard,
        submission=scorecard.submission,
        annex=annex,
        overall=overall,
        order=[*ranked, *(each.report for each in statistics.apart)],
        links=links,
        embedded=((number, report_of(scorecard.reports[number], annex.source(number))) for number in embedded),
        charts=(charts.verdict_chart(overall), charts.score_chart([scorecard.reports[number] for number in ranked])),
        copying=charts.copying_chart(scorecard, annex),
        levels=sorted({report.level for report in scorecard.reports}, key=list(LEVEL_NAMES).index),
    )


def reportfill(scorecard: Scorecard, annex: Annex, number: int, back: str = "") -> str:
    """The page of one report."""
    report = report_of(scorecard.reports[number], annex.source(number))
    return fill("report.html", scorecard=scorecard, report=report, back=back)
