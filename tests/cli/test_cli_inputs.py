"""What is audited of the files and folders given, and what is said of the rest."""

from pathlib import Path

import docx
from cli_running import Run


def test_what_is_no_report_is_not_passed_over_in_silence(run: Run, report: Path, tmp_path: Path) -> None:
    text = report.read_bytes()
    document = docx.Document()
    document.add_paragraph(report.read_text("utf-8"))
    document.save(str(tmp_path / "无扩展名的Word"))
    for name, content in {
        "无扩展名": text,
        "清单.xlsx": b"x",
        "数据.csv": b"x",
        "Makefile": b"all:",
        "材料.rar": b"Rar!\x1a\x07\x00" + bytes(50),
        "扫描.jpg": b"\xff\xd8\xff" + bytes(50),
        "Thumbs.db": b"x",
        ".DS_Store": b"x",
        "~$a.docx": b"x",
        "desktop.ini": b"x",
        "页面.HTML": "<p>某县2023年法治政府建设年度报告</p>".encode(),
        "页面_files/logo.png": b"\x89PNG\r\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    done = run("check", tmp_path, "--quiet")
    assert done.status == 3
    assert done.out.count("无扩展名") == 2
    lines = done.err.splitlines()
    assert f"另有3个文件不是报告的格式，没有审核：{tmp_path}/Makefile、" in lines[0]
    assert sorted(line.split("：")[0] for line in lines[1:-1]) == [f"{tmp_path}/扫描.jpg", f"{tmp_path}/材料.rar"]


def test_a_file_given_twice_is_audited_once(run: Run, report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_bytes(report.read_bytes())
    link = draft.with_name("链接.txt")
    link.symlink_to(draft)
    done = run("check", draft, draft.parent, draft, "--quiet")
    assert len(done.out.splitlines()) == 1
    assert "只审核一次" in done.err
    assert done.status == 0


def test_too_little_memory_is_not_blamed_on_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    assert "已损坏" in run("check", tmp_path / "a.docx").err
    done = run("check", tmp_path / "a.docx", "--max", "读取内存=20")
    assert "可能是 --max 读取内存=20 太小" in done.err


def test_an_address_that_cannot_be_opened_is_told_before_the_work(run: Run) -> None:
    done = run("check", "nowhere://x", "--engine", "dask", "--scheduler", "tcp://unused", "--format", "letter")
    assert done.status == 2
    assert "打不开“nowhere://x”" in done.err


def test_standard_input_is_not_compared_with_itself(run: Run, report: Path) -> None:
    done = run("compare", "-", "-", stdin=report.read_bytes())
    assert (done.status, done.out) == (2, "")
    assert "标准输入只能读一次" in done.err
