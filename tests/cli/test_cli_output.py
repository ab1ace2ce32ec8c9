"""Where results go: never over a report, through links and pipes, into folders; and what is said when they cannot."""

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cli_running import Run

from auditor.cli.output import writing


@pytest.fixture
def draft(report: Path, tmp_path: Path) -> Path:
    (tmp_path / "稿").mkdir()
    (tmp_path / "稿" / "a.txt").write_bytes(report.read_bytes())
    return tmp_path / "稿" / "a.txt"


@pytest.mark.parametrize("format_name", ["terminal", "json", "jsonl", "html", "xlsx"])
def test_a_report_is_never_overwritten(run: Run, report: Path, draft: Path, format_name: str) -> None:
    link = draft.with_name("链接.txt")
    link.symlink_to(draft)
    for reports, output in (([draft], draft), ([draft.parent], draft), ([draft], link), ([link], draft)):
        done = run("check", *reports, "--format", format_name, "--output", output)
        assert done.status == 2
        assert "是要审核的文件" in done.err
    assert draft.read_bytes() == report.read_bytes()


def test_nor_by_a_comparison(run: Run, report: Path, draft: Path) -> None:
    for pair in ((draft, report), (report, draft)):
        assert run("compare", *pair, "--output", draft).status == 2
    assert draft.read_bytes() == report.read_bytes()


def test_a_result_of_an_earlier_run_may_be_replaced(run: Run, draft: Path) -> None:
    for _ in range(2):
        done = run("check", draft.parent, "--output", draft.with_name("结果.txt"))
    assert "稷川县人民政府" in draft.with_name("结果.txt").read_text("utf-8")
    assert done.status == 3  # it lies among the reports and is no report


@pytest.mark.parametrize("format_name", ["terminal", "jsonl"])
def test_a_link_stays_a_link(run: Run, draft: Path, tmp_path: Path, format_name: str) -> None:
    (tmp_path / "链接").symlink_to(tmp_path / "结果")
    run("check", draft, "--format", format_name, "--output", tmp_path / "链接")
    assert (tmp_path / "链接").is_symlink()
    assert (tmp_path / "结果").stat().st_size > 0


@pytest.mark.parametrize("format_name", ["terminal", "jsonl"])
def test_a_pipe_is_written_to(run: Run, draft: Path, tmp_path: Path, format_name: str) -> None:
    os.mkfifo(tmp_path / "管道")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "管道").read_bytes()))
    reader.start()
    run("check", draft, "--format", format_name, "--output", tmp_path / "管道")
    reader.join(10)
    assert (tmp_path / "管道").is_fifo()
    assert read[0].decode() == run("check", draft, "--format", format_name).out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("> /dev/full", "磁盘已满"),
        ("--format json > /dev/full", "磁盘已满"),
        ("--output /dev/full", "磁盘已满"),
        (">&-", "已经关闭"),
    ],
)
def test_a_result_that_cannot_be_written(draft: Path, rest: str, told: str) -> None:
    command = f"{sys.executable} -m auditor check {draft} {rest}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("rest", ["", "--format json", "--format jsonl"])
def test_a_notice_that_cannot_be_written_costs_no_result(draft: Path, rest: str) -> None:
    command = f"{sys.executable} -m auditor check {draft} /不在 {rest}"
    whole, lost = (
        subprocess.run(["bash", "-c", f"{command} 2> {errors}"], stdout=subprocess.PIPE, check=False)
        for errors in ("/dev/null", "/dev/full")
    )
    assert (lost.returncode, lost.stdout) == (3, whole.stdout)
    assert "稷川县人民政府" in lost.stdout.decode()


def test_nor_does_a_terminal_that_goes_away(report: Path) -> None:
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "auditor", "check", str(report.parent), "--format", "jsonl"]
    environment = {**os.environ, "TERM": "xterm"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=follower, env=environment)
    os.close(follower)
    os.read(leader, 1)  # the progress bar has begun
    os.close(leader)
    out, _ = process.communicate()
    assert (process.returncode, len(out.splitlines())) == (0, 7)


def test_what_fails_while_lines_are_written_is_no_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(BlockingIOError), writing(tmp_path / "结果.jsonl") as write:
        write("一行\n")
        raise BlockingIOError
    assert (tmp_path / "结果.jsonl.part").read_text("utf-8") == "一行\n"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_part_overwrites_nothing(run: Run, draft: Path, tmp_path: Path) -> None:
    (tmp_path / "结果.jsonl.part").write_text("笔记", "utf-8")
    run("check", draft, "--format", "jsonl", "--output", tmp_path / "结果.jsonl")
    with pytest.raises(KeyboardInterrupt), writing(tmp_path / "结果.jsonl") as write:
        write("一行\n")
        raise KeyboardInterrupt
    assert (tmp_path / "结果.jsonl.part").read_text("utf-8") == "笔记"
    assert (tmp_path / "结果.jsonl.part1").read_text("utf-8") == "一行\n"


@pytest.mark.parametrize("format_name", ["terminal", "jsonl"])
def test_a_name_may_be_as_long_as_the_system_allows(run: Run, draft: Path, tmp_path: Path, format_name: str) -> None:
    output = tmp_path / ("长" * 84 + "abc")
    assert run("check", draft, "--format", format_name, "--output", output).status == 0
    assert output.stat().st_size > 0


def test_what_is_kept_of_it_has_a_name_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), writing(tmp_path / ("长" * 85)) as write:
        write("一行\n")
        raise KeyboardInterrupt
    assert [each.name for each in tmp_path.iterdir()] == ["长" * 80 + ".part"]


def test_closed_standard_input_is_empty() -> None:
    done = subprocess.run(["bash", "-c", f"{sys.executable} -m auditor check - <&-"], capture_output=True, check=False)
    assert done.returncode == 3
    assert "文件是空的" in done.stderr.decode()


def test_a_folder_may_have_a_dot_in_its_name(run: Run, report: Path, tmp_path: Path) -> None:
    done = run(
        "check", report, report.with_name("report_02.txt"), "--format", "letter", "--output", f"{tmp_path}/函v1.0/"
    )
    assert (done.status, len(list((tmp_path / "函v1.0").iterdir()))) == (0, 2)


def test_what_needs_a_folder_is_refused_before_the_work(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.cli.check.auditing", None)
    done = run("check", report.parent, "--format", "letter", "--output", "函.docx")
    assert done.status == 2
    assert "文件夹" in done.err
    assert run("check", report, "--format", "json", "--output", "结果.v1/").status == 2


def test_no_letter_is_due_on_what_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 x")
    done = run("check", tmp_path / "坏.pdf", "--format", "letter", "--output", tmp_path / "函.docx")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith(f"{tmp_path / '坏.pdf'}：")
    assert "用法有误" not in done.err


def test_letters_of_an_earlier_run_are_told_of(run: Run, report: Path, tmp_path: Path) -> None:
    into = ("--format", "letter", "--output", tmp_path / "函")
    run("check", report, report.with_name("report_02.txt"), *into)
    done = run("check", report, *into)
    assert "另有以前写的1个文件" in done.err
    assert len(list((tmp_path / "函").iterdir())) == 2


@pytest.mark.parametrize(
    "command",
    [
        ("check", "{}"),
        ("check", "{}", "--quiet"),
        ("check", "{}", "--format", "markdown"),
        ("check", "{}", "--format", "json"),
        ("check", "{}", "--format", "jsonl"),
        ("check", "不在.txt"),
        ("compare", "{}", "{other}"),
        ("explain", "{}"),
        ("explain", "{}", "--element", "court_appearance"),
        ("explain", "{}", "--element", "causes"),
    ],
)
def test_own_texts_are_not_audited_as_reports(run: Run, report: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    other = report.with_name("report_02.txt")
    shown = run(*(each.format(report, other=other) for each in command)).out
    for name, content in (("a.md", shown), ("b.txt", shown.replace("\n", "\r\n"))):
        (tmp_path / name).write_bytes(content.encode())
        assert "这是本程序生成的审核结果" in run("check", tmp_path / name).err


def test_no_page_takes_the_place_of_a_report(
    run: Run, report: Path, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = draft.with_name("index.html")
    page.write_text(f"<html><body>{report.read_text('utf-8')}</body></html>", "utf-8")
    monkeypatch.setattr("auditor.cli.check.auditing", None)  # it is told before the work
    done = run("check", draft.parent, "--format", "html", "--output", draft.parent)
    assert done.status == 2
    assert f"“{page}”是要审核的文件，不能用来存结果，请另写一个文件夹" in done.err
    assert "稷川县" in page.read_text("utf-8")


def test_nor_one_that_is_named_after_its_unit(run: Run, report: Path, tmp_path: Path) -> None:
    page = tmp_path / "001_稷川县人民政府.html"
    text = "".join(f"<p>{line}</p>" for line in report.read_text("utf-8").splitlines())
    page.write_text(f"<html><body>{text}</body></html>", "utf-8")
    done = run("check", tmp_path, "--format", "html", "--output", tmp_path)
    assert done.status == 2
    assert f"“{page}”是要审核的文件" in done.err
    assert list(tmp_path.iterdir()) == [page]
    assert "<p>" in page.read_text("utf-8")


def test_a_report_in_the_folder_is_no_letter_of_an_earlier_run(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "007_报告.docx").write_bytes(b"PK")
    done = run("check", report, tmp_path, "--format", "letter", "--output", tmp_path)
    assert "已写入1个文件" in done.err
    assert "以前写的" not in done.err


def test_pages_of_an_earlier_run_may_be_replaced(run: Run, draft: Path) -> None:
    for _ in range(2):
        done = run("check", draft.parent, "--format", "html", "--output", draft.parent)
        assert "已写入2个文件" in done.err
