"""`auditor`: runs a command and ends with its exit status."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import typer

from auditor.cli.app import app
from auditor.cli.messages import BROKEN_PIPE, INTERRUPTED, WRONG_USAGE, forsake, say, say_problems
from auditor.cli.output import reason
from auditor.cli.usage import UsageError, explain_usage
from auditor.error import AuditorError

__all__ = ["main", "run_command"]


def main() -> int:
    """Set this process up, and run the command it was started with."""
    gc.set_threshold(200_000, 20, 20)  # a run keeps most of what it makes: nothing is gained by searching it for refuse
    atexit.register(gc.freeze)  # nor at its end
    # No plug-in of another package has a say in how rules are read; looking for one takes its time besides.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    return run_command()


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Command-line arguments without the program's name; those of the process by default.

    Returns:
        The exit status: see auditor.cli.messages.
    """
    _replace_closed_streams()
    _accept_any_character()
    try:
        status = app(args=arguments, prog_name="auditor", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        for line in explain_usage(error):
            say(line)
        return WRONG_USAGE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return BROKEN_PIPE
    except AuditorError as error:
        say_problems(error.lines)
        return WRONG_USAGE
    except OSError as error:
        forsake(sys.stdout)
        what = f"“{error.filename}”无法使用" if error.filename else "系统资源不足或输出中断，没有完成"
        say(f"{what}（{reason(error)}）。请检查磁盘空间、内存和权限。")
        return WRONG_USAGE
    return status if isinstance(status, int) else 0


def _replace_closed_streams() -> None:
    """Closed standard input is empty, closed standard output refuses what is written; no file takes their numbers."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def _accept_any_character() -> None:
    """A terminal that is not UTF-8 gets escapes for what it lacks, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
