"""Scorecard -> output: the terminal, JSON, and the other formats."""

from auditor.rendering.formats import FORMATS, Format
from auditor.rendering.view import Detail, View

__all__ = ["FORMATS", "Detail", "Format", "View"]
