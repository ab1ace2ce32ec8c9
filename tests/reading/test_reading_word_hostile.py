import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import paragraph, word, zipped

from auditor.reading import Limits, ReadingError, read_bytes


def failure(data: bytes, limits: Limits | None = None) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.docx", limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize(
    ("member", "words"),
    [("xl/workbook.xml", "Excel"), ("content.xml", "OpenDocument"), ("a.txt", "压缩包")],
)
def test_other_zip_files_are_named(member: str, words: str) -> None:
    caught = failure(zipped({member: b"<x/>"}))
    assert caught.kind == "unsupported"
    assert words in caught.message


def test_broken_packages() -> None:
    whole = word(paragraph("正文" * 500))
    assert failure(whole[: len(whole) // 2]).kind == "unreadable"
    damaged = bytearray(whole)
    start = whole.index(b"word/document.xml") + 30
    damaged[start : start + 20] = b"\xff" * 20
    assert failure(bytes(damaged)).kind == "unreadable"
    assert failure(zipped({"word/document.xml": b"<w:document"})).kind == "unreadable"
    assert failure(zipped({"word/document.xml": b"<x/>"})).kind == "unreadable"
    assert failure(word("")).kind == "empty"
    assert failure(word("<w:sdt><w:sdtContent>" * 300 + paragraph("x") + "</w:sdtContent></w:sdt>" * 300)).kind == (
        "unreadable"
    )


def test_bombs_are_refused_at_once() -> None:
    began = time.perf_counter()
    assert failure(word(paragraph("x" * 20_000_000))).kind == "too_large"
    assert failure(word("<w:p/>" * 4_000_000)).kind == "too_large"
    assert failure(word(paragraph("正文")), Limits(zip_entries=3)).kind == "too_large"
    assert failure(word(paragraph("正文")), Limits(inflated_bytes=100)).kind == "too_large"
    assert failure(word(paragraph("正文")), Limits(part_bytes=100)).kind == "too_large"
    assert failure(word(paragraph("正文" * 100)), Limits(characters=100)).kind == "too_large"
    assert failure(word(paragraph("正文") * 100), Limits(tags=100)).kind == "too_large"
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(head: str, encoding: str) -> None:
    source = (
        head
        + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + (paragraph("正文") + "</w:body></w:document>")
    )
    caught = failure(zipped({"word/document.xml": source.encode(encoding)}))
    assert caught.kind == "unreadable"
    assert "DTD" in caught.message


def test_a_zip_file_with_a_password_is_encrypted() -> None:
    data = bytearray(word(paragraph("正文")))
    position = 0
    while (position := data.find(b"PK\x01\x02", position)) >= 0:
        data[position + 8] |= 1
        position += 4
    assert failure(bytes(data)).kind == "encrypted"


WHOLE = word(
    paragraph("一、举措", '<w:pStyle w:val="1"/>') + f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>",
    styles='<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    numbering="",
)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE)), st.binary(min_size=1, max_size=20))
def test_damage_anywhere_gives_a_document_or_a_reading_error(place: int, damage: bytes) -> None:
    data = bytearray(WHOLE)
    data[place : place + len(damage)] = damage
    try:
        read_bytes(bytes(data), "a.docx")
    except ReadingError as error:
        assert error.message


def test_broken_properties_do_not_matter_but_broken_styles_do() -> None:
    main = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>x</w:t></w:r></w:p></w:body></w:document>"
    )
    document = read_bytes(zipped({"word/document.xml": main, "docProps/core.xml": b"<broken"}), "a.docx")
    assert (document.text, document.metadata) == ("x", {})
    assert failure(word(paragraph("x"), styles="</w:styles><broken>")).kind == "unreadable"


PIECES = st.recursive(
    st.sampled_from(
        [
            '<w:p><w:r><w:t>正文</w:t><w:br/><w:footnoteReference w:id="1"/></w:r></w:p>',
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId/></w:numPr><w:pStyle/></w:pPr></w:p>',
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>删</w:t></w:r></w:p>",
            "<w:t>散</w:t>",
            "<!-- c --><?pi x?>",
            '<w:sectPr/><w:p w:x="1"/>',
        ]
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:p", "w:r", "w:ins", "w:txbxContent"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=15,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=6))
def test_any_arrangement_of_elements_is_read(parts: list[str]) -> None:
    notes = f'<w:footnote w:id="1">{"".join(parts)}</w:footnote>'
    try:
        document = read_bytes(word("".join(parts), footnotes=notes), "a.docx")
    except ReadingError as error:
        assert error.kind == "empty"
        return
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        last = item.end


def test_a_long_run_of_blanks_is_read_in_linear_time() -> None:
    began = time.process_time()
    document = read_bytes(word(paragraph(f"报告{' ' * 100_000}全文\n 完")), "a.docx")
    assert document.text.strip().endswith("全文 完")
    assert time.process_time() - began < 5  # half a minute, when every blank is tried anew
