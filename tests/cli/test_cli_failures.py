"""Every kind of bad input: a clear line, an entry in `failures`, exit status 3, the others still audited."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_running import Run


def a_broken_docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document")
    return buffer.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BAD = {
    "空.txt": (b"", "empty"),
    "加密.docx": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "旧版.doc": (OLE + bytes(600), "unreadable"),
    "损坏.docx": (a_broken_docx(), "unreadable"),
    "半截.docx": (a_broken_docx()[:60], "unreadable"),
    "半截.pdf": (b"%PDF-1.7\n%\xe2\xe3", "unreadable"),
    "图片.png": (b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported"),
    "压缩.rar": (b"Rar!\x1a\x07\x00" + bytes(50), "unsupported"),
    "程序.txt": (bytes(range(256)) * 20, "unsupported"),
}


def a_broken_link(folder: Path) -> Path:
    (folder / "链接.txt").symlink_to(folder / "不在.txt")
    return folder / "链接.txt"


PLACES: dict[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / "不在.txt",
    "broken link": a_broken_link,
    "empty folder": lambda folder: folder,
    "name too long": lambda folder: folder / ("长" * 300),
}


def check_failed(run: Run, report: Path, bad: Path, kind: str | None = None) -> None:
    other = report.with_name("report_02.txt")
    done = run("check", report, bad, other, "--format", "json")
    data = json.loads(done.out)
    assert done.status == 3
    assert [each["path"] for each in data["reports"]] == [str(report), str(other)]
    (failure,) = data["failures"]
    assert failure["path"] == str(bad)
    assert kind is None or failure["kind"] == kind
    assert done.err == f"{bad}：{failure['error']}\n"
    assert any("一" <= character <= "龥" for character in failure["error"])


@pytest.mark.parametrize("name", BAD)
def test_bad_content(run: Run, report: Path, tmp_path: Path, name: str) -> None:
    content, kind = BAD[name]
    (tmp_path / name).write_bytes(content)
    check_failed(run, report, tmp_path / name, kind)


@pytest.mark.parametrize("place", PLACES)
def test_bad_place(run: Run, report: Path, tmp_path: Path, place: str) -> None:
    check_failed(run, report, PLACES[place](tmp_path))


def test_a_folder_without_permission(run: Run, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    check_failed(run, report, tmp_path, "unreadable")


def test_a_failure_is_in_the_plain_scorecard_too(run: Run, report: Path) -> None:
    done = run("check", report, "不在.txt")
    assert "未能审核的文件\n  不在.txt：找不到这个文件" in done.out
    assert done.err.startswith("不在.txt：找不到这个文件")


def test_a_hostile_file_name_is_cleaned(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2Jb.txt").touch()
    done = run("check", tmp_path)
    assert done.status == 3
    assert "\x1b" not in done.out + done.err
    assert "a\\x1b[2Jb.txt" in done.err
