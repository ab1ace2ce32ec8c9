"""Scanned pages: recognised upright or turned, mixed with printed ones; given up when they hold no text."""

import io
from pathlib import Path

import pypdfium2
import pytest
from reading_samples import Pdf

from auditor.reading import Limits, ReadingError, read_bytes, read_bytes_in_worker
from auditor.reading.pdf_scans import Scan
from auditor.reading.recognition import PageWords, Word, recognise

SCAN = (Path(__file__).resolve().parents[2] / "fixtures" / "formats" / "scan.pdf").read_bytes()
LINES = [
    "禾安镇2023年法治政府建设年度报告",
    "一、主要举措和成效",
    "镇政府聘请法律顾问2名，全年审查合同31份、行政规范性文件4件，出具法律意见书12份，为镇党委、镇政府依法决策提供了支撑。",
    "主要负责人出庭应诉行政案件3件，行政机关负责人出庭应诉率达到100%。",
    "二、存在的问题",
    "个别干部运用法治思维解决问题的能力还不强，执法记录还不够规范。",
]


def test_a_scanned_page_is_recognised_in_the_reading_process() -> None:
    document = read_bytes_in_worker(SCAN, "a.pdf")
    assert document.text.split("\n") == LINES
    assert {item.page for item in document.paragraphs} == {1}
    (place,) = {item.place for item in document.paragraphs}
    assert place.startswith("扫描页，识别可信度9")
    assert document.notes[0].startswith("第1页是扫描件，文字由程序识别（可信度9")


def test_a_page_upside_down_is_turned() -> None:
    assert read_bytes(SCAN.replace(b"/Rotate 000", b"/Rotate 180"), "a.pdf").text.split("\n") == LINES


def words(score: float, shape: float = 9.0) -> PageWords:
    return PageWords((Word(str(score), score, 0, 10 * shape, 0, 10),), 100, score)


@pytest.mark.parametrize(
    ("runs", "best"),
    [
        ([words(0.98)], 0.98),
        ([words(0.6), words(0.97)], 0.97),
        ([words(0.6), words(0.3)], 0.6),
        ([words(0.6, 0.1), words(0.5), words(0.96)], 0.96),
        ([words(0.95, 0.1), words(0.4), words(0.3)], 0.4),
    ],
)
def test_a_page_is_turned_only_when_it_reads_badly(
    monkeypatch: pytest.MonkeyPatch, runs: list[PageWords], best: float
) -> None:
    import numpy

    waiting = iter(runs)
    monkeypatch.setattr("auditor.reading.recognition._run", lambda _: next(waiting))
    assert recognise(numpy.zeros((2, 3, 3), numpy.uint8)).score == best
    assert next(waiting, None) is None


def mixed() -> bytes:
    return Pdf().page((57, 700, "本镇全面推进依法行政工作。")).page(picture=True).page(picture=True).bytes()


def recognised(body: str, confidence: int) -> Scan:
    from auditor.reading.pdf_lines import Line

    return Scan([Line(f"{body}聘请法律顾问2名。", 57, 200, 700, 684, 0)], confidence)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Takes the place of the engine; the confidence of each page in turn is taken from this list."""
    confidences: list[int] = []

    def recognise_page(_: object, index: int, __: Limits) -> Scan | None:
        return recognised("镇县市"[index], confidences[index])

    monkeypatch.setattr("auditor.reading.pdf_scans._recognise", recognise_page)
    return confidences


def test_mixed_files_are_read_page_by_page(told: list[int]) -> None:
    told[:] = [0, 97, 88]
    document = read_bytes(mixed(), "a.pdf")
    assert document.text.split("\n") == ["本镇全面推进依法行政工作。", "县聘请法律顾问2名。", "市聘请法律顾问2名。"]
    assert [(item.page, item.place) for item in document.paragraphs] == [
        (1, ""),
        (2, "扫描页，识别可信度97%"),
        (3, "扫描页，识别可信度88%"),
    ]
    assert document.notes == ("第2至3页是扫描件，文字由程序识别（可信度88%至97%），引用时请核对原件",)


def test_pages_beyond_the_bound_and_pages_of_stains_are_noted(told: list[int]) -> None:
    told[:] = [0, 97, 99]
    bounded = read_bytes(mixed(), "a.pdf", limits=Limits(recognition_pages=1))
    assert bounded.notes[0].startswith("第2页是扫描件")
    assert "--max 识别页数" in bounded.notes[1]
    assert bounded.unread == ("第3页是图片，没有文字，未能审核",)
    told[:] = [0, 97, 40]
    assert read_bytes(mixed(), "a.pdf").unread == ("第3页是图片，没有文字，未能审核",)


def test_pictures_too_large_are_not_recognised() -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(SCAN, "a.pdf", limits=Limits(picture_pixels=1000))
    assert caught.value.kind == "unsupported"
    assert "扫描件" in caught.value.message


def scans(number: int) -> bytes:
    """The scanned page that many times."""
    document, page, out = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(SCAN), io.BytesIO()
    for _ in range(number):
        document.import_pages(page)
    document.save(out)
    return out.getvalue()


def test_recognition_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes_in_worker(scans(8), "a.pdf", Limits(recognition_seconds=1))
    assert caught.value.kind == "timeout"
