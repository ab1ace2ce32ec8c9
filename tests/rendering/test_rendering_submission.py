"""Who has handed in, as each format that shows it was last looked at."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from golden import check
from rendering_samples import report

from auditor.annex import Annex
from auditor.rendering import FORMATS, View
from auditor.scorecard import Failure, ReportCard, Scorecard
from auditor.statistics import statistics_of
from auditor.submission import Arrival, Awaited, Status, Submission, Unlisted

OLD = replace(report("报告/旧.docx"), unit="青禾县司法局", year=2022)
STRAY = replace(report("报告/外.docx"), unit="青禾县卫健局")
REPORTS = (report(), OLD, STRAY)


def arrival(card: ReportCard, status: Status = "counted") -> Arrival:
    return Arrival(card.path, card.unit, card.year, status)


LATE = arrival(OLD, "other_year")
SUBMISSION = Submission(
    2023,
    (LATE,),
    (
        Awaited("青禾县卫生健康局"),
        Awaited("稷川县政府", (arrival(REPORTS[0]),)),
        Awaited("青禾县司法局", (LATE,)),
        Awaited("青禾县水利局", (Arrival("讲话.txt", "青禾县水利局", None, "no_annual_report"),)),
    ),
    (Unlisted(arrival(STRAY), ("青禾县卫生健康局",)), Unlisted(Arrival("b\x1b.txt", "", 2021, "other_year"))),
    failures=1,
)
SCORECARD = Scorecard("规则", "1.0", REPORTS, (Failure("坏.pdf", "文件已损坏。", "unreadable"),), ("一般",), SUBMISSION)
ANNEX = Annex(statistics_of(REPORTS, SCORECARD.grades, 2023), sources=(None, None, None))


def rendered(name: str, view: View | None = None, scorecard: Scorecard = SCORECARD) -> str:
    return str(FORMATS[name].render(scorecard, view or View(), ANNEX))


@pytest.mark.parametrize(
    ("file", "view"), [("submission_80.txt", View(80, is_terminal=True)), ("submission_piped.txt", View())]
)
def test_terminal_tells_it_at_the_end(file: str, view: View) -> None:
    content = rendered("terminal", view)
    check(file, content[content.index("汇总（") :])


def test_markdown() -> None:
    content = rendered("markdown")
    check("submission.md", content[content.index("## 不排名") : content.index("## 分类统计")])


def test_page() -> None:
    content = rendered("html")
    check(
        "submission.html", content[content.index('<section id="submission">') : content.index('<section id="matrix">')]
    )
    assert '<a href="#submission">' in content


def test_page_of_one_report_shows_it_too() -> None:
    one = replace(SCORECARD, reports=REPORTS[:1], failures=())
    content = str(FORMATS["html"].render(one, View(), Annex(statistics_of(one.reports, (), 2023), sources=(None,))))
    assert "名单共4个单位，已报送1个，未报送3个；名单外2份" in content


def test_workbook_has_a_sheet_of_it() -> None:
    content = FORMATS["xlsx"].render(SCORECARD, View(), ANNEX)
    assert isinstance(content, bytes)
    rows = openpyxl.load_workbook(BytesIO(content))["报送情况"].values
    check("submission_workbook.txt", "".join("\t".join(str(cell or "") for cell in row) + "\n" for row in rows))


def test_json_has_a_key_of_it_only_when_asked() -> None:
    content = rendered("json")
    check("submission.json", content[content.index('"submission"') :])
    assert '"submission"' not in rendered("json", scorecard=replace(SCORECARD, submission=Submission()))
