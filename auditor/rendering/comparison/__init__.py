"""Comparison -> terminal, JSON, page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.comparison import Comparison
    from auditor.rendering.view import View


def _lines(comparison: "Comparison", view: "View") -> str:
    from auditor.rendering.comparison.lines import render

    return render(comparison, view)


def _data(comparison: "Comparison", view: "View") -> str:
    from auditor.rendering.comparison.data import render

    return render(comparison, view)


def _page(comparison: "Comparison", view: "View") -> str:
    from auditor.rendering.comparison.page import render

    return render(comparison, view)


COMPARISON_FORMATS: dict[str, Callable[["Comparison", "View"], str]] = {
    "terminal": _lines,
    "json": _data,
    "html": _page,
}

__all__ = ["COMPARISON_FORMATS"]
