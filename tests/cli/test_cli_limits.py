"""`--max` changes the bounds of reading, and says so when it cannot."""

from pathlib import Path

import pytest
from cli_running import Run


def test_a_bound_made_tighter(run: Run, report: Path) -> None:
    done = run("check", report, "--quiet", "--max", "字数=100", "--max", "页数=3")
    assert done.status == 3
    assert "超过100字" in done.err
    for command in (["text", report], ["explain", report], ["compare", report, report]):
        assert run(*command, "--max", "字数=100").status == 3


@pytest.mark.parametrize(
    ("value", "words"),
    [("页=3", "没有“页”这一项"), ("页数=0", "大于0"), ("页数=x", "不是“x”"), ("页数", "大于0"), ("页数=１", "大于0")],
)
def test_what_is_no_bound(run: Run, report: Path, value: str, words: str) -> None:
    done = run("check", report, "--max", value)
    assert done.status == 2
    assert words in done.err


def test_every_bound_is_named(run: Run) -> None:
    from dataclasses import fields

    from auditor.reading import Limits

    assert len(run("limits").out.splitlines()) == len(fields(Limits))
