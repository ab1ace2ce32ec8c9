"""The same report gives the same verdicts in every format."""

from pathlib import Path

import pytest
from report_formats import FORMATS

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.reading import Document, read, read_bytes
from auditor.structure.wrapping import joined_lines

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
REPORTS = sorted([*(FIXTURES / "reports").glob("*.txt"), *(FIXTURES / "cases" / "tuning").glob("*report*.txt")])


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_catalogue())


def verdicts(auditor: Auditor, document: Document) -> dict[str, str]:
    card = auditor.audit(document)
    return {element.id: element.verdict for element in card.elements} | {b.id: b.verdict for b in card.blocks}


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of a text file, those that its writer broke into lines put together."""
    lines = [document.text[item.start : item.end].strip() for item in document.paragraphs]
    return ["".join(lines[number] for number in group.lines) for group in joined_lines(document, document.text)]


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_report_has_the_verdicts_of_its_text(auditor: Auditor, suffix: str) -> None:
    assert len(REPORTS) >= 50
    other: dict[str, dict[str, tuple[str, str]]] = {}
    for file in REPORTS:
        text = read(str(file))
        made = FORMATS[suffix](paragraphs(text))
        expected, got = verdicts(auditor, text), verdicts(auditor, read_bytes(made, "report" + suffix))
        if expected != got:
            other[file.stem] = {key: (expected[key], got[key]) for key in expected if expected[key] != got[key]}
    assert not other
