"""Formats that go to files and folders, annotated drafts, comparisons, watching."""

import json
import os
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from cli_running import Run

from auditor.batch import audit_paths
from auditor.catalogue import load_catalogue
from auditor.cli.papers import deliver
from auditor.cli.watching import watch
from auditor.judging import Auditor
from auditor.reading import DEFAULT
from auditor.rendering import View
from auditor.scorecard import ReportCard, Scorecard


@pytest.fixture
def draft(tmp_path: Path, report: Path) -> Path:
    document = docx.Document()
    for line in report.read_text("utf-8").splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "草稿.docx"))
    return tmp_path / "草稿.docx"


@pytest.mark.parametrize("name", ["xlsx", "html", "letter", "markdown", "sarif", "junit"])
def test_a_format_to_a_file(run: Run, report: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / f"结果.{name}"
    done = run("check", report, "--format", name, "--output", output)
    assert (done.status, done.out) == (0, "")
    content = output.read_bytes()
    assert content.startswith(b"PK" if name in ("xlsx", "letter") else (b"<", b"#", b"{", b"\n"))


def test_the_page_carries_the_text_with_the_passages_marked(run: Run, report: Path) -> None:
    page = run("check", report, "--format", "html").out
    assert 'id="e0-0"' in page
    assert "纵深推进“放管服”改革" in page


def test_letters_go_to_a_folder(run: Run, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "整改函"
    done = run("check", report.parent, "--format", "letter", "--output", folder)
    assert "已写入7个文件" in done.err
    assert (folder / "001_稷川县人民政府_整改建议函.docx").exists()
    again = {each.name: each.read_bytes() for each in folder.iterdir()}
    run("check", report.parent, "--format", "letter", "--output", folder)
    assert again == {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_letter_that_was_filled_in_is_kept(run: Run, report: Path, tmp_path: Path) -> None:
    for output in (tmp_path / "函", tmp_path / "函.docx"):
        into = ("check", report, "--format", "letter", "--output", output)
        run(*into)
        letter = next(output.iterdir()) if output.is_dir() else output
        document = docx.Document(str(letter))
        document.add_paragraph("某某函〔2024〕1号")
        document.save(str(letter))
        filled = letter.read_bytes()
        assert "改动过" in run(*into).err
        assert letter.read_bytes() == filled
        assert letter.with_stem(f"{letter.stem}_2").exists()
        assert "另有以前写的" not in run(*into).err
        assert not letter.with_stem(f"{letter.stem}_3").exists()


@pytest.mark.parametrize("name", ["html", "letter"])
def test_own_papers_are_not_audited_as_reports(run: Run, report: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / ("结果.html" if name == "html" else "函.docx")
    run("check", report, "--format", name, "--output", output)
    done = run("check", tmp_path)
    assert done.status == 3
    assert "这是本程序生成的审核结果" in done.err


def test_many_letters_need_a_folder(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("check", report.parent, "--format", "letter", "--output", tmp_path / "a.docx")
    assert done.status == 2
    assert "文件夹" in done.err


def test_other_formats_refuse_a_folder(run: Run, report: Path, tmp_path: Path) -> None:
    done = run("check", report, "--format", "xlsx", "--output", tmp_path)
    assert done.status == 2
    assert "是文件夹，请写上文件名" in done.err


def test_standard_input_has_a_page_without_its_text(run: Run, report: Path) -> None:
    done = run("check", "-", "--format", "html", stdin=report.read_bytes())
    assert done.status == 0
    assert "未附全文" in done.out


def test_annotate(run: Run, draft: Path) -> None:
    before = draft.read_bytes()
    output = draft.with_name("批注.docx")
    done = run("annotate", draft, "--output", output)
    assert (done.status, done.out) == (0, "")
    assert "加了批注" in done.err
    assert draft.read_bytes() == before
    texts = [[each.text for each in docx.Document(str(file)).paragraphs] for file in (draft, output)]
    assert texts[0] == texts[1]
    fewer = len(list(docx.Document(str(output)).comments))
    assert run("annotate", draft, "--output", output, "--verbose").status == 0
    assert len(list(docx.Document(str(output)).comments)) > fewer > 1


def test_annotate_takes_word_files_only_and_never_overwrites_them(run: Run, draft: Path, report: Path) -> None:
    assert run("annotate", report, "--output", draft.with_name("b.docx")).status == 2
    assert run("annotate", draft, "--output", draft).status == 2
    assert run("annotate", draft, "--output", draft.with_name("b.docx"), "--max", "字数=100").status == 3
    broken = draft.with_name("坏.docx")
    broken.write_bytes(b"PK")
    assert run("annotate", broken, "--output", draft.with_name("b.docx")).status == 3


def test_compare(run: Run, report: Path, tmp_path: Path) -> None:
    last = tmp_path / "去年.txt"
    last.write_text(report.read_text("utf-8").replace("2023", "2022"), "utf-8")
    assert "沿用上年的文字" in run("compare", last, report).out
    data = json.loads(run("compare", last, report, "--format", "json").out)
    assert data["carried_share"] > 0.5
    output = tmp_path / "对照.html"
    assert run("compare", last, report, "--format", "html", "--output", output).status == 0
    assert output.read_text("utf-8").count("Content-Security-Policy") == 1
    assert run("compare", last, tmp_path / "没有.txt").status == 3
    assert run("compare", last, report, "--format", "xlsx").status == 2


def test_watching_runs_again_after_a_save_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    file = tmp_path / "草稿.txt"
    file.write_text("一", "utf-8")
    runs: list[str] = []
    pauses = 0

    def pause(seconds: float) -> None:
        nonlocal pauses
        pauses += 1
        if pauses == 2:
            file.unlink()  # as a program does that saves under another name first
        if pauses == 4:
            file.write_text("二二", "utf-8")
            os.utime(file, (1, 1))
        if pauses == 9:
            raise KeyboardInterrupt

    def once() -> int:
        runs.append(file.read_text("utf-8"))
        return len(runs)

    assert watch([str(file)], once, pause=pause) == 2
    assert runs == ["一", "二二"]


def test_watching_notices_a_save_made_during_the_first_run_but_not_its_own_output(tmp_path: Path) -> None:
    file, output = tmp_path / "草稿.txt", tmp_path / "结果.html"
    file.write_text("一", "utf-8")
    runs: list[str] = []

    def once() -> int:
        runs.append(file.read_text("utf-8"))
        output.write_text("页" * len(runs), "utf-8")
        if len(runs) == 1:
            file.write_text("二二", "utf-8")
        return 0

    pauses = iter(range(6))

    def pause(seconds: float) -> None:
        if next(pauses, None) is None:
            raise KeyboardInterrupt

    watch([str(tmp_path)], once, output, pause=pause)
    assert runs == ["一", "二二"]


def test_papers_read_reports_again_within_the_bounds_chosen(report: Path, tmp_path: Path) -> None:
    (card,) = audit_paths([str(report)], Auditor(load_catalogue()))
    assert isinstance(card, ReportCard)
    output = tmp_path / "结果.html"
    for limits, is_there in ((DEFAULT, True), (replace(DEFAULT, characters=100), False)):
        deliver("html", Scorecard("", "", (card,), ()), View(), output, limits)
        assert ("未附全文" not in output.read_text("utf-8")) == is_there


def test_a_folder_of_pages_cannot_take_the_place_of_a_file(run: Run, report: Path, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    output.write_text("原有内容", "utf-8")
    done = run("check", report, "--format", "html", "--output", output)
    assert (done.status, output.read_text("utf-8")) == (2, "原有内容")
    assert "已有的文件，不能当文件夹用" in done.err


def test_standard_input_cannot_be_watched(run: Run) -> None:
    done = run("check", "-", "--watch")
    assert done.status == 2
    assert "--watch" in done.err


def test_a_comparison_without_end_is_given_up(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.compare.SECONDS", 0.2)
    monkeypatch.setattr("auditor.comparing.compare", lambda *_: time.sleep(10))
    done = run("compare", report, report)
    assert (done.status, done.out) == (3, "")
    assert "已中止" in done.err


def test_an_annotation_without_end_is_given_up(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.annotate.SECONDS", 1.5)  # more than the audit before it takes
    monkeypatch.setattr("auditor.annotating.annotate", lambda *_, **__: time.sleep(10))
    done = run("annotate", draft, "--output", draft.with_name("批注.docx"))
    assert (done.status, done.out) == (3, "")
    assert "已中止" in done.err


def test_an_internal_fault_is_told_in_a_line(run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.judging.Auditor.audit", lambda *_: 1 // 0)
    for command in (["annotate", draft, "--output", draft.with_name("批注.docx")], ["compare", draft, draft]):
        done = run(*command)
        assert done.status == 3
        assert "程序内部出错" in done.err
