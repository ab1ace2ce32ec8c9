"""The drafter's file back: comments on exactly the cited words, everything else as it was."""

import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from annotating_samples import NAMESPACES, SENTENCE, card, comments, draft, repacked, saved, words
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.annotating import annotate
from auditor.annotating.story import Story
from auditor.reading import ReadingError, read_bytes
from auditor.scorecard import Citation, ElementResult, Finding, ReportCard


def annotated(document: Any, *passages: str) -> tuple[bytes, bytes]:
    data = saved(document)
    text = read_bytes(data, "a.docx").text
    return data, annotate(data, text, card(text, *passages), is_full=True).data


def test_comments_stand_on_the_cited_words_and_at_the_end() -> None:
    before, after = annotated(draft("一、成效", f"我局{SENTENCE}。", "特此报告。"), SENTENCE)
    first, last = comments(after).items()
    assert first[1] == SENTENCE
    assert "【笼统】负责人出庭应诉" in first[0]
    assert "应补上次数。" in first[0]
    assert last[1] == "。"
    assert "1.负责人出庭应诉：应补上次数。" in last[0]
    assert words(after) == words(before)


def test_all_other_parts_are_the_same_bytes() -> None:
    before, after = annotated(draft(SENTENCE), "负责人出庭12次")
    with zipfile.ZipFile(BytesIO(before)) as old, zipfile.ZipFile(BytesIO(after)) as new:
        changed = {name for name in new.namelist() if name not in old.namelist() or old.read(name) != new.read(name)}
    assert changed == {
        "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml",
    }  # fmt: skip


@pytest.mark.parametrize(
    "wrapper",
    [
        f'<w:ins {NAMESPACES} w:id="9" w:author="甲" w:date="2024-01-01T00:00:00Z"/>',
        f'<w:hyperlink {NAMESPACES} w:anchor="x"/>',
        f"<w:sdt {NAMESPACES}><w:sdtContent/></w:sdt>",
        f'<w:smartTag {NAMESPACES} w:uri="u" w:element="e"/>',
    ],
)
def test_passages_inside_revisions_links_and_controls(wrapper: str) -> None:
    document = draft(f"我局{SENTENCE}。")
    runs = document.paragraphs[0]._p.findall(qn("w:r"))
    outer = parse_xml(wrapper)
    runs[2].addprevious(outer)
    inner = outer[0] if len(outer) else outer
    for run in runs[2:5]:
        inner.append(run)
    before, after = annotated(document, "案件12件，负责人出庭12次", "负责人")
    assert list(comments(after).values())[:2] == ["案件12件，负责人出庭12次", "负责人"]
    assert words(after) == words(before)
    body = docx.Document(BytesIO(after)).element.body
    assert all(each.getparent().getparent().tag == qn("w:p") for each in body.iter(qn("w:commentReference")))


def test_of_two_like_passages_the_cited_one_is_meant() -> None:
    document = draft("目录", SENTENCE, "一、成效", SENTENCE, "完")
    data = saved(document)
    text = read_bytes(data, "a.docx").text
    result = annotate(data, text, card(text, SENTENCE, start_from=text.index("成效")))
    body = docx.Document(BytesIO(result.data)).element.body
    paragraph = next(each for each in body.iter(qn("w:commentRangeStart"))).getparent()
    assert list(body.iter(qn("w:p"))).index(paragraph) == 3


@pytest.mark.parametrize("number", ["（一）", "第一章"])
def test_numbers_that_word_sets_itself_are_no_part_of_the_anchor(number: str) -> None:
    data = saved(draft(SENTENCE))
    text = number + SENTENCE
    result = annotate(data, text, card(text, text))
    assert next(iter(comments(result.data).values())) == SENTENCE


def test_what_cannot_be_found_is_listed_at_the_end() -> None:
    data = saved(draft(SENTENCE))
    result = annotate(data, "脚注里的话", card("脚注里的话", "脚注里的话"))
    assert (result.placed, result.lost) == (0, 1)
    assert "脚注里的话" in next(iter(comments(result.data)))


def test_own_comments_of_the_draft_stay() -> None:
    document = draft(SENTENCE)
    document.add_comment(document.paragraphs[0].runs, text="同事的批注", author="甲", initials="甲")
    _, after = annotated(document, "负责人")
    assert next(iter(comments(after))) == "同事的批注"
    assert len(comments(after)) == 3


def test_comments_of_an_earlier_audit_are_replaced() -> None:
    document = draft("一、成效", f"我局{SENTENCE}。")
    document.add_comment(document.paragraphs[1].runs, text="同事的批注", author="甲", initials="甲")
    _, first = annotated(document, "负责人出庭12次", SENTENCE)
    text = read_bytes(first, "a.docx").text
    again = annotate(first, text, card(text, SENTENCE), is_full=True)
    assert again.replaced == 3
    once = annotate(saved(document), text, card(text, SENTENCE), is_full=True)
    assert comments(again.data) == comments(once.data)
    body = docx.Document(BytesIO(again.data)).element.body
    assert len(list(body.iter(qn("w:commentReference")))) == len(comments(again.data)) == 3
    assert words(again.data) == words(first)


def test_hostile_words_stay_text() -> None:
    data = saved(draft(SENTENCE))
    text = read_bytes(data, "a.docx").text
    bad = '=cmd|"/c calc"!A1 <w:fldSimple w:instr="DDEAUTO"/> \x1b[2J\x00\u202e{ HYPERLINK "x" }'
    report = card(text, "负责人")
    finding = Finding("f", "warning", bad, report.elements[0].citations)
    hostile = ReportCard("a", "", "", "county", 2023, 1, bad, report.elements, (), (finding,))
    result = annotate(data, text, hostile)
    part = zipfile.ZipFile(BytesIO(result.data)).read("word/comments.xml").decode()
    assert not {"\x1b", "\x00", "\u202e"} & set(part)
    assert "<w:fldSimple" not in part
    assert "instrText" not in part


def test_a_strict_document_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(draft(SENTENCE)))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            new.writestr(name, content.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    text = read_bytes(out.getvalue(), "a.docx").text
    with pytest.raises(ReadingError, match="另存为"):
        annotate(out.getvalue(), text, card(text, "负责人"))


def commented(report: ReportCard, *, is_full: bool = False) -> list[str]:
    return list(comments(annotate(saved(draft(SENTENCE)), SENTENCE, report, is_full=is_full).data))


def test_only_what_is_to_be_mended_bears_a_comment_unless_all_is_asked_for() -> None:
    weak = card(SENTENCE, "负责人出庭12次", "出庭率100%")
    assert commented(weak)[0] == "【笼统】负责人出庭应诉\n此处写的是已经开展的工作，已计入。\n应补上次数。"
    assert len(commented(weak)) == 2
    assert len(commented(weak, is_full=True)) == 3
    met = replace(weak, elements=(replace(weak.elements[0], verdict="met", gaps=()),))
    assert len(commented(met)) == 1


def test_a_slip_is_explained_once_at_its_first_passage() -> None:
    cited = card(SENTENCE, "出庭率100%", "负责人出庭12次").elements[0].citations
    slip = Finding("rate_wrong", "error", "比率不对，请改正。", cited)
    alone = Finding("form", "warning", "没有落款。")
    first, second, summary = commented(replace(card(SENTENCE), findings=(slip, alone)))
    assert first == "【错误】比率不对，请改正。"
    assert second == "【错误】见上一条，与“负责人出庭12次”处是同一个问题。"
    assert "另有1处错误、1条提醒，请逐处核对。" in summary
    assert "【提醒】没有落款。" in summary


def test_why_a_passage_does_not_count_is_told_in_plain_words() -> None:
    weak = card(SENTENCE, "负责人出庭12次")
    (cited,) = weak.elements[0].citations
    for why, told in (("", "下一步打算"), ("没有填写（“××件”）", "不算本年度已经开展。原因：没有填写（“××件”）。")):
        plan = replace(cited, role="plan", why=why)
        report = replace(weak, elements=(replace(weak.elements[0], citations=(plan,)),))
        assert told in commented(report)[0]


def test_a_file_that_relates_to_nothing_takes_comments() -> None:
    data = repacked(saved(draft(SENTENCE)), leave_out="word/_rels/document.xml.rels")
    text = read_bytes(data, "a.docx").text
    assert next(iter(comments(annotate(data, text, card(text, "负责人")).data).values())) == "负责人"


def test_a_file_without_list_of_types_is_refused() -> None:
    data = repacked(saved(draft(SENTENCE)), leave_out="[Content_Types].xml")
    text = read_bytes(data, "a.docx").text
    with pytest.raises(ReadingError, match="修复"):
        annotate(data, text, card(text, "负责人"))


def test_a_damaged_picture_is_told_of() -> None:
    data = repacked(saved(draft(SENTENCE)), {"picture": b"of the square"})
    text = read_bytes(data, "a.docx").text
    with pytest.raises(ReadingError, match="修复"):
        annotate(data.replace(b"of the square", b"of the circle"), text, card(text, "负责人"))


def test_the_text_is_walked_once_for_all_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    walks = []

    def counted(*args: Any) -> Story:
        walks.append(args)
        return Story(*args)

    monkeypatch.setattr(sys.modules[annotate.__module__], "Story", counted)
    annotated(draft(SENTENCE), "负责人", "案件12件", "出庭率100%")
    assert len(walks) == 1


@settings(deadline=None, max_examples=40)
@given(
    step=st.integers(1, 9),
    spans=st.lists(st.tuples(st.integers(0, len(SENTENCE) - 1), st.integers(1, 12)), min_size=1, max_size=5),
)
def test_any_spans_over_any_runs(step: int, spans: list[tuple[int, int]]) -> None:
    data = saved(draft("甲", SENTENCE, step=step))
    text = read_bytes(data, "a.docx").text
    offset = text.index(SENTENCE)
    cited = []
    for start, length in spans:
        left, right = offset + start, min(offset + start + length, len(text))
        cited.append(Citation(text[left:right], left, right, "done", "", 1, None, "r", "exact"))
    element = ElementResult("e", "要素", "met", 100, 20, (), (), tuple(cited))
    report = ReportCard("a", "", "", "county", 2023, 1, "", (element,), (), ())
    result = annotate(data, text, report, is_full=True)
    assert words(result.data) == words(data)
    assert read_bytes(result.data, "a.docx").text == text
    document = docx.Document(BytesIO(result.data))
    marks = {name: len(list(document.element.body.iter(qn(f"w:{name}")))) for name in
             ("commentRangeStart", "commentRangeEnd", "commentReference")}  # fmt: skip
    assert set(marks.values()) == {result.placed + 1} == {len(list(document.comments))}
