"""`check --year` and `--roster`: what is called for, and who has not handed it in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.messages import say

if TYPE_CHECKING:
    from auditor.batch import Found
    from auditor.catalogue import Catalogue
    from auditor.statistics import RollCall
    from auditor.submission import Submission

FIRST_YEAR, LAST_YEAR = 2000, 2039  # those that a report may be on (auditor.text.REPORT_YEAR)


def _year(value: int | None) -> int | None:
    if value is not None and not FIRST_YEAR <= value <= LAST_YEAR:
        raise typer.BadParameter(f"应当是{FIRST_YEAR}到{LAST_YEAR}之间的年份，如2024。")
    return value


Year = Annotated[
    int | None,
    typer.Option(
        "--year",
        metavar="年份",
        help="要审核的年度，如2024：其他年度的和识别不出年度的报告照常审核，但单列一处，不排名，不计入统计。",
        callback=_year,
        show_default=False,
    ),
]
RosterFile = Annotated[
    Path | None,
    typer.Option(
        "--roster",
        metavar="名单",
        help="应当报送的单位名单（.csv或.txt，每行一个单位，后面可以写别名），列出未报送的单位和名单外的报告。"
        "评分表、json、xlsx、html、markdown里都有，其他格式显示在屏幕上。",
        show_default=False,
    ),
]


def roll_call(year: int | None, roster: Path | None, catalogue: "Catalogue") -> "RollCall | None":
    """What calls the roll; None when nothing is called for.

    Raises:
        RosterError: When the roster has mistakes; `main` prints them.
    """
    if year is None and roster is None:
        return None
    from auditor.catalogue.lexicon import characters_of
    from auditor.statistics import RollCall, read_roster

    unify = characters_of(catalogue)
    return RollCall(year, None if roster is None else read_roster(roster, unify), unify)


def without_roster(found: "Found", roster: Path | None) -> "Found":
    """What is to be audited, when the roster lies among the reports."""
    if roster is None or not roster.is_file():
        return found

    from auditor.batch.many import identity

    same = identity(str(roster))

    def is_roster(each: object) -> bool:
        return isinstance(each, str) and Path(each).name == roster.name and identity(each) == same

    return replace(
        found,
        items=[each for each in found.items if not is_roster(each)],
        passed=[each for each in found.passed if not is_roster(each)],
    )


def spare_roster(output: Path | None, roster: Path | None) -> None:
    """Sees to it that the result does not overwrite the roster.

    Raises:
        typer.BadParameter: When it would.
    """
    if output is not None and roster is not None and output.is_file() and roster.is_file() and output.samefile(roster):
        raise typer.BadParameter(f"“{output}”是单位名单，不能用来存结果，请另写一个文件名。", param_hint="--output")


def say_submission(submission: "Submission", *, with_other_year: bool) -> None:
    """Who has handed in, for runs whose result does not tell.

    Args:
        submission: Who has.
        with_other_year: Whether the reports on other years are to be told too.
    """
    for heading, lines in _told(submission, with_other_year=with_other_year):
        say(heading)
        for line in lines:
            say(f"  {line}")


def _told(submission: "Submission", *, with_other_year: bool) -> Iterator[tuple[str, list[str]]]:
    from auditor.rendering.submission import of_other_year, sections

    if with_other_year:
        yield from of_other_year(submission)
    yield from sections(submission)
