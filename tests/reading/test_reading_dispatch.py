import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.reading import Limits, ReadingError, find_files, read, read_bytes
from auditor.scorecard import Failure

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "path", "kind", "words"),
    [
        (OLE + b"\0" * 600, "a.xls", "unsupported", "另存为 .docx"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "unreadable", "LibreOffice"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted", "密码"),
        (b"{\\rtf1 x}", "a.rtf", "unsupported", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "unsupported", "图片"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.jpg", "unsupported", "图片"),
        (b"Rar!\x1a\x07\x00", "a.rar", "unsupported", "压缩包"),
        ("正文".encode(), "a.docx", "unreadable", "不是Word文件"),
        ("正文".encode(), "a.PDF", "unreadable", "不是PDF文件"),
        (b"PK\x03\x04 cut off", "a.docx", "unreadable", "已损坏"),
        (b"%PDF-1.7 cut off", "a.pdf", "unreadable", "已损坏"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a.mht", "unsupported", "MHT"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, path: str, kind: str, words: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, path)
    assert caught.value.kind == kind
    assert words in caught.value.message


def test_content_goes_before_the_suffix() -> None:
    page = "<!DOCTYPE html><html><body><p>本镇推进依法行政。</p></body></html>"
    assert read_bytes(page.encode(), "a.txt").format == "html"
    assert read_bytes(page.encode("utf-16"), "a.doc").format == "html"
    assert read_bytes("本镇推进依法行政。".encode(), "-").format == "text"


def test_an_error_of_a_reader_never_gets_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for error, kind in (
        (KeyError("x"), "unreadable"),
        (RecursionError(), "unreadable"),
        (MemoryError(), "too_large"),
    ):

        def fail(*_: object, error: BaseException = error) -> None:
            raise error

        monkeypatch.setattr("auditor.reading.text.read", fail)
        with pytest.raises(ReadingError) as caught:
            read_bytes(b"x", "a.txt")
        assert caught.value.kind == kind
        assert "Traceback" not in caught.value.message


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone")
    for path in ("gone.txt", "broken.txt", "", "a\0b", "x" * 5000):
        with pytest.raises(ReadingError) as caught:
            read(str(tmp_path / path))
        assert caught.value.kind == "unreadable"
    with pytest.raises(ReadingError):
        read("/dev/zero")
    (tmp_path / "big.txt").write_bytes(b"x" * 100)
    with pytest.raises(ReadingError) as caught:
        read(str(tmp_path / "big.txt"), limits=Limits(file_bytes=99))
    assert caught.value.kind == "too_large"


def test_reading_text_loads_no_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("正文", encoding="utf-8")
    code = (
        "import sys; from auditor.reading import read; read(sys.argv[1]);"
        "sys.exit(sum(name.split('.')[0] in ('lxml', 'docx', 'pypdfium2') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], check=False).returncode == 0


def test_folders_are_expanded_in_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.docx",
        "a/b.HTML",
        ".hidden.txt",
        ".git/x.txt",
        "a/~$c.docx",
        "a/d.xlsx",
        "a/d.doc",
        "z.pdf",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    root = str(tmp_path)
    inside = [f"{root}/a/b.HTML", f"{root}/a/c.docx", f"{root}/a/d.doc", f"{root}/b.txt", f"{root}/z.pdf"]
    assert find_files([root]) == inside
    assert find_files([f"{root}/a/d.xlsx", "-", root]) == [f"{root}/a/d.xlsx", "-", *inside]
    assert find_files([]) == []


def test_only_the_folder_saved_with_a_page_is_passed_over(tmp_path: Path) -> None:
    for name in ("页面.htm", "页面_files/frame.html", "2023_files/a.txt", "2024.files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    expected = ["2023_files/a.txt", "2024.files/b.txt", "页面.htm"]
    assert find_files([str(tmp_path)]) == [f"{tmp_path}/{name}" for name in expected]


def test_links_out_of_the_folder_are_named_and_not_followed(tmp_path: Path) -> None:
    for name in ("elsewhere/secret.txt", "sent/a.txt", "sent/own/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(b"x")
    sent = tmp_path / "sent"
    (sent / "folder").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (sent / "file.txt").symlink_to(tmp_path / "elsewhere" / "secret.txt")
    (sent / "up").symlink_to("..", target_is_directory=True)
    (sent / "inside.txt").symlink_to(sent / "own" / "b.txt")
    found = find_files([str(sent)])
    refused = [item for item in found if isinstance(item, Failure)]
    assert {item.path for item in refused} == {f"{sent}/folder", f"{sent}/file.txt", f"{sent}/up"}
    assert all("文件夹外面的链接" in item.error for item in refused)
    assert [item for item in found if item not in refused] == [
        f"{sent}/a.txt",
        f"{sent}/inside.txt",
        f"{sent}/own/b.txt",
    ]
    (tmp_path / "mine").symlink_to(sent, target_is_directory=True)
    assert f"{tmp_path}/mine/a.txt" in find_files([str(tmp_path / "mine")])


def test_failures_of_search(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "old.rtf").write_bytes(b"x")
    (tmp_path / "void").mkdir()
    found = find_files(
        [str(tmp_path), str(tmp_path / "gone"), str(tmp_path / "void"), "a\0b", str(tmp_path / "old.rtf")]
    )
    kinds = [item.kind if isinstance(item, Failure) else item for item in found]
    assert kinds == [
        "unreadable",
        "unsupported",
        "unreadable",
        "empty",
        "unreadable",
        str(tmp_path / "old.rtf"),
    ]
    first = found[0]
    assert isinstance(first, Failure)
    assert "失效的链接" in first.error


def test_a_closed_folder_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_bytes(b"x")
    listed = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("closed"):
            raise PermissionError(path)
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)
    first, second = find_files([str(tmp_path)])
    assert first == str(tmp_path / "a.txt")
    assert isinstance(second, Failure)
    assert "权限" in second.error


def test_many_comments_before_a_page_cost_nothing() -> None:
    with pytest.raises(ReadingError):
        read_bytes(b"<!---->" * 1000, "a.html")


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_bytes(b"x")
    assert find_files([str(tmp_path)]) == [f"{tmp_path}/a.txt"]
