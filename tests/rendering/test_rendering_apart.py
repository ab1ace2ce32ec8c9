"""What is set apart is named in every overview, and stands in no ranking."""

from dataclasses import replace
from io import BytesIO

import openpyxl
from rendering_samples import report

from auditor.annex import Annex
from auditor.rendering import FORMATS, View
from auditor.scorecard import Finding, Scorecard
from auditor.statistics import statistics_of

SPEECH = replace(
    report("讲话.txt"), unit="青禾县人民政府", score=99.0, findings=(Finding("genre", "warning", "文本像是讲话。"),)
)
AGAIN = replace(report("又一份.docx"), score=50.0)
SCORECARD = Scorecard("规则", "1.0", (SPEECH, report(), AGAIN), (), ("一般",))
ANNEX = Annex(statistics_of(SCORECARD.reports, SCORECARD.grades), sources=(None, None, None))


def rendered(name: str, view: View | None = None) -> str:
    return str(FORMATS[name].render(SCORECARD, view or View(), ANNEX))


def test_one_line_for_each_says_so() -> None:
    first, second, _ = rendered("terminal", View(detail="quiet")).splitlines()
    assert "不排名" in first
    assert "不排名" not in second


def test_summary_of_the_terminal_has_a_list_of_its_own() -> None:
    for view in (View(), View(width=120, is_terminal=True)):
        summary = rendered("terminal", view).split("汇总（2份，按得分排列）")[1]
        ranked, apart = summary.split("不排名（1份")
        assert "稷川县.txt" in ranked
        assert "讲话.txt" in apart


def test_markdown_ranks_the_others_and_names_it_apart() -> None:
    ranking, apart = rendered("markdown").split("## 分类统计")[0].split("## 不排名、不计入统计的文件")
    assert "稷川县人民政府" in ranking
    assert "青禾县" not in ranking
    assert "讲话.txt" in apart
    assert "又一份.docx | 稷川县人民政府 | 2023 | 同一单位同一年度有多份文件，只计“报告/稷川县.txt”" in apart


def test_page_and_workbook_name_it_apart_too() -> None:
    assert "讲话.txt" in rendered("html").split('id="apart"')[1].split("</section>")[0]
    content = FORMATS["xlsx"].render(SCORECARD, View(), ANNEX)
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(BytesIO(content))
    assert any("讲话.txt：" in str(row[0]) for row in book["总览"].values)
    assert [row[0] for row in book["评分矩阵"].values][3:] == [1, "不排名", "不排名"]
