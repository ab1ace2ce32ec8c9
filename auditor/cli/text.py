"""`auditor text`: print exactly the text that is audited."""

import sys
from typing import Annotated

import typer

from auditor.cli.limits import Maximum, chosen_limits
from auditor.cli.messages import DONE, NOT_AUDITED, say_failure
from auditor.cli.output import put
from auditor.rendering.cleaning import clean
from auditor.scorecard import Failure


def text(
    file: Annotated[str, typer.Argument(metavar="文件", help="要读取的文件；“-”表示标准输入。", show_default=False)],
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
    if sys.stdout.isatty():
        put(clean(document.text.replace("\r\n", "\n")) + "\n")
    else:
        put(document.text.encode("utf-8", "surrogatepass"))
    return DONE
