"""The reading process: what it answers, and what becomes of it when a file is too much for it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_others import never_ending
from hypothesis import given
from hypothesis import strategies as st
from reading_samples import NAMESPACES, Pdf, assemble, paragraph, word, zipped

from auditor.reading import (
    Document,
    Limits,
    Paragraph,
    ReadingError,
    read_bytes,
    read_bytes_in_worker,
    read_in_worker,
    wire,
)
from auditor.reading.worker_handle import SHARED, Worker

TEXT = "镇政府聘请法律顾问2名。"
WORD = word(paragraph(TEXT))


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def swelling() -> bytes:
    """A PDF of a few kilobytes whose one page unpacks to 50 MB of drawing instructions."""
    content = zlib.compress(b"0 0 m " * 8_000_000)
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    )


def test_it_reads_as_the_reader_in_this_process_does(worker: Worker) -> None:
    page = f"<html><body><h1>题</h1><table><tr><td>甲</td><td>{TEXT}</td></tr></table></body></html>".encode()
    pdf = Pdf().page((57, 700, TEXT)).bytes("题目")
    for data, name in ((WORD, "甲.docx"), (page, "a\udce9\n.html"), (pdf, "-")):
        assert worker.read(data, name, Limits()) == read_bytes(data, name)


def test_its_failures_are_those_of_the_reader(worker: Worker) -> None:
    for data in (WORD[:200], word("")):
        with pytest.raises(ReadingError) as here:
            read_bytes(data, "a.docx")
        with pytest.raises(ReadingError) as there:
            worker.read(data, "a.docx", Limits())
        assert (there.value.kind, there.value.message) == (here.value.kind, here.value.message)


def test_a_file_that_never_ends_is_given_up_and_the_next_is_read(worker: Worker) -> None:
    began = time.perf_counter()
    with pytest.raises(ReadingError) as caught:
        worker.read(never_ending(), "a.ofd", Limits(seconds=1))
    assert caught.value.kind == "timeout"
    assert "超过1秒" in caught.value.message
    assert time.perf_counter() - began < 5
    assert worker.read(WORD, "a.docx", Limits()).text == TEXT


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read(worker: Worker) -> None:
    with pytest.raises(ReadingError) as caught:
        worker.read(swelling(), "a.pdf", Limits(memory_bytes=100_000_000))
    assert caught.value.kind in {"unreadable", "too_large"}
    assert worker.read(WORD, "a.docx", Limits()).text == TEXT


def test_it_is_started_anew_when_it_was_killed(worker: Worker) -> None:
    assert worker.read(WORD, "a.docx", Limits()).text == TEXT
    process = worker._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert worker.read(WORD, "a.docx", Limits()).text == TEXT


def test_it_leaves_nothing_behind_when_this_program_is_killed() -> None:
    code = (
        "import sys; from auditor.reading.worker_handle import Worker; from auditor.reading import Limits;"
        "worker = Worker(); worker.read(sys.stdin.buffer.read(), 'a.docx', Limits());"
        "print(worker._process.pid, flush=True); import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=WORD, capture_output=True, check=False)
    pid = int(done.stdout)
    for _ in range(100):
        if not Path(f"/proc/{pid}/cmdline").exists() or not Path(f"/proc/{pid}/cmdline").read_bytes():
            break
        time.sleep(0.05)
    else:
        pytest.fail("the reading process is still there")


def test_plain_text_needs_no_process(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from auditor.reading import read_in_worker; read_in_worker(sys.argv[1]);"
        "sys.exit('subprocess' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(file)], check=False).returncode == 0
    assert read_in_worker(str(file)).text == TEXT


def test_all_else_is_read_by_the_shared_process() -> None:
    assert read_bytes_in_worker(WORD, "a.docx").text == TEXT
    assert SHARED._process is not None
    with pytest.raises(ReadingError) as caught:
        read_bytes_in_worker(WORD, "a.docx", Limits(file_bytes=10))
    assert caught.value.kind == "too_large"


def test_nothing_outside_the_file_is_asked_for() -> None:
    """Listens where the hostile files point to, and reads them: nobody calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        relation = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r9" Type="http://x/attachedTemplate" Target="{address}" TargetMode="External"/>'
            "</Relationships>"
        )
        main = f"<w:document {NAMESPACES}><w:body>{paragraph(TEXT)}</w:body></w:document>"
        remote = {"word/document.xml": main.encode(), "word/_rels/document.xml.rels": relation.encode()}
        page = f'<!DOCTYPE html SYSTEM "{address}"><link rel="stylesheet" href="{address}"><img src="{address}">{TEXT}'
        action = b"/Type /Catalog /OpenAction << /S /URI /URI (%s) >>" % address.encode()
        pdf = Pdf().page((57, 700, TEXT)).bytes().replace(b"/Type /Catalog", action)
        for data, name in ((zipped(remote), "a.docx"), (page.encode(), "a.html"), (pdf, "a.pdf")):
            assert TEXT in read_bytes_in_worker(data, name).text
        with pytest.raises(TimeoutError):
            server.accept()


DOCUMENT = Document(
    "a", "一\n二", "docx", (Paragraph(0, 1, 1, None, "脚注"), Paragraph(2, 3, None, 2)), {"title": "题"}, ("注",)
)


def test_a_document_comes_back_as_it_was() -> None:
    assert wire.parse_answer(wire.answer(DOCUMENT), "a") == DOCUMENT


@given(st.binary(max_size=200))
def test_any_bytes_for_an_answer_are_refused_or_understood(line: bytes) -> None:
    with pytest.raises(ValueError):
        wire.parse_answer(line, "a")


TOLD = json.loads(wire.answer(DOCUMENT))


@given(st.sampled_from(sorted(TOLD)), st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_a_false_answer_makes_no_false_document(key: str, value: object) -> None:
    line = json.dumps(TOLD | {key: value}).encode()
    try:
        outcome = wire.parse_answer(line, "a")
    except ValueError:
        return
    assert isinstance(outcome, Document)
    assert all(0 <= item.start < item.end <= len(outcome.text) for item in outcome.paragraphs)
    assert all(type(each) is int for item in outcome.paragraphs for each in (item.start, item.end))
    told = (outcome.text, outcome.format, *outcome.notes, *outcome.unread, *outcome.metadata.values())
    assert all(isinstance(each, str) for each in told)


@pytest.mark.parametrize(
    "row",
    [
        [0.5, 1, None, None, ""],
        [0, 1.5, None, None, ""],
        [False, True, None, None, ""],
        [0, 1, 0, None, ""],
        [0, 1, None, True, ""],
    ],
)
def test_a_paragraph_stands_at_whole_numbers(row: list[object]) -> None:
    with pytest.raises(ValueError):
        wire.parse_answer(json.dumps(TOLD | {"paragraphs": [row]}).encode(), "a")


def test_a_failure_of_no_known_kind_is_no_answer() -> None:
    with pytest.raises(ValueError):
        wire.parse_answer(b'{"failure": ["x", "unknown"]}', "a")
