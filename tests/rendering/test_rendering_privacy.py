"""Personal data that a finding points at is not printed again in its quote; the JSON contract alone is verbatim."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from papers_samples import ONE, ONE_ANNEX
from rendering_samples import cite

from auditor.rendering import FORMATS, View
from auditor.scorecard import Finding

NUMBER = "13900001111"
QUOTE = cite(f"投诉人可拨打{NUMBER}", 500, marked=NUMBER, hidden=((509, 513),))
FINDING = Finding("personal_data", "warning", "出现手机号码（139****1111）。请删去。", (QUOTE,))
CARD = replace(ONE, reports=(replace(ONE.reports[0], findings=(FINDING,)),))
VERBATIM = {"json", "jsonl"}


def printed(name: str) -> str:
    form = FORMATS[name]
    made = form.render(CARD, View()) if form.needs == "scorecard" else form.render(CARD, View(), ONE_ANNEX)
    if isinstance(made, str):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return "".join(parts.read(part).decode("utf-8", "ignore") for part in parts.namelist())


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - VERBATIM))
def test_quotes_are_masked(name: str) -> None:
    assert NUMBER not in printed(name)


@pytest.mark.parametrize("name", ["terminal", "html", "letter", "xlsx"])
def test_the_rest_of_the_quote_is_printed(name: str) -> None:
    assert "投诉人可拨打" in printed(name)


def test_json_is_verbatim() -> None:
    (finding,) = json.loads(printed("json"))["reports"][0]["findings"]
    assert finding["citations"][0]["text"] == QUOTE.text
