"""A statutory block that a report on that year need not have is held against it in no output."""

import json
import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from rendering_samples import SCORECARD

from auditor.annex import Annex, Sharing
from auditor.comparing.changes import block_changes
from auditor.rendering import FORMATS, View, quiet
from auditor.rendering.contract import report_object
from auditor.scorecard import BlockResult, ReportCard, Scorecard
from auditor.statistics import statistics_of

REASON = "本项从2019年度的报告起适用"
ACCUSED = re.compile(r"[补增]写“不足的原因”|缺(?:法定内容)?：?“?不足的原因|>无</span>不足的原因")


def card(exemption: str) -> ReportCard:
    blocks = (BlockResult("causes", "不足的原因", "absent", (), exemption=exemption),)
    return replace(SCORECARD.reports[0], year=2018, blocks=blocks)


def rendered(name: str, report: ReportCard) -> str:
    annex = Annex(statistics_of([report], ("优秀",)), Sharing(), (None,))
    data = FORMATS[name].render(Scorecard("规则", "1.0", (report,), ()), View(), annex)
    if isinstance(data, str):
        return data
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return "".join(parts.read(part).decode() for part in parts.namelist() if part.endswith(".xml"))


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "xlsx", "letter", "sarif", "junit"])
def test_no_display_accuses(name: str) -> None:
    assert ACCUSED.search(rendered(name, card("")))
    assert not ACCUSED.search(rendered(name, card(REASON)))


def test_the_short_line_accuses_neither() -> None:
    assert ACCUSED.search(quiet.line(card("")))
    assert not ACCUSED.search(quiet.line(card(REASON)))


def test_the_contract_keeps_the_verdict_and_adds_the_reason() -> None:
    (block,) = report_object(card(REASON))["blocks"]
    assert (block["verdict"], block["not_asked"]) == ("absent", REASON)
    assert "not_asked" not in json.dumps(report_object(card("")))


def test_the_letter_rests_on_no_rules_that_came_later() -> None:
    assert "督察工作规定" in rendered("letter", replace(card(""), elements=()))
    assert "督察工作规定" not in rendered("letter", replace(card(REASON), elements=()))


def test_it_counts_in_no_rate_and_is_not_left_out_since_last_year() -> None:
    (tally,) = statistics_of([card(REASON)], ("优秀",)).overall.blocks
    assert (tally.absent, tally.not_asked, tally.missing_rate) == (0, 1, None)
    before = replace(card(""), blocks=(replace(card("").blocks[0], verdict="present"),))
    assert [change.trend for change in block_changes(before, card(REASON))] == ["not_asked"]
