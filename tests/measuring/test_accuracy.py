"""The committed figures (rules/measured.json) hold: no verdict, citation or block got worse.

When a figure falls, mend the cause; when figures rise, run benchmarks/accuracy.py and commit what it writes.
"""

from pathlib import Path
from typing import Any

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import evaluate
from auditor.measuring.floor import fallen
from auditor.measuring.measured import Measurement, load

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FOLDERS = {
    "tuning": ["cases/tuning"],
    "kept_apart": ["cases/kept_apart"],
    "shared": ["reports", "passages"],
}


@pytest.fixture(scope="module")
def committed() -> Measurement:
    measurement = load()
    assert measurement is not None, "rules/measured.json is not there: run benchmarks/accuracy.py"
    return measurement


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, Any]]:
    auditor = Auditor(load_catalogue())
    return {
        name: evaluate([FIXTURES / folder for folder in folders], auditor).as_dict()
        for name, folders in FOLDERS.items()
    }


def test_no_figure_fell(committed: Measurement, measured: dict[str, dict[str, Any]]) -> None:
    assert set(committed.sets) == set(FOLDERS)
    assert fallen(committed.sets, measured) == []


def test_every_case_was_measured(committed: Measurement, measured: dict[str, dict[str, Any]]) -> None:
    assert {name: each["cases"] for name, each in committed.sets.items()} == {
        name: each["cases"] for name, each in measured.items()
    }
    assert [each["broken"] for each in measured.values()] == [0, 0, 0]


def test_every_citation_is_verbatim(measured: dict[str, dict[str, Any]]) -> None:
    assert [each["citations_verbatim"] for each in measured.values()] == [100.0, 100.0, 100.0]


def test_every_element_has_its_figures(committed: Measurement) -> None:
    for element in load_catalogue().elements:
        figures = committed.of_element(element.id)
        assert len(figures) == len(FOLDERS)
        assert all(each.n and committed.date in str(each) for each in figures)
