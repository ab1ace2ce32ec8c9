"""The sheet of who has handed in: first who has not, then what belongs to nobody on the roster, then who has."""

from collections.abc import Iterator
from typing import Any

from auditor.rendering.submission import SUBMISSION, counts, paths, remark_on, remark_on_failures, why_missing
from auditor.rendering.wording import unit_of
from auditor.rendering.workbook.sheet import Cell, Column, write_table
from auditor.rendering.workbook.styles import Styles
from auditor.submission import Submission


def write_submission(sheet: Any, submission: Submission, styles: Styles) -> None:
    """Fill the sheet."""
    columns = [Column("名单序号", 9), Column("单位", 34), Column("情况", 10), Column("说明", 46), Column("文件", 60)]
    note = f"{counts(submission)}。{remark_on_failures(submission)}"
    write_table(sheet, (SUBMISSION, note), columns, _rows(submission, styles), styles, frozen=2)


def _rows(submission: Submission, styles: Styles) -> Iterator[list[Cell]]:
    units = list(enumerate(submission.units or (), 1))
    states = {False: ("未报送", styles.blocks["absent"]), True: ("已报送", styles.blocks["present"])}

    def listed(*, handed_in: bool) -> Iterator[list[Cell]]:
        for number, each in units:
            if each.has_handed_in == handed_in:
                why = "" if handed_in else why_missing(each)
                yield [
                    (number, styles.count),
                    (each.unit, styles.text),
                    states[handed_in],
                    (why, styles.text),
                    (paths(each), styles.text),
                ]

    yield from listed(handed_in=False)
    for each in submission.unlisted:
        yield [
            (None, styles.count),
            (unit_of(each.arrival), styles.text),
            ("名单外", styles.blocks["unread"]),
            (remark_on(each, submission.year), styles.text),
            (each.arrival.path, styles.text),
        ]
    yield from listed(handed_in=True)
