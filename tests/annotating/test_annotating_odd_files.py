"""Files that Word would not write so, or where comments cannot stand on the words themselves."""

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from annotating_samples import NAMESPACES, SENTENCE, card, comments, draft, repacked, saved, words
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from auditor.annotating import annotate
from auditor.reading import ReadingError, read_bytes

MARKS = ("commentRangeStart", "commentRangeEnd")
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOX = f"""
<w:r {NAMESPACES} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>
<w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>
"""


def annotated(data: bytes, *passages: str) -> bytes:
    text = read_bytes(data, "a.docx").text
    return annotate(data, text, card(text, *passages), is_full=True).data


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def related(data: bytes, kind: str, target: str) -> bytes:
    """The same file, its main part related to one more part."""
    more = f'<Relationship Id="rIdX" Type="{KINDS}/{kind}" Target="{target}"/></Relationships>'
    return changed(data, "word/_rels/document.xml.rels", "</Relationships>", more)


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """The same file, one part of it changed."""
    return repacked(data, {name: part(data, name).replace(old, new).encode()})


def first_run(data: bytes, number: int) -> Any:
    """The first run that a comment stands on."""
    body = docx.Document(BytesIO(data)).element.body
    (start,) = (each for each in body.iter(qn("w:commentRangeStart")) if each.get(qn("w:id")) == str(number))
    return next(start.itersiblings(qn("w:r")))


def commented() -> bytes:
    document = draft(SENTENCE)
    document.add_comment(document.paragraphs[0].runs, text="同事的批注", author="甲", initials="甲")
    return saved(document)


def test_an_own_comment_inside_another_is_taken_out() -> None:
    own = f'<w:comment {NAMESPACES} w:id="7" w:author="法治报告审核"><w:p/></w:comment></w:comment>'
    again = annotated(changed(commented(), "word/comments.xml", "</w:comment>", own), "负责人")
    assert part(again, "word/comments.xml").count("法治报告审核") == 2
    assert next(iter(comments(again))) == "同事的批注"


def test_text_outside_of_paragraphs_bears_no_comment() -> None:
    document = draft(SENTENCE)
    document.element.body.insert(1, parse_xml(f"<w:r {NAMESPACES}><w:t>{SENTENCE}</w:t></w:r>"))
    first, closing = comments(annotated(saved(document), "负责人")).values()
    assert (first, closing) == ("负责人", "%")


def test_comments_that_are_another_part_are_refused() -> None:
    data = related(saved(draft(SENTENCE)), "comments", "document.xml")
    with pytest.raises(ReadingError, match="修复"):
        annotated(data, "负责人")


def test_a_part_of_comments_that_is_not_there_is_named_once() -> None:
    after = annotated(related(saved(draft(SENTENCE)), "comments", "comments.xml"), "负责人")
    assert part(after, "word/_rels/document.xml.rels").count("relationships/comments") == 1
    assert len(comments(after)) == 2


def test_a_type_that_is_named_is_not_named_again() -> None:
    data = repacked(commented(), leave_out="word/_rels/document.xml.rels")
    assert part(annotated(data, "负责人"), "[Content_Types].xml").count("/word/comments.xml") == 1


def test_a_new_comment_gets_no_number_that_the_text_names() -> None:
    data = repacked(repacked(commented(), leave_out="word/_rels/document.xml.rels"), leave_out="word/comments.xml")
    assert next(iter(comments(annotated(data, "负责人")).values())) == "负责人"


def test_numbers_stay_small() -> None:
    data = commented()
    for name in ("word/comments.xml", "word/document.xml"):
        data = changed(data, name, 'w:id="0"', 'w:id="2147483647"')
    numbers = {each.comment_id for each in docx.Document(BytesIO(annotated(data, "负责人"))).comments}
    assert numbers == {2147483647, 0, 1}


def test_annotating_again_gives_the_same_bytes() -> None:
    once = annotated(commented(), "负责人")
    assert annotated(once, "负责人") == annotated(annotated(once, "负责人"), "负责人")
    assert comments(annotated(once, "负责人")) == comments(once)


def test_what_a_text_box_says_is_told_beside_it() -> None:
    document = draft("一、成效", "")
    document.paragraphs[1]._p.append(parse_xml(BOX.format(SENTENCE)))
    data = saved(document)
    after = annotated(data, "负责人出庭12次", "成效")
    first, second, _ = comments(after).items()
    assert first[0].startswith("文本框中的“负责人出庭12次”：\n【笼统】")
    assert second[1] == "成效"
    assert list(first_run(after, 0).iter(qn("w:txbxContent")))
    assert words(after) == words(data)


def test_what_a_footnote_says_is_told_at_its_reference() -> None:
    document = draft("我局认真应诉。")
    document.paragraphs[0].runs[0]._r.append(parse_xml(f'<w:footnoteReference {NAMESPACES} w:id="1"/>'))
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    data = repacked(related(saved(document), "footnotes", "footnotes.xml"), {"word/footnotes.xml": notes.encode()})
    after = annotated(data, "负责人出庭12次", f"诉。\n{SENTENCE}")
    first, second, _ = comments(after).items()
    assert first[0].startswith("脚注中的“负责人出庭12次”：\n")
    assert first_run(after, 0).find(qn("w:footnoteReference")) is not None
    assert second[1] == "诉。"


@pytest.mark.parametrize(
    "wrapper",
    [
        '<m:oMathPara xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:oMath/></m:oMathPara>',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice/>'
        "</mc:AlternateContent>",
    ],
)
def test_no_anchor_stands_inside_a_formula_or_an_alternative(wrapper: str) -> None:
    document = draft(f"我局{SENTENCE}。", step=40)
    outer = parse_xml(wrapper)
    run = document.paragraphs[0].runs[0]._r
    run.addprevious(outer)
    outer[0].append(run)
    body = docx.Document(BytesIO(annotated(saved(document), "负责人"))).element.body
    assert {each.getparent().tag for name in MARKS for each in body.iter(qn(f"w:{name}"))} == {qn("w:p")}


@pytest.mark.parametrize("label", ["A)", "iv.", "壹、", "1."])
def test_a_number_that_word_sets_is_known_from_one_in_the_text(label: str) -> None:
    told = f"2023年{SENTENCE}"
    data = saved(draft(told))
    assert next(iter(comments(annotate(data, label + told, card(label + told, label + told)).data).values())) == told


def test_of_words_pasted_twice_those_that_are_cited_are_meant() -> None:
    lines = ("我局依法应诉。" * 8 + SENTENCE + "。" + "认真答辩。" * 9,) * 2
    data = saved(draft(*lines))
    text = read_bytes(data, "a.docx").text
    result = annotate(data, text, card(text, SENTENCE, start_from=len(lines[0])))
    paragraphs = docx.Document(BytesIO(result.data)).paragraphs
    assert [each._p.find(qn("w:commentRangeStart")) is None for each in paragraphs[-2:]] == [True, False]
    assert next(iter(comments(result.data).values())) == SENTENCE


def test_another_format_under_the_name_of_word_is_refused() -> None:
    with pytest.raises(ReadingError, match="其他格式"):
        annotate(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), SENTENCE, card(SENTENCE, "负责人"))
