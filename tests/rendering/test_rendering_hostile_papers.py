"""No string of a document becomes a formula, a script, a link, a field or a control character in any paper."""

import base64
import dataclasses
import hashlib
import html.parser
import json
import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from papers_samples import ANNEX, source_of
from rendering_samples import SCORECARD
from test_rendering_hostile import poison

from auditor.annex import Annex, Sharing
from auditor.rendering import FORMATS, View
from auditor.scorecard import Scorecard
from auditor.statistics import statistics_of

STRINGS = [
    "=cmd|'/c calc'!A1",
    "+1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "</style></template></script><img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "[link=https://e.example]戊[/link]",
    "[戊](javascript:alert(1)) https://e.example www.e.example | ``` <b> &#60;",
    "\x1b[2J\x1b]0;x\x07\x9b31m",
    "\u202e反\u2066序\u200b",
    "甲\x00乙\x08\x0b\x0c\ufffe\r\n丙",
    '{ HYPERLINK "http://e.example" } { DDEAUTO c:\\\\x }',
    "]]><x/>&e;",
    "_x001B_",
    "\ud800",
]
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]")


def poisoned(string: str) -> tuple[Scorecard, Annex]:
    scorecard = poison(SCORECARD, string)
    sharing = dataclasses.replace(ANNEX.sharing.passages[0], text=string)
    annex = Annex(
        statistics_of(scorecard.reports, scorecard.grades),
        Sharing((sharing,), ANNEX.sharing.copying),
        (source_of(scorecard.reports[0]), None),
    )
    return scorecard, annex


def rendered(name: str, string: str) -> Any:
    scorecard, annex = poisoned(string)
    if name == "letter":
        return next(FORMATS[name].files(scorecard, View(), annex))[1]
    return FORMATS[name].render(scorecard, View(), annex)


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
@pytest.mark.parametrize("name", ["markdown", "sarif", "junit", "html"])
def test_no_control_character_in_a_text(name: str, string: str) -> None:
    content = rendered(name, string)
    assert not CONTROL.search(content)
    content.encode()


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
def test_workbook_has_no_formula_and_no_link(string: str) -> None:
    data = rendered("xlsx", string)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert not any("<f>" in sheet or "<f " in sheet or "hyperlink" in sheet for sheet in sheets)
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")]
        assert not any(CONTROL.search(part) for part in parts)
    for sheet in openpyxl.load_workbook(BytesIO(data)):
        assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
def test_letter_has_no_field_and_no_link(string: str) -> None:
    data = rendered("letter", string)
    document = docx.Document(BytesIO(data))
    body = document.element.body
    assert not list(body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:fldChar"), qn("w:hyperlink")))
    assert not any(relation.is_external for relation in document.part.rels.values())
    assert not CONTROL.search("".join(each.text or "" for each in body.iter(qn("w:t"))))


class Page(html.parser.HTMLParser):
    """Collects what a page could do, and the text of its own parts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.attributes: set[str] = set()
        self.policy = ""
        self.own: dict[str, str] = {}
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open = tag
        given = dict(attrs)
        self.attributes |= given.keys()
        self.links |= {str(given[name]) for name in ("href", "src", "action") if name in given}
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = str(given["content"])

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            self.own[self._open] = self.own.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
@pytest.mark.parametrize("one", [True, False])
def test_page_runs_nothing_and_leads_nowhere(string: str, one: bool) -> None:
    scorecard, annex = poisoned(string)
    if one:
        scorecard = Scorecard(string, string, scorecard.reports[:1], ())
    page = Page()
    page.feed(str(FORMATS["html"].render(scorecard, View(), annex)))
    assert not page.tags & {"img", "iframe", "object", "embed", "link", "base", "b", "x"}
    assert all(link.startswith("#") for link in page.links)
    assert not {name for name in page.attributes if name.startswith("on") or name in ("style", "src", "srcset")}
    for tag in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.own[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page.policy
    assert page.policy.startswith("default-src 'none'")


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
def test_markdown_has_no_markup_of_a_document(string: str) -> None:
    content = rendered("markdown", string)
    plain = re.sub(r"\\[\\`*_{}\[\]<>|~&#@!$:.=+()-]", "", content)
    assert not re.search(r"[<`\[\]&@]|https?:|www\.", plain)
    widths = {line.count("|") for line in plain.split("\n\n")[2].split("\n")}
    assert len(widths) == 1


@pytest.mark.parametrize("string", STRINGS, ids=ascii)
def test_data_formats_stay_well_formed(string: str) -> None:
    run = json.loads(rendered("sarif", string))["runs"][0]
    for result in run["results"]:
        assert re.fullmatch(
            r"[A-Za-z0-9_.~/%-]+", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        )
    assert ET.fromstring(rendered("junit", string)).tag == "testsuites"
