import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ofd_samples import ofd, raw_ofd

from auditor.reading import Document, Limits, ReadingError, read_bytes

LINE = "镇政府聘请法律顾问2名，全年审查合同31份、行政规范性文件4件，出具意"
REST = "见书12份。"


def pieces(document: Document) -> list[tuple[str, int | None]]:
    return [(document.text[item.start : item.end], item.page) for item in document.paragraphs]


def failure(data: bytes, limits: Limits | None = None) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.ofd", limits=limits or Limits())
    return caught.value


def test_lines_become_paragraphs_with_their_pages() -> None:
    page = [(60.0, 30.0, "某镇法治政府建设报告"), (30.0, 50.0, LINE), (20.0, 60.0, REST)]
    lines = [(30.0, 70.0, LINE), (20.0, 80.0, REST), (100.0, 287.0, "— 1 —")]
    document = read_bytes(ofd([*page, *lines], [(30.0, 30.0, LINE), (20.0, 40.0, REST)], title="某镇报告"), "a.ofd")
    assert document.format == "ofd"
    assert document.metadata == {"title": "某镇报告"}
    assert pieces(document) == [("某镇法治政府建设报告", 1), (LINE + REST, 1), (LINE + REST, 1), (LINE + REST, 2)]


def test_the_order_of_the_file_does_not_matter_and_cells_stay_apart() -> None:
    placed = [(120.0, 60.0, "3件"), (20.0, 60.0, "单位甲"), (20.0, 30.0, "一、案件"), (20.0, 30.0, "一、案件")]
    assert pieces(read_bytes(ofd(placed), "a.bin")) == [("一、案件", 1), ("单位甲\t3件", 1)]


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (ofd([(20, 30, LINE)])[:300], "unreadable", "OFD"),
        (ofd([(20, 30, LINE)])[:-6] + b"\0\xff\0\0\0\0", "unreadable", "OFD阅读器"),  # parts said to stand elsewhere
        (raw_ofd([""]), "empty", "扫描件"),
        (ofd([(20, 30, LINE)], Doc_0__Document=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "unreadable", "DTD"),
        (ofd([(20, 30, LINE)], Doc_0__Document=b"<x"), "unreadable", "OFD"),
        (ofd([(20, 30, LINE)], Doc_0__Document=b" " * 40_000_000), "too_large", "PDF"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, kind: str, words: str) -> None:
    caught = failure(data)
    assert caught.kind == kind
    assert words in caught.message


def test_bounds_and_broken_pages() -> None:
    whole = ofd([(20, 30, LINE)], [(20, 30, LINE)])
    assert failure(whole, Limits(pages=1)).kind == "too_large"
    assert failure(whole, Limits(characters=20)).kind == "too_large"
    half = ofd([(20, 30, LINE)], [(20, 30, LINE)], Doc_0__Pages__Page_1__Content=b"<x")
    assert read_bytes(half, "a.ofd").unread == ("有1页无法读取，未能审核",)
    assert failure(ofd([(20, 30, LINE)], Doc_0__Pages__Page_0__Content=b"<x")).kind == "unreadable"


def test_pages_that_are_pictures_and_characters_without_text_are_parts_not_read() -> None:
    code = '<ofd:TextCode X="0" Y="5">{}</ofd:TextCode>'
    text = f'<ofd:TextObject ID="10" Boundary="20 30 180 9" Font="1" Size="5">{code}</ofd:TextObject>'
    picture = '<ofd:ImageObject ID="11" Boundary="0 0 210 297" ResourceID="3"/>'
    document = read_bytes(raw_ofd([text.format(LINE), picture, ""]), "a.ofd")
    assert document.unread == ("有1页是图片，没有文字，未能审核",)
    damaged = read_bytes(raw_ofd([text.format(LINE + "\ufffd")]), "a.ofd")
    assert damaged.notes == ("有1处字符无法识别，已用“\ufffd”代替",)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(
            st.tuples(st.floats(-50, 300), st.floats(-50, 400), st.text("镇法治，。2件 a", max_size=30)), max_size=12
        ),
        max_size=3,
    )
)
def test_any_arrangement_of_texts_is_read(pages: list[list[tuple[float, float, str]]]) -> None:
    try:
        document = read_bytes(ofd(*pages), "a.ofd")
    except ReadingError as error:
        assert error.kind == "empty"
        return
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        last = item.end
