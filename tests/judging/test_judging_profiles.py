"""An element is judged alike under every profile, though each profile knows other matters beside it."""

from pathlib import Path

import pytest

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import read

CASES = Path(__file__).resolve().parents[2] / "fixtures/cases/tuning"


@pytest.fixture(scope="module")
def auditors() -> tuple[Auditor, Auditor]:
    return Auditor(load_catalogue()), Auditor(load_catalogue(profile="full"))


def test_the_core_elements_have_the_same_verdicts_under_the_full_profile(auditors: tuple[Auditor, Auditor]) -> None:
    core, full = auditors
    for file in sorted(CASES.glob("*.txt"))[::10]:
        document = read(str(file))
        of_full = {result.id: result.verdict for result in full.audit(document).elements}
        for result in core.audit(document).elements:
            assert of_full[result.id] == result.verdict, (file.name, result.id)
