"""A progress bar on standard error, for more than a few files and for people only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from auditor.rendering.cleaning import one_line

FEW = 3


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None] | None]:
    """A callback to call with the path of each file done; None when no bar is wanted."""
    if total <= FEW or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class FileColumn(TextColumn):
        def render(self, task: object) -> Text:
            return Text(str(getattr(task, "description", "")), overflow="ellipsis", no_wrap=True)

    class RateColumn(TextColumn):
        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            return Text(f"每秒{speed:.0f}份" if speed else "")

    columns = (
        TextColumn("正在审核", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(""),
        TextColumn("剩余", markup=False),
        TimeRemainingColumn(compact=True),
        FileColumn(""),
    )
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as bar:
        task = bar.add_task("", total=total)

        def on_done(path: str) -> None:
            bar.update(task, advance=1, description=one_line(path))

        yield on_done
