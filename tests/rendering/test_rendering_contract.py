"""The JSON contract: keys, their order, characters."""

import json

from rendering_samples import SCORECARD

from auditor.rendering import FORMATS, View
from auditor.scorecard import Failure, Scorecard

CITATION = ["text", "start", "end", "role", "section", "paragraph", "page", "rule", "match", "similarity"]


def render(scorecard: Scorecard, view: View) -> str:
    return str(FORMATS["json"].render(scorecard, view))


def test_keys_and_their_order() -> None:
    data = json.loads(render(SCORECARD, View()))
    assert list(data) == ["schema_version", "catalogue", "reports", "failures"]
    assert data["schema_version"] == "1"
    assert data["catalogue"] == {"name": "核心要素", "version": "1.0"}
    report = data["reports"][0]
    assert list(report) == [
        "path", "title", "unit", "level", "year", "score", "grade", "elements", "blocks", "findings",
    ]  # fmt: skip
    element = report["elements"][0]
    assert list(element) == ["id", "name", "verdict", "score", "weight", "basis", "gaps", "citations"]
    assert list(element["citations"][0]) == CITATION
    assert list(report["blocks"][0]) == ["id", "name", "verdict", "citations"]
    assert list(report["blocks"][0]["citations"][0]) == CITATION
    assert list(report["findings"][0]) == ["id", "severity", "message", "citations"]
    assert list(report["findings"][0]["citations"][0]) == CITATION
    assert list(data["failures"][0]) == ["path", "error", "kind"]


def test_page_is_null_where_there_is_none() -> None:
    citations = json.loads(render(SCORECARD, View()))["reports"][0]["elements"][0]["citations"]
    assert [citation["page"] for citation in citations] == [None, None, 3]


def test_chinese_is_written_as_it_is_and_one_line_feed_ends_it() -> None:
    text = render(SCORECARD, View())
    assert "行政执法三项制度" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_a_path_that_is_no_utf8_is_still_json() -> None:
    card = Scorecard("", "", (), (Failure("a\udcff.txt", "坏\x9b\x7f\u202e", "internal"),))
    text = render(card, View())
    assert text.isprintable() or all(c.isprintable() or c == "\n" for c in text)
    assert json.loads(text.encode())["failures"][0] == {
        "path": "a\udcff.txt", "error": "坏\x9b\x7f\u202e", "kind": "internal",
    }  # fmt: skip
