"""`auditor text`: print exactly the text that is audited."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.limits import Maximum, chosen_limits
from auditor.cli.messages import DONE, NOT_AUDITED, say, say_failure
from auditor.cli.output import put
from auditor.rendering.cleaning import clean
from auditor.rendering.wording import position
from auditor.scorecard import Failure

if TYPE_CHECKING:
    from auditor.reading import Document


def text(
    file: Annotated[str, typer.Argument(metavar="文件", help="要读取的文件；“-”表示标准输入。", show_default=False)],
    places: Annotated[bool, typer.Option("--places", help="每段一行，前面写明它在文件里的位置。")] = False,
    maximum: Maximum = None,
) -> int:
    """Print the text that is audited."""
    from auditor.batch.run import load
    from auditor.reading import ReadingError

    try:
        document = load(file, chosen_limits(maximum))
    except ReadingError as error:
        say_failure(Failure(file, error.message, error.kind))
        return NOT_AUDITED
    for note in (*document.unread, *document.notes):
        say(f"{file}：{note}")
    if places:
        put("".join(f"{where}\t{clean(passage)}\n" for where, passage in _placed(document)))
    elif sys.stdout.isatty():
        put(clean(document.text.replace("\r\n", "\n")) + "\n")
    else:
        put(document.text.encode("utf-8", "surrogatepass"))
    return DONE


def _placed(document: "Document") -> Iterator[tuple[str, str]]:
    """Each paragraph with where it stands, in the words that citations use."""
    for number, each in enumerate(document.paragraphs, 1):
        level = f"，{each.heading}级标题" if each.heading else ""
        yield position(each.page, number, each.place) + level, document.text[each.start : each.end]
