"""The output formats. A new one is a module and one line in FORMATS.

The module has `render(scorecard, view)`, or `render(scorecard, view, annex)` when it needs more than the scorecard, or
a `Stream` when it is written report by report.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, cast

if TYPE_CHECKING:  # every command knows the formats, and most need none
    from auditor.annex import Annex
    from auditor.rendering.streams import Stream
    from auditor.rendering.view import View
    from auditor.scorecard import ReportCard, Scorecard

Needs = Literal["scorecard", "annex", "texts"]


class FolderNeededError(Exception):
    """The format makes a file for each report, and there is not just one report."""


@dataclass(frozen=True, slots=True)
class Format:
    """An output format.

    Attributes:
        module: Module of `auditor.rendering` that makes it; imported only when asked for.
        means: What it is good for, in Chinese.
        needs: What it is made from: the scorecard alone, that and an annex, or an annex with the texts in it; then
            `render` takes the annex as its third argument.
        is_binary: Whether it is no text and so nothing for a terminal.
        fills_folder: Whether it can also make a folder of files, by the module's `names` and `files`.
        is_stream: Whether it is written report by report, by the module's `Stream`.
        holds_one: Whether a file of it holds one report only, so that several need a folder.
        tells_submission: Whether it shows who has handed in.
        is_filled_in: Whether its files are filled in by hand; the module's `is_changed` tells where that was done.
    """

    module: str
    means: str
    needs: Needs = "scorecard"
    is_binary: bool = False
    fills_folder: bool = False
    is_stream: bool = False
    holds_one: bool = False
    tells_submission: bool = False
    is_filled_in: bool = False

    def render(self, scorecard: "Scorecard", view: "View", annex: "Annex | None" = None) -> str | bytes:
        """The scorecard in this format; bytes when it is no text.

        Raises:
            FolderNeededError: When it takes a folder to hold it.
        """
        if self.is_stream:
            from auditor.rendering.streams import written

            return written(self.stream(), scorecard)
        return cast("str | bytes", self._load().render(*self._given(scorecard, view, annex)))

    def files(
        self, scorecard: "Scorecard", view: "View", annex: "Annex | None" = None
    ) -> Iterator[tuple[str, str | bytes]]:
        """The files of a folder, one at a time: name and content."""
        return cast("Iterator[tuple[str, str | bytes]]", self._load().files(*self._given(scorecard, view, annex)))

    def names(self, reports: "Sequence[ReportCard]") -> list[str]:
        """The names that `files` gives, in its order; without reports those that are there whatever the reports."""
        return cast("list[str]", self._load().names(reports))

    def is_changed(self, content: bytes) -> bool:
        """Whether a file that is there holds what somebody has written, and must be kept."""
        return self.is_filled_in and bool(self._load().is_changed(content))

    def stream(self) -> "Stream":
        """What writes it report by report."""
        return cast("Stream", self._load().Stream())

    def _load(self) -> Any:
        return import_module(f"auditor.rendering.{self.module}")

    def _given(self, scorecard: "Scorecard", view: "View", annex: "Annex | None") -> tuple[Any, ...]:
        return (scorecard, view) if self.needs == "scorecard" else (scorecard, view, annex)


FORMATS: dict[str, Format] = {
    "terminal": Format("screen", "给人看的评分表", tells_submission=True),
    "json": Format("json_object", "给程序用的JSON（约定第1版）", is_stream=True, tells_submission=True),
    "jsonl": Format("json_lines", "每份报告一行的JSON，适合大批文件", is_stream=True),
    "xlsx": Format(
        "workbook", "工作簿：评分矩阵、应补内容、统计、雷同", needs="annex", is_binary=True, tells_submission=True
    ),
    "html": Format(
        "webpage",
        "网页：评分矩阵、图表、全文标注（可写入文件夹，每份一页）",
        needs="texts",
        fills_folder=True,
        tells_submission=True,
    ),
    "letter": Format(
        "letter",
        "整改建议函（Word，每份一封，写入文件夹）",
        is_binary=True,
        fills_folder=True,
        holds_one=True,
        is_filled_in=True,
    ),
    "markdown": Format("markdown", "Markdown文本", needs="annex", tells_submission=True),
    "sarif": Format("sarif", "SARIF 2.1.0，供编辑器和代码平台读取", needs="texts"),
    "junit": Format("junit", "JUnit XML，供流水线读取"),
}
