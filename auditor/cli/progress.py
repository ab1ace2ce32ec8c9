"""A progress bar on standard error, for more than a few files and for people only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from auditor.cli.messages import telling
from auditor.rendering.cleaning import one_line

FEW = 3
SECONDS_BETWEEN = 0.1


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None] | None]:
    """A callback to call with the path of each file done; None when no bar is wanted."""
    if total <= FEW or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column
    from rich.text import Text

    class FileColumn(TextColumn):
        def render(self, task: object) -> Text:
            return Text(str(getattr(task, "description", "")), overflow="ellipsis", no_wrap=True)

    class RateColumn(TextColumn):
        def render(self, task: object) -> Text:
            speed = getattr(task, "speed", None)
            return Text(f"每秒{speed:.0f}份" if speed else "")

    # Where the line is short, the name and the bar give way, not the numbers.
    columns = (
        TextColumn("正在审核", markup=False),
        BarColumn(),
        MofNCompleteColumn(table_column=Column(no_wrap=True)),
        RateColumn(""),
        TextColumn("剩余", markup=False),
        TimeRemainingColumn(compact=True, table_column=Column(no_wrap=True)),
        FileColumn("", table_column=Column()),
    )
    # Drawn here and not by a thread of its own: worker processes can be forked from a process without threads only.
    console = Console(stderr=True, markup=False)
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
    task = bar.add_task("", total=total)
    drawn = 0.0

    def on_done(path: str) -> None:
        nonlocal drawn
        bar.update(task, advance=1, description=one_line(path))
        if time.monotonic() - drawn >= SECONDS_BETWEEN:
            with telling():
                bar.refresh()
            drawn = time.monotonic()

    try:
        with telling():
            bar.start()
            bar.refresh()
        yield on_done
    finally:
        with telling():
            bar.stop()
