import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ole_samples import compound, doc

from auditor.reading import Document, Limits, ReadingError, read_bytes

SENTENCE = "镇政府聘请法律顾问2名，全年审查合同31份。"


def pieces(document: Document) -> list[tuple[str, int | None, str]]:
    return [(document.text[item.start : item.end], item.heading, item.place) for item in document.paragraphs]


def failure(data: bytes, limits: Limits | None = None) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.doc", limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".txt"])
def test_paragraphs_headings_and_tables(suffix: str) -> None:
    table = [
        ("单位", 0, "cell"),
        ("件数", 0, "cell"),
        ("", 0, "row"),
        ("甲", 0, "cell"),
        ("3件", 0, "cell"),
        ("", 0, "row"),
    ]
    document = read_bytes(
        doc([("一、举措", 1, ""), (SENTENCE, 0, ""), *table, ("完", 0, ""), *table[:3]]), "a" + suffix
    )
    assert document.format == "doc"
    assert pieces(document) == [
        ("一、举措", 1, ""),
        (SENTENCE, None, ""),
        ("单位\t件数", None, "表格1第1行"),
        ("甲\t3件", None, "表格1第2行"),
        ("完", None, ""),
        ("单位\t件数", None, "表格2第1行"),
    ]
    assert "脚注" in document.notes[0]


def test_many_paragraphs_over_many_pages_of_properties() -> None:
    texts = [f"第{number}项工作已经完成。" for number in range(200)]
    assert [piece[0] for piece in pieces(read_bytes(doc([(text, 0, "") for text in texts]), "a.doc"))] == texts


def test_instructions_of_fields_are_left_out() -> None:
    link = 'HYPERLINK "http://127.0.0.1/" \\l "_Toc1"'
    document = read_bytes(doc([(f"见\x13 {link} \x14附件一\x15的规定。", 0, "")]), "a.doc")
    assert document.text == "见附件一的规定。"


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (doc([(SENTENCE, 0, "")], flags=0x100), "encrypted", "密码"),
        (doc([(SENTENCE, 0, "")])[:2000], "unreadable", "LibreOffice"),
        (doc([("Lorem ipsum dolor sit amet " * 9, 0, "")]), "unreadable", "不是中文"),
        (doc([(SENTENCE, 0, "")], runs=1000), "unreadable", "LibreOffice"),
        (doc([]), "empty", "没有文字"),
        (compound({"Workbook": b"x"}), "unreadable", "损坏"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, kind: str, words: str) -> None:
    caught = failure(data)
    assert caught.kind == kind
    assert words in caught.message


def test_bounds() -> None:
    assert failure(doc([(SENTENCE, 0, "")] * 9), Limits(characters=100)).kind == "too_large"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("镇政府法治，。2件\x0b\x13\x14\x15", max_size=30),
            st.integers(0, 12),
            st.sampled_from(["", "cell", "row"]),
        ),
        max_size=40,
    )
)
def test_any_arrangement_of_paragraphs_is_read(paragraphs: list[tuple[str, int, str]]) -> None:
    try:
        document = read_bytes(doc(paragraphs), "a.doc")
    except ReadingError as error:
        assert error.kind == "empty"
        return
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        last = item.end
