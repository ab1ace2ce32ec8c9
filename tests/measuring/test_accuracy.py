"""The committed figures (rules/measured.json) hold: no verdict, citation or block got worse.

When a figure falls, mend the cause; when figures rise, run benchmarks/accuracy.py and commit what it writes.
"""

from typing import Any

import pytest
from accuracy import ROOT, SETS, measure
from floor import fallen

from auditor.catalogue import load_catalogue
from auditor.measuring.measured import Measurement, load


@pytest.fixture(scope="module")
def committed() -> Measurement:
    measurement = load()
    assert measurement is not None, "rules/measured.json is not there: run benchmarks/accuracy.py"
    return measurement


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Any]]:
    return measure()


def test_no_figure_fell(committed: Measurement, measured: dict[str, dict[str, Any]]) -> None:
    assert set(committed.sets) == set(SETS)
    assert fallen(committed.sets, measured) == []


def test_every_case_was_measured(committed: Measurement, measured: dict[str, dict[str, Any]]) -> None:
    assert {name: each["cases"] for name, each in committed.sets.items()} == {
        name: each["cases"] for name, each in measured.items()
    }
    assert [each["broken"] for each in measured.values()] == [0] * len(SETS)


def test_every_citation_is_verbatim(measured: dict[str, dict[str, Any]]) -> None:
    assert [each["citations_verbatim"] for each in measured.values()] == [100.0] * len(SETS)


def test_the_readme_tells_the_figures(committed: Measurement) -> None:
    chinese, english = (ROOT.joinpath(name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md"))
    for id_ in ("kept_apart", "tuning", "full_kept_apart", "full"):
        figures = committed.sets[id_]
        low, high = figures["intervals"]["accuracy"]["interval"]
        assert f"| {figures['cases']} | {figures['accuracy']}%（{low}–{high}） |" in chinese
    apart = committed.sets["kept_apart"]
    assert f"on {apart['cases']} labelled cases" in english
    assert f"{apart['accuracy']} % of the verdicts" in english


def test_every_element_has_its_figures(committed: Measurement) -> None:
    of_core = [id_ for id_, cases in SETS.items() if cases.profile is None]
    core = {element.id for element in load_catalogue().elements}
    for element in load_catalogue(profile="full").elements:
        figures = committed.of_element(element.id)
        assert len(figures) == len(of_core) if element.id in core else figures
        assert all(each.n and committed.date in str(each) for each in figures)
