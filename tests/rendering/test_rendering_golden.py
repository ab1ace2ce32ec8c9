"""Outputs of fixed width, compared with those last looked at."""

import pytest
from golden import check
from rendering_samples import SCORECARD
from rich.cells import cell_len
from rich.text import Text

from auditor.rendering import FORMATS, View
from auditor.rendering.explain import explain_report

VIEWS = {
    "terminal_80_colour.txt": View(80, is_terminal=True, has_color=True),
    "terminal_120_colour.txt": View(120, is_terminal=True, has_color=True),
    "terminal_80.txt": View(80, is_terminal=True),
    "terminal_120.txt": View(120, is_terminal=True),
    "terminal_80_verbose.txt": View(80, is_terminal=True, detail="verbose"),
    "piped.txt": View(80),
    "piped_verbose.txt": View(80, detail="verbose"),
    "quiet.txt": View(80, detail="quiet"),
}


@pytest.mark.parametrize("name", VIEWS)
def test_terminal(name: str) -> None:
    content = FORMATS["terminal"].render(SCORECARD, VIEWS[name])
    assert isinstance(content, str)
    check(name, content)


@pytest.mark.parametrize("width", [40, 60, 80, 99, 100, 120])
@pytest.mark.parametrize("detail", ["normal", "verbose"])
def test_no_line_is_wider_than_the_terminal(width: int, detail: str) -> None:
    view = View(width, is_terminal=True, has_color=True, detail=detail)  # type: ignore[arg-type]
    content = FORMATS["terminal"].render(SCORECARD, view)
    assert isinstance(content, str)
    assert max(cell_len(line) for line in Text.from_ansi(content).plain.splitlines()) == width


def test_a_pipe_gets_the_same_at_every_width_without_colour_and_boxes() -> None:
    narrow, wide = (FORMATS["terminal"].render(SCORECARD, View(width)) for width in (80, 120))
    assert narrow == wide
    assert not set("\x1b─━│┃┏┌╭═") & set(str(narrow))


def test_json() -> None:
    content = FORMATS["json"].render(SCORECARD, View())
    assert isinstance(content, str)
    check("scorecard.json", content)


@pytest.mark.parametrize("element", [None, "legal_counsel"])
def test_explain(element: str | None) -> None:
    content = explain_report(SCORECARD.reports[0], element, View(80, is_terminal=True))
    check(f"explain_{element or 'all'}.txt", content)
