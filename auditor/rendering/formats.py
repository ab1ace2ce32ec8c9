"""The output formats. A new one is a module with `render(scorecard, view)` and one line in FORMATS."""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from auditor.rendering.view import View
from auditor.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Format:
    """An output format.

    Attributes:
        module: Module of `auditor.rendering` whose `render` makes it; imported only when asked for.
        means: What it is good for, in Chinese.
    """

    module: str
    means: str

    def render(self, scorecard: Scorecard, view: View) -> str | bytes:
        """The scorecard in this format; bytes when it is no text."""
        module = import_module(f"auditor.rendering.{self.module}")
        return cast("str | bytes", module.render(scorecard, view))


FORMATS: dict[str, Format] = {
    "terminal": Format("screen", "给人看的评分表"),
    "json": Format("contract", "给程序用的JSON（约定第1版）"),
}
