"""The seeded slips of fixtures/slips: at least 95 % found, and silence on every clean counterpart."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from checking_samples import findings

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "slips"


def seeded(kind: str) -> list[dict[str, Any]]:
    return [each for path in sorted(FOLDER.glob("*.yaml")) for each in yaml.safe_load(path.read_text("utf-8"))[kind]]


def found(case: dict[str, Any]) -> bool:
    return case["finding"] in findings(case["text"], case.get("level", "county"), case.get("year", 2024))


def test_there_are_enough_slips_and_clean_counterparts() -> None:
    assert len(seeded("slips")) >= 60
    assert len(seeded("clean")) >= 60


def test_every_finding_has_a_slip_and_a_clean_counterpart() -> None:
    slips = {case["finding"] for case in seeded("slips")}
    assert slips == {case["finding"] for case in seeded("clean")}


def test_slips_are_found() -> None:
    cases = seeded("slips")
    missed = [case["text"] for case in cases if not found(case)]
    assert len(missed) <= 0.05 * len(cases), missed


@pytest.mark.parametrize("case", seeded("clean"), ids=lambda case: f"{case['finding']}: {case['text'][:24]}")
def test_clean_counterparts_stay_silent(case: dict[str, Any]) -> None:
    assert not found(case)
