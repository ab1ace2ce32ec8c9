"""Report -> findings of form and of number."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from auditor.catalogue.checks import Check, Checks
from auditor.catalogue.lexicon import Words
from auditor.catalogue.model import Block
from auditor.checking.blanks import Blanks
from auditor.checking.figures import figure_lines
from auditor.checking.growth import check_growth
from auditor.checking.headings import check_headings, check_numbering
from auditor.checking.leftovers import Leftovers
from auditor.checking.names import Names
from auditor.checking.passages import finding
from auditor.checking.periods import Periods
from auditor.checking.personal import Personal, check_personal, find_personal
from auditor.checking.points import check_points
from auditor.checking.problems import check_answers, check_causes
from auditor.checking.rates import Rates
from auditor.checking.repeats import Repeats
from auditor.checking.signature import check_date
from auditor.checking.slip import Slip
from auditor.checking.sums import Sums
from auditor.checking.tables import check_tables
from auditor.checking.title import check_title
from auditor.checking.written import Written
from auditor.checking.years import check_years
from auditor.scorecard import BlockResult, Finding
from auditor.structure import Report
from auditor.terms import Severity

GRAVEST_FIRST: Sequence[Severity] = ("error", "warning", "advice")
MOST, MOST_AT_ONCE = 20, 1000


class Checker:
    """Makes the checks that a catalogue lists; made once, used for many.

    Of each check at most twenty findings are listed; one more, the last, tells how many others there are.
    """

    def __init__(self, checks: Checks, blocks: Sequence[Block], words: Words) -> None:
        self._checks: dict[str, Check] = {check.id: check for check in checks.checks}
        self._lists = checks.words
        self._sections = {block.id: block.sections for block in blocks}
        self._names = Names(checks.names, checks.words.former, words)
        self._periods = Periods(checks.periods, checks.words.closing, words)
        self._leftovers = Leftovers(checks.foreign, checks.words)
        self._blanks = Blanks(checks.words.blanks, checks.words.blanks_but_not)
        self._sums = Sums(checks.divisions)
        self._rates = Rates(checks.proportions, checks.words, words)
        self._repeats = Repeats(checks.words.totals, checks.words.other_times)

    def personal(self, report: Report) -> tuple[Personal, ...]:
        """The personal data in a report, all of it, however many findings are listed."""
        return tuple(find_personal(report, self._lists.persons))

    def check(self, report: Report, blocks: Sequence[BlockResult], personal: Sequence[Personal]) -> tuple[Finding, ...]:
        """The findings on one report, the gravest first and those as grave in the order of the text.

        Args:
            report: The report.
            blocks: What was judged of its statutory blocks.
            personal: The personal data in it.
        """
        kept: dict[str, dict[Slip, None]] = {id_: {} for id_ in self._checks}
        more: Counter[str] = Counter()
        for slips in self._made(report, blocks, personal) if self._checks else ():
            for slip in islice(slips, MOST_AT_ONCE):
                if slip.check in kept and len(kept[slip.check]) < MOST:
                    kept[slip.check][slip] = None
                elif slip.check in kept:
                    more[slip.check] += 1
        found = [slip for each in kept.values() for slip in each]
        ordered = sorted(found, key=lambda slip: min(slip.spans, default=(0, 0)))
        ordered += [_others(self._checks[check], count) for check, count in more.items()]
        findings = [finding(slip, self._checks[slip.check], report) for slip in ordered]
        findings.sort(key=lambda each: GRAVEST_FIRST.index(each.severity))
        return tuple(findings)

    def _made(
        self, report: Report, blocks: Sequence[BlockResult], personal: Sequence[Personal]
    ) -> Iterable[Iterable[Slip]]:
        """What each part of the checks finds, found as it is asked for."""
        signature = report.identity.signature
        written = Written(report)
        yield check_title(report, signature)
        yield check_date(report, signature)
        yield check_years(report)
        yield check_headings(report, self._lists.relative)
        yield check_numbering(report)
        yield self._names.check(report, written)
        yield self._periods.check(report)
        yield self._leftovers.check(report, written)
        yield self._blanks.check(report)
        yield check_personal(personal)
        told = {role: block.state for block in blocks for role in self._sections[block.id]}
        yield check_causes(report, told, self._lists)
        yield check_answers(report, self._lists)
        lines = figure_lines(report)
        yield self._sums.check(lines)
        yield check_tables(report)
        yield self._rates.check(lines)
        yield check_growth(lines)
        yield check_points(lines)
        yield self._repeats.check(lines, report.identity.year)


def _others(check: Check, count: int) -> Slip:
    """What is not listed of a check, as its last finding."""
    at_least = "至少" if count + MOST >= MOST_AT_ONCE else ""
    return Slip(check.id, f"“{check.name}”已列出{MOST}处，另有{at_least}{count}处未逐一列出。请通篇核对。")
