"""`auditor cache`: where the results of earlier runs are kept, and how to be rid of them."""

import typer

from auditor.cli.messages import DONE, WRONG_USAGE, say
from auditor.cli.output import put, reason
from auditor.cli.usage import ChineseCommand, ChineseGroup

cache = typer.Typer(
    cls=ChineseGroup,
    help="查看和清空缓存：以前审核的结果，文件、规则和程序都没有变时直接取用。",
    rich_markup_mode=None,
    add_completion=False,
)


@cache.command("show", cls=ChineseCommand, help="显示缓存的位置和大小。")
def show() -> int:
    """Tell where the cache is and how large."""
    from auditor.batch.cache import default_location, usage

    try:
        count, size = usage()
    except OSError as error:
        say(f"打不开缓存“{error.filename}”（{reason(error)}）。请检查路径和权限。")
        return WRONG_USAGE
    put(f"位置：{default_location()}\n结果：{count}份，{size / 1_000_000:.1f}MB\n")
    return DONE


@cache.command("clear", cls=ChineseCommand, help="清空缓存；下次审核会重新审核每一份。")
def clear() -> int:
    """Remove every result kept."""
    from auditor.batch.cache import clear as remove

    try:
        count = remove()
    except OSError as error:
        say(
            f"没有清空缓存：“{error.filename}”打不开或删不掉（{reason(error)}）。请检查路径和权限，或等其他审核结束后再试。"
        )
        return WRONG_USAGE
    put(f"已清空缓存：{count}份结果。\n")
    return DONE
