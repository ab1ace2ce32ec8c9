"""The cache: what counts for a hit, what is ignored, who may read it."""

import errno
import os
import shutil
import stat
import zlib
from pathlib import Path

import pytest
from cli_running import Run

from auditor.batch import cache as caching
from auditor.batch import fingerprint
from auditor.batch.cache import Cache, clear, default_location, key_of, usage
from auditor.batch.record import LONGEST, Record
from auditor.catalogue import Catalogue, load_catalogue
from auditor.reading import Limits
from auditor.reading.recognition import is_available
from auditor.scorecard import ReportCard

CARD = ReportCard("甲.txt", "标题", "甲县人民政府", "county", 2023, 64.0, "一般", (), (), ())
KEY = key_of(b"text", "a.txt")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def cache(catalogue: Catalogue, tmp_path: Path) -> Cache:
    opened = Cache.open(catalogue, location=tmp_path / "cache")
    assert opened is not None
    return opened


def kept_file(cache: Cache) -> Path:
    (file,) = (file for file in cache.folder.rglob("*") if file.is_file())
    return file


def test_a_card_is_found_again_whatever_its_path(cache: Cache) -> None:
    assert cache.get(KEY) is None
    cache.put(KEY, Record.pack(CARD))
    record = cache.get(KEY)
    assert record is not None
    assert record.card("乙.txt").path == "乙.txt"
    assert record.card("甲.txt") == CARD


def test_content_and_suffix_make_the_key() -> None:
    assert key_of(b"a", "x/甲.TXT") == key_of(b"a", "乙.txt")
    assert len({key_of(b"a", "a.txt"), key_of(b"b", "a.txt"), key_of(b"a", "a.pdf")}) == 3


def test_another_catalogue_program_or_way_of_reading_finds_nothing(
    catalogue: Catalogue, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(KEY, Record.pack(CARD))
    place = tmp_path / "cache"
    heavier = catalogue.elements[0].model_copy(update={"weight": 99})
    other = catalogue.model_copy(update={"elements": [heavier, *catalogue.elements[1:]]})
    opened = Cache.open(other, location=place)
    assert opened is not None
    assert opened.get(KEY) is None
    moved = Cache.open(
        catalogue.model_copy(update={"folder": "elsewhere", "profiles": ["a.yaml"], "own": ["b"]}), location=place
    )
    assert moved == cache
    wider = Cache.open(catalogue, Limits(pages=3000), place)
    assert wider is not None
    assert wider.get(KEY) is None
    monkeypatch.setattr(caching, "is_available", lambda: not is_available())
    otherwise_read = Cache.open(catalogue, location=place)
    assert otherwise_read is not None
    assert otherwise_read.get(KEY) is None
    monkeypatch.undo()
    monkeypatch.setattr(caching, "of_program", lambda: "another")
    newer = Cache.open(catalogue, location=place)
    assert newer is not None
    assert newer.get(KEY) is None


def test_a_changed_source_file_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    seen = set()
    for content in ("a = 1", "a = 2"):
        (tmp_path / "a.py").write_text(content)
        fingerprint.of_program.cache_clear()
        seen.add(fingerprint.of_program())
    fingerprint.of_program.cache_clear()
    assert len(seen) == 2


def test_another_version_of_a_library_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint.of_program.cache_clear()
    before = fingerprint.of_program()
    monkeypatch.setattr("importlib.metadata.version", lambda _: "0.0")
    fingerprint.of_program.cache_clear()
    assert fingerprint.of_program() != before
    fingerprint.of_program.cache_clear()


@pytest.mark.parametrize("content", [b"", b"short", bytes(100)])
def test_damaged_entries_are_ignored_and_replaced(cache: Cache, content: bytes) -> None:
    cache.put(KEY, Record.pack(CARD))
    kept_file(cache).write_bytes(content)
    assert cache.get(KEY) is None
    cache.put(KEY, Record.pack(CARD))
    assert cache.get(KEY) is not None


LINE = b'{"path":"","title":""}'
ENDLESS = b"[" * 100_000


WRONG_LINES = [
    b"[]",
    LINE[:-1],
    LINE + b"\n",
    '{"path":"","title":"\u202e"}'.encode(),
    b'{"path":"","title":"\xff"}',
    b'{"path":"","title":' + ENDLESS,
    LINE + b" " * LONGEST,
]


@pytest.mark.parametrize("line", [b"no zlib", zlib.compress(LINE)[:-4], *map(zlib.compress, WRONG_LINES)])
def test_a_line_with_a_right_check_sum_and_wrong_content_is_not_there(cache: Cache, line: bytes) -> None:
    for content in (zlib.compress(LINE), line):
        cache.put(KEY, Record(content, b""))
        assert (cache.get(KEY, whole=False) is None) == (content == line)


@pytest.mark.parametrize("card", [b"", b"[]", b"{}", b'{"report":1}', b'{"failure":{}}', ENDLESS, b" " * LONGEST])
def test_nor_is_such_a_card_when_it_is_asked_for(cache: Cache, card: bytes) -> None:
    cache.put(KEY, Record(zlib.compress(LINE), zlib.compress(card)))
    assert cache.get(KEY, whole=False) is not None
    assert cache.get(KEY) is None


def test_a_forged_record_is_audited_again(
    run: Run, report: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(cache.folder.parent))
    for format_name in ("json", "markdown"):
        command = ("check", report, "--workers", "1", "--format", format_name)
        once = run(*command)
        kept_file(cache).write_bytes(Record(b"xx", b"yy").to_bytes())
        assert run(*command) == once


def test_only_the_user_may_read_it(cache: Cache) -> None:
    cache.put(KEY, Record.pack(CARD))
    file = kept_file(cache)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


def test_a_write_that_fails_leaves_nothing_half_done(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    cache.put(KEY, Record.pack(CARD))
    assert [file for file in cache.folder.rglob("*") if file.is_file()] == []


def test_where_no_folder_can_be_made_there_is_no_cache(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert Cache.open(catalogue, location=tmp_path / "file" / "cache") is None


def test_old_generations_are_forgotten(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    for number in range(caching.GENERATIONS_KEPT + 2):
        monkeypatch.setattr(caching, "of_program", lambda number=number: f"program {number}")
        cache = Cache.open(catalogue, location=tmp_path)
        assert cache is not None
        os.utime(cache.folder, (number, number))
        opened.append(cache.folder)
    assert [folder.is_dir() for folder in opened] == [False, False, *[True] * caching.GENERATIONS_KEPT]


def test_clearing_removes_cards_and_nothing_else(cache: Cache, tmp_path: Path) -> None:
    cache.put(KEY, Record.pack(CARD))
    place = tmp_path / "cache"
    (place / "我的文件.txt").write_text("留下")
    assert usage(place)[0] == 1
    assert clear(place) == 1
    assert usage(place) == (0, 0)
    assert (place / "我的文件.txt").read_text() == "留下"


def test_folders_of_others_beside_the_cards_are_left_alone(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = [tmp_path / f"{number:032x}" for number in range(6)]
    for folder in theirs:
        folder.mkdir()
        (folder / "报告.txt").touch()
    for number in range(caching.GENERATIONS_KEPT + 2):
        monkeypatch.setattr(caching, "of_program", lambda number=number: f"program {number}")
        Cache.open(catalogue, location=tmp_path)
    assert clear(tmp_path) == 0
    assert all((folder / "报告.txt").exists() for folder in theirs)


@pytest.mark.parametrize("command", ["show", "clear"])
def test_a_cache_that_cannot_be_opened_or_removed_is_told(
    run: Run, cache: Cache, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setenv("AUDITOR_CACHE", str(cache.folder.parent))
    if command == "show":
        monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(shutil, "rmtree", refuse)
    done = run("cache", command)
    assert (done.status, done.out) == (2, "")
    assert "没有权限" in done.err


@pytest.mark.parametrize("command", ["show", "clear"])
def test_a_file_in_the_place_of_the_cache_is_told_in_chinese(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("AUDITOR_CACHE", str(report))
    done = run("cache", command)
    assert done.status == 2
    assert f"“{report}”" in done.err
    assert "（不是文件夹）" in done.err


def test_the_place_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert default_location() == Path(os.environ["AUDITOR_CACHE"])
    monkeypatch.delenv("AUDITOR_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_location() == tmp_path / "auditor"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_location() == Path.home() / ".cache" / "auditor"
