"""Drafts, cards, and what is read from a commented draft."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import nsdecls, qn

from auditor.scorecard import Citation, ElementResult, ReportCard

SENTENCE = "全年办理行政诉讼案件12件，负责人出庭12次，出庭率100%"
NAMESPACES = nsdecls("w")


def draft(*paragraphs: str, step: int = 5) -> Any:
    """A document whose paragraphs are cut into runs of a few characters, bold by turns."""
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for at in range(0, len(text), step):
            paragraph.add_run(text[at : at + step]).bold = at % 2 == 0
    return document


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def card(text: str, *passages: str, start_from: int = 0) -> ReportCard:
    citations = []
    for passage in passages:
        start = text.index(passage, start_from)
        citations.append(Citation(passage, start, start + len(passage), "done", "", 1, None, "rate", "exact"))
    element = ElementResult("e", "负责人出庭应诉", "weak", 50, 20, (), ("应补上次数。",), tuple(citations))
    return ReportCard("a.docx", "", "", "county", 2023, 50, "一般", (element,), (), ())


def words(data: bytes) -> list[str]:
    """The text of every paragraph, whatever wraps its runs."""
    body = docx.Document(BytesIO(data)).element.body
    return ["".join(each.text or "" for each in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def comments(data: bytes) -> dict[str, str]:
    """For each comment that is anchored, the words it is anchored to, by the comment's text."""
    document = docx.Document(BytesIO(data))
    found = {}
    for comment in document.comments:
        inside, text = False, ""
        for element in document.element.body.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart") or (inside and element.tag != qn("w:commentRangeEnd"))
            if inside and element.tag == qn("w:t"):
                text += element.text or ""
        found[comment.text] = text
    return found


def repacked(data: bytes, parts: Mapping[str, bytes] = {}, *, leave_out: str = "") -> bytes:
    """The same zip file with some members new or written anew, and without one."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        members = {name: old.read(name) for name in old.namelist() if name != leave_out}
        for name, content in {**members, **parts}.items():
            new.writestr(name, content)
    return out.getvalue()
