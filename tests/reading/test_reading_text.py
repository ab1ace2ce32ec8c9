import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading import Document, Limits, ReadingError, read_bytes
from auditor.reading.encoding import decode

REPORT = (
    "某县人民政府2023年法治政府建设年度报告\r\n\r\n"
    "　　2023年，我县坚持以习近平法治思想为指导。\r\n一、主要举措和成效\n办理行政复议案件12件。"
)
ENCODINGS = ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


def pieces(document: Document) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs]


def check_paragraphs(document: Document) -> None:
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        assert document.text[item.start : item.end].strip() == document.text[item.start : item.end]
        last = item.end
    assert document.paragraphs


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [REPORT, REPORT[:18], "行政诉讼案件", "应诉：12件 abc", "plain ascii"])
def test_any_encoding_gives_the_text_untouched(encoding: str, text: str) -> None:
    document = read_bytes(text.encode(encoding), "a.txt")
    assert document.text == text
    assert document.format == "text"
    assert document.notes == ()


def test_big5() -> None:
    text = "本縣堅持以法治思想為指導，全面推進依法行政，辦理行政復議案件十二件。"
    assert read_bytes(text.encode("big5"), "a.txt").text == text


def test_one_paragraph_for_each_line_that_is_not_blank() -> None:
    document = read_bytes(REPORT.encode(), "a.txt")
    assert pieces(document) == [line.strip() for line in REPORT.splitlines() if line.strip()]
    check_paragraphs(document)


def test_damage_is_counted() -> None:
    data = bytearray((REPORT * 5).encode())
    data[len(data) // 2] = 0xFF
    document = read_bytes(bytes(data), "a.txt")
    assert "\ufffd" in document.text
    assert "处字节无法识别" in document.notes[0]
    assert not document.unread
    data[-1:] = b"\xff" * 40
    assert "处字节无法识别" in read_bytes(bytes(data), "a.txt").unread[0]
    assert decode((REPORT * 5).encode()[:-1]).encoding == "utf-8"
    assert decode((REPORT * 5).encode("gbk")[:-1]).encoding == "gb18030"


def test_markdown_headings() -> None:
    document = read_bytes("# 报告\n\n正文#1\n## 一、成效\n".encode(), "a.md")
    assert [(piece, item.heading) for piece, item in zip(pieces(document), document.paragraphs, strict=True)] == [
        ("报告", 1),
        ("正文#1", None),
        ("一、成效", 2),
    ]
    assert read_bytes("# 报告".encode(), "a.txt").paragraphs[0].heading is None


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "　\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_to_read(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + b"\0" * 100, b"\0" * 50])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.kind == "unsupported"


def test_bounds() -> None:
    for limits in (Limits(file_bytes=10), Limits(characters=5)):
        with pytest.raises(ReadingError) as caught:
            read_bytes(REPORT.encode(), "a.txt", limits=limits)
        assert caught.value.kind == "too_large"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_reading_error(data: bytes) -> None:
    for path in ("a.txt", "a.md", "-"):
        try:
            check_paragraphs(read_bytes(data, path))
        except ReadingError as error:
            assert error.message


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("\r\n\t。"), max_size=200))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8-sig"), "a.txt")
    except ReadingError:
        return
    if document.format == "text":
        assert document.text == text
    check_paragraphs(document)
