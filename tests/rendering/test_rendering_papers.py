"""The papers as they were last looked at, and what each of them promises."""

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from golden import check
from papers_samples import ANNEX, ONE, ONE_ANNEX
from rendering_samples import SCORECARD

from auditor.rendering import FORMATS, View
from auditor.rendering.formats import FolderNeededError
from auditor.rendering.instruments import CONTENTS_OF_REPORTS
from auditor.rendering.letter import files, render
from auditor.rendering.sarif import uri
from auditor.rendering.wording import place_in_full
from auditor.scorecard import Scorecard


def rendered(name: str, scorecard: Scorecard = SCORECARD) -> Any:
    return FORMATS[name].render(scorecard, View(), ANNEX if scorecard is SCORECARD else ONE_ANNEX)


@pytest.mark.parametrize(
    ("name", "file"),
    [("markdown", "papers.md"), ("sarif", "papers.sarif"), ("junit", "papers.junit.xml"), ("html", "papers.html")],
)
def test_text_formats(name: str, file: str) -> None:
    check(file, rendered(name))


def test_page_of_one_report() -> None:
    check("papers_report.html", rendered("html", ONE))


def test_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(rendered("xlsx")))
    lines = []
    for sheet in book:
        lines.append(f"== {sheet.title}")
        lines += ["\t".join("" if cell is None else str(cell) for cell in row) for row in sheet.values]
    check("papers_workbook.txt", "\n".join(lines) + "\n")


def test_workbook_can_be_filtered_scrolled_and_printed() -> None:
    book = openpyxl.load_workbook(BytesIO(rendered("xlsx")))
    matrix = book["评分矩阵"]
    assert matrix.freeze_panes == "C4"
    assert matrix.auto_filter.ref == "A3:R5"
    assert matrix.print_title_rows == "$3:$3"
    assert matrix.page_setup.paperSize == 9
    assert matrix.page_setup.orientation == "landscape"
    assert matrix.sheet_properties.pageSetUpPr.fitToPage
    by_text = {cell.value: cell.fill.fgColor.rgb for row in matrix.iter_rows(min_row=4) for cell in row}
    assert len({by_text[name] for name in ("达标", "笼统", "仅提及", "缺失", "零报告", "不适用")}) == 6


def test_workbook_tells_files_of_one_unit_apart_and_has_numbers_as_numbers() -> None:
    book = openpyxl.load_workbook(BytesIO(rendered("xlsx")))
    for sheet, counted in (("评分矩阵", ("名次", "同级名次", "同级份数", "年度")), ("应补内容", ("年度",))):
        heads = [cell.value for cell in book[sheet][3]]
        last = dict(zip(heads, [cell.value for cell in list(book[sheet])[-1]], strict=True))
        assert last["文件"] == "报告/稷川县.txt"
        assert all(isinstance(last[name], int) for name in counted)


def letter_lines(data: bytes) -> list[str]:
    document = docx.Document(BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for row in document.tables[0].rows:
        lines.append(" | ".join(cell.text.replace("\n", " ⏎ ") for cell in row.cells))
    return lines


def test_letter() -> None:
    check("papers_letter.txt", "\n".join(letter_lines(rendered("letter", ONE))) + "\n")


def test_passages_of_a_finding_are_quoted_to_the_last_and_have_no_role() -> None:
    report = ONE.reports[0]
    finding = report.findings[0]
    three = [replace(finding.citations[0], text=f"率{number}%") for number in (1, 2, 3)]
    one = replace(ONE, reports=(replace(report, findings=(replace(finding, citations=tuple(three)),)),))
    (row,) = [line for line in letter_lines(rendered("letter", one)) if finding.message[:8] in line]
    assert [f"原文：“{each.text}”（{place_in_full(each)}）" in row for each in three] == [True, True, True]
    remark = rendered("html", one).partition(f"{finding.message}")[2]
    assert three[0].text in remark.partition("</section>")[0]
    assert 'class="role"' not in remark.partition(three[0].text)[0]


def test_letter_is_set_as_an_official_paper() -> None:
    document = docx.Document(BytesIO(rendered("letter", ONE)))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin, section.right_margin)
    assert [round(size.mm) for size in sizes if size is not None] == [210, 297, 37, 28, 26]
    fonts = {each.get(qn("w:eastAsia")) for each in document.element.body.iter(qn("w:rFonts"))}
    assert fonts == {"方正小标宋简体", "仿宋_GB2312", "黑体"}
    assert not list(document.element.body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:fldChar")))
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    table = next(part for part in document.part.package.iter_parts() if part.partname.endswith("fontTable.xml"))
    assert "宋体" in table.blob.decode().partition("方正小标宋简体")[2]


def test_each_report_has_its_letter() -> None:
    names = [name for name, _ in files(SCORECARD, View())]
    assert names == ["001_稷川县人民政府_整改建议函.docx", "002_无名docx_审核情况反馈函.docx"]
    with pytest.raises(FolderNeededError, match="--output"):
        render(SCORECARD, View())


def test_the_instrument_is_cited_as_the_rules_cite_it() -> None:
    from auditor.catalogue import load_catalogue

    rules = load_catalogue(None).instruments["inspection_rules"]
    assert f"《{rules.title}》（{rules.number}）第二十五条" == CONTENTS_OF_REPORTS
    assert {"第二十四条", "第二十五条", "第二十六条"} <= set(rules.articles)


@pytest.mark.parametrize("name", ["xlsx", "html", "letter", "markdown", "sarif", "junit"])
def test_same_input_same_bytes(name: str) -> None:
    assert rendered(name, ONE) == rendered(name, ONE)


@pytest.mark.parametrize("name", ["xlsx", "letter"])
def test_packed_files_bear_no_time(name: str) -> None:
    with zipfile.ZipFile(BytesIO(rendered(name, ONE))) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}


def test_a_folder_of_pages() -> None:
    pages = dict(FORMATS["html"].files(SCORECARD, View(), ANNEX))
    assert list(pages) == ["index.html", "001_稷川县人民政府.html", "002_无名docx.html"]
    assert 'href="001_稷川县人民政府.html#card-e1"' in str(pages["index.html"])
    assert "<template" not in str(pages["index.html"])


def test_sarif_has_the_shape_of_2_1_0() -> None:
    data = json.loads(rendered("sarif"))
    assert (data["version"], len(data["runs"])) == ("2.1.0", 1)
    run = data["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    text = ANNEX.sources[0].text if ANNEX.sources[0] else ""
    lines = text.split("\n")
    for result in run["results"]:
        assert result.keys() <= {
            "ruleId", "ruleIndex", "level", "message", "locations", "relatedLocations", "partialFingerprints",
        }  # fmt: skip
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        assert all(len(value) == 64 for value in result["partialFingerprints"].values())
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii() and not uri.startswith("file:")
            region = location["physicalLocation"].get("region")
            if region:
                start, length = region["charOffset"], region["charLength"]
                assert region["snippet"]["text"] == text[start : start + length]
                assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith(text[start])
                assert lines[region["endLine"] - 1][: region["endColumn"] - 1].endswith(text[start + length - 1])
    assert [result["ruleId"] for result in run["results"]] == [
        "legal_counsel", "major_decisions", "first_responsible", "block.causes", "finding.number",
    ]  # fmt: skip


def test_only_where_it_parts_folders_is_a_backslash_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    for separator, found in (("/", "a/b%5Cc.txt"), ("\\", "a/b/c.txt")):
        monkeypatch.setattr("auditor.rendering.sarif.os", SimpleNamespace(sep=separator))
        assert uri("a/b\\c.txt") == found


def test_junit_counts_agree() -> None:
    root = ET.fromstring(rendered("junit"))
    tags = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for count, tag in tags.items():
        assert int(root.get(count, "-1")) == len(list(root.iter(tag)))
        for suite in root:
            assert int(suite.get(count, "-1")) == len(list(suite.iter(tag)))
