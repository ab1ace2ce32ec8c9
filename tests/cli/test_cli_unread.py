"""A report with a part that could not be read: what was not found is neither missing nor passed."""

import json
from pathlib import Path

import pytest
from cli_running import Run
from reading_samples import Pdf

from auditor.reading import read_bytes

TITLE = "稷川县人民政府关于2023年度法治政府建设情况的报告"
COURT = "全年行政机关负责人出庭应诉12件，出庭率100%。"
PART = "第2页是图片，没有文字，未能审核"


@pytest.fixture
def half_scanned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("auditor.reading.recognition.is_available", lambda: False)
    file = tmp_path / "半扫描.pdf"
    file.write_bytes(
        Pdf().page((57, 700, TITLE), (57, 660, "一、主要举措"), (57, 620, COURT)).page(picture=True).bytes()
    )
    return file


def test_what_may_stand_in_the_part_is_not_judged(run: Run, half_scanned: Path) -> None:
    report = json.loads(run("check", half_scanned, "--format", "json", "--max", "识别页数=1").out)["reports"][0]
    verdicts = {each["id"]: each["verdict"] for each in report["elements"]}
    assert verdicts.pop("court_appearance") == "met"
    assert set(verdicts.values()) == {"unread"}
    assert "absent" not in {each["verdict"] for each in report["blocks"]}
    assert (report["score"], report["grade"]) == (100.0, "未能判断")
    assert [each["message"].split("。")[0] for each in report["findings"] if each["id"] == "unread_part"] == [PART]


@pytest.mark.parametrize("element", ["legal_counsel", "causes"])
def test_the_grounds_name_the_part(run: Run, half_scanned: Path, element: str) -> None:
    assert f"不成立：全部内容都已读取（{PART}）" in run("explain", half_scanned, "--element", element).out


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--quiet",),
        *(("--format", name) for name in ("json", "jsonl", "html", "markdown", "sarif", "junit")),
    ],
)
def test_every_output_says_so_and_none_accuses(run: Run, half_scanned: Path, options: tuple[str, ...]) -> None:
    shown = run("check", half_scanned, *options).out
    assert PART in shown
    assert not any(word in shown for word in (">缺失<", "缺失：", "缺失  ", "缺失　", "补写", '"missing"', '"absent"'))


def test_the_letter_asks_for_a_copy_that_can_be_read(run: Run, half_scanned: Path, tmp_path: Path) -> None:
    run("check", half_scanned, "--format", "letter", "--output", tmp_path / "函.docx")
    letter = _text_of(tmp_path / "函.docx")
    assert PART in letter
    assert "请提供能够读取全部内容的文件" in letter
    assert not any(words in letter for words in ("【缺失】", "报告未写", "全文未见", "通读全文"))


def test_it_does_not_pass_a_bar(run: Run, half_scanned: Path) -> None:
    for name in ("terminal", "jsonl"):
        assert run("check", half_scanned, "--format", name, "--fail-under", "60").status == 1
        assert run("check", half_scanned, "--format", name).status == 0


def test_statistics_leave_it_out(run: Run, half_scanned: Path, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "青禾县.txt"
    other.write_text(report.read_text("utf-8").replace("稷川县", "青禾县"), "utf-8")
    shown = run("check", half_scanned, other, "--format", "markdown").out
    counsel = shown.split("## 分类统计")[1].split("\n\n")[1]
    assert "100%" not in counsel
    ranking = shown.split("## 分类统计")[0].splitlines()
    assert ranking[-3].startswith("| 1 | 青禾县人民政府 | 县级政府 | 2023 | 64.0 | 一般")
    assert ranking[-2].startswith("| 2 | 稷川县人民政府 | 县级政府 | 2023 | 100.0 | 未能判断")
    assert "| 全部报告 | 2 | 64.0 |" in shown


def test_a_clause_that_cannot_be_decoded_is_such_a_part(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(f"{TITLE}\n{COURT}\n".encode() * 3 + b"\xff" * 30 + COURT.encode())
    assert "有30处字节无法识别" in read_bytes(file.read_bytes(), "a.txt").unread[0]
    report = json.loads(run("check", file, "--format", "json").out)["reports"][0]
    assert {each["verdict"] for each in report["elements"]} == {"met", "unread"}


def test_a_number_that_is_passed_over_may_stand_there(run: Run, tmp_path: Path) -> None:
    whole, holed = tmp_path / "a.txt", tmp_path / "b.txt"
    lines = [TITLE, "一、主要举措和成效", COURT, "三、下一年度安排", "将继续做好行政应诉工作。" * 9]
    whole.write_text("\n".join(lines), "utf-8")
    holed.write_bytes("\n".join(lines[:3]).encode() + b"\n" + b"\xff" * 12 + b"\n" + "\n".join(lines[3:]).encode())
    told = json.loads(run("check", whole, holed, "--format", "json").out)["reports"]
    assert ["numbering" in {each["id"] for each in report["findings"]} for report in told] == [True, False]


def _text_of(file: Path) -> str:
    import docx

    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])
