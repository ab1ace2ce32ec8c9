"""`auditor check`: audit reports and print the scorecard."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.auditing import auditing, find_reports
from auditor.cli.batch_options import EngineName, NoCache, Resume, Scheduler, Timeout, Workers, make_plan
from auditor.cli.calling import RosterFile, Year, roll_call, say_submission, spare_roster, without_roster
from auditor.cli.limits import Maximum
from auditor.cli.messages import BELOW, DONE, NOT_AUDITED, say, say_failure
from auditor.cli.options import ProfileName, RulesFolder, open_catalogue
from auditor.cli.output import view_of_output
from auditor.cli.papers import check_output, deliver, is_folder_name, spare_reports
from auditor.cli.standard import Standard
from auditor.cli.streaming import check_stream, needs_cards
from auditor.cli.watching import watch as rerun
from auditor.rendering import FORMATS, Detail
from auditor.scorecard import Failure, ReportCard, Scorecard
from auditor.submission import Submission

if TYPE_CHECKING:
    from auditor.batch import Found, Result
    from auditor.catalogue import Catalogue
    from auditor.statistics import RollCall

FORMAT_HELP = "输出格式：" + "，".join(f"{name} {each.means}" for name, each in FORMATS.items()) + "。"


def _known_format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"没有“{name}”这种格式，可用的有：{'、'.join(FORMATS)}。")
    return name


def _percentage(value: float | None) -> float | None:
    if value is not None and not 0 <= value <= 100:
        raise typer.BadParameter("应当是0到100之间的分数。")
    return value


def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="文件或文件夹", help="要审核的报告；“-”表示标准输入。", show_default=False),
    ],
    *,
    format_name: Annotated[
        str, typer.Option("--format", metavar="格式", help=FORMAT_HELP, callback=_known_format)
    ] = "terminal",
    given_output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="文件",
            help="写入文件，不在屏幕上显示；html和letter可以写文件夹，每份报告一个文件。",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="每份报告只显示一行。")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="显示全部引文、依据和未采信的内容。")] = False,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            metavar="分数",
            help="有报告低于此分时，退出码为1。",
            callback=_percentage,
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="有报告存在“错误”级的提示，或者缺少法定内容时，退出码为1。")
    ] = False,
    year: Year = None,
    roster: RosterFile = None,
    watch: Annotated[bool, typer.Option("--watch", help="文件保存后自动重新审核，按 Ctrl-C 结束。")] = False,
    workers: Workers = None,
    timeout: Timeout = 60,
    no_cache: NoCache = False,
    resume: Resume = False,
    engine: EngineName = "local",
    scheduler: Scheduler = None,
    maximum: Maximum = None,
    profile: ProfileName = None,
    rules: RulesFolder = None,
) -> int:
    """Audit reports and print the scorecard."""
    if quiet and verbose:
        raise typer.BadParameter("--quiet 和 --verbose 只能写一个。")
    if watch and "-" in paths:
        raise typer.BadParameter("--watch 不能用于标准输入，请写文件名。")
    output = Path(given_output) if given_output is not None else None
    plan = make_plan(
        workers, timeout, no_cache=no_cache, resume=resume, engine=engine, scheduler=scheduler, maximum=maximum
    )

    def find() -> "Found":
        return without_roster(find_reports(paths, plan), roster)

    found = find()
    check_output(format_name, output, len(found.items), names_folder=is_folder_name(given_output))
    spare_reports(format_name, output, paths, found.items)
    spare_roster(output, roster)
    standard = Standard(fail_under, strict)
    detail: Detail = "quiet" if quiet else "verbose" if verbose else "normal"

    def once(found: "Found") -> int:
        catalogue = open_catalogue(rules, profile, paths)
        roll = roll_call(year, roster, catalogue)
        view = view_of_output(detail, to_file=output is not None)
        asked = FORMATS[format_name]
        chosen = replace(plan, only_lines=asked.is_stream and not needs_cards(catalogue, standard, roll))
        shows_progress = not (asked.is_stream and output is None and sys.stdout.isatty())
        with auditing(paths, found, catalogue, chosen, tells_cached=resume, shows_progress=shows_progress) as results:
            if asked.is_stream:
                return check_stream(results, asked, catalogue, output, standard, roll=roll)
            scorecard = _gather(results, catalogue, roll)
        _say_what_else(scorecard, catalogue, is_shown=format_name == "terminal" and view.is_terminal and not quiet)
        deliver(format_name, scorecard, view, output, plan.limits)
        if quiet:
            _say_counts(scorecard)
        if quiet or not asked.tells_submission:
            say_submission(scorecard.submission, with_other_year=not asked.tells_submission)
        if scorecard.failures:
            return NOT_AUDITED
        return BELOW if any(map(standard.is_missed_by, scorecard.reports)) else DONE

    if not watch:
        return once(found)
    watched = paths if roster is None else [*paths, str(roster)]
    return rerun(watched, lambda: once(find()), output)


def _say_what_else(scorecard: Scorecard, catalogue: "Catalogue", *, is_shown: bool) -> None:
    """Failures, unless the scorecard shows them on the same screen, and what the catalogue has waived."""
    from auditor.judging.waivers import announcements

    if not (is_shown and sys.stderr.isatty()):
        for failure in scorecard.failures:
            say_failure(failure)
    for line in announcements(catalogue, scorecard.reports):
        say(line)


def _say_counts(scorecard: Scorecard) -> None:
    """How many files came to what, after the lines of several."""
    from auditor.statistics import statistics_of

    if len(scorecard.reports) + len(scorecard.failures) < 2:
        return
    year = scorecard.submission.year
    statistics = statistics_of(scorecard.reports, scorecard.grades, year)
    counted, apart = statistics.overall.reports, len(statistics.apart)
    parts = [f"共审核{len(scorecard.reports)}份"]
    if counted:
        parts.append(f"计入统计{counted}份，平均{statistics.overall.mean}分")
    if apart:
        other_year = f"不是{year}年度的，" if year is not None else ""
        parts.append(f"不计入统计{apart}份（未见年度报告标题，{other_year}或者同一单位重复报送）")
    if scorecard.failures:
        parts.append(f"未能审核{len(scorecard.failures)}个")
    say(f"{'；'.join(parts)}。")


def _gather(results: "Iterable[Result]", catalogue: "Catalogue", roll: "RollCall | None") -> Scorecard:
    outcomes = [result.outcome for result in results]
    reports = tuple(each for each in outcomes if isinstance(each, ReportCard))
    failures = tuple(each for each in outcomes if isinstance(each, Failure))
    submission = Submission()
    if roll is not None:
        for report in reports:
            roll.add(report)
        submission = roll.submission(len(failures))
    return Scorecard(
        catalogue_name=catalogue.manifest.name,
        catalogue_version=catalogue.manifest.version,
        reports=reports,
        failures=failures,
        grades=tuple(each.name for each in catalogue.manifest.scoring.grades),
        submission=submission,
    )
