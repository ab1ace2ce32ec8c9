"""Wrong usage, and the help of typer, in Chinese."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

# typer exports no UsageError; every wrong usage is one, BadParameter among them.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def _not_one_of(match: re.Match[str]) -> str:
    names = "、".join(re.findall("'(.+?)'", match[3]))
    return f"“{match[1]}”没有“{match[2]}”，可用的有：{names}。"


_MESSAGES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"No such option:? '?(\S+?)'?\.?( .*)?$", r"没有“\1”这个选项。"),
        (r"No such command '(.*?)'.*", r"没有“\1”这个命令。"),
        (r"Missing (?:argument|parameter) '?(.+?)'?\.*$", r"缺少“\1”。"),
        (r"Missing option '?(.+?)'?\.*$", r"缺少选项“\1”。"),
        (r"Missing command.*", "没有写命令。"),
        (r"Option '?(.+?)'? requires an argument.*", r"选项“\1”后面要写上它的值。"),
        (r"Option '?(.+?)'? does not take a value.*", r"选项“\1”后面不带值。"),
        (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", r"多写了“\1”。"),
        (r"Invalid value for '?(.+?)'?: .*valid integer.*", r"“\1”应当是整数。"),
        (r"Invalid value for '?(.+?)'?: .*valid (?:number|float).*", r"“\1”应当是数字。"),
        (r"Invalid value for '?(.+?)'?: .*?'(.*)' is not one of (.+?)\.?$", _not_one_of),
        (r"Invalid value for '?(.+?)'?: (.+)", r"“\1”：\2"),
        (r"Invalid value: (.+)", r"\1"),
    )
)
_HELP_WORDS = (
    ("Usage: ", "用法："),
    ("Options:", "选项："),
    ("Commands:", "命令："),
    ("Arguments:", "参数："),
    ("Show this message and exit.", "显示本帮助。"),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]..."),
)
_TYPES = re.compile(
    r"<(?:list\[)?(?:str|Path|path|float|int)\]?>|  \[(?:required|default:[^]]*)\]",
    re.MULTILINE,
)
_EMPTY = re.compile(r"(?:--[a-z-]+=)?")
_BRACES = re.compile(r"\{([^{}\n]+)\}")


def explain_usage(error: Exception) -> Iterator[str]:
    """What was wrong with a command line and where help is, in Chinese."""
    message = str(getattr(error, "format_message", error.__str__)())
    for pattern, words in _MESSAGES:
        if pattern.match(message):
            message = pattern.sub(words, message, count=1)
            break
    yield f"用法有误：{message}"
    context: Any = getattr(error, "ctx", None)
    yield f"查看用法：{context.command_path if context else 'auditor'} --help"


def _in_chinese(text: str) -> str:
    for english, chinese in _HELP_WORDS:
        text = text.replace(english, chinese)
    return _BRACES.sub(r"\1", _TYPES.sub("", text))


def _help(of_typer: Callable[[Any], str], context: Any) -> str:
    from auditor.cli.help_layout import UNFOLDED, lay_out  # most runs show no help

    context.terminal_width = UNFOLDED
    return lay_out(_in_chinese(of_typer(context)))


class ChineseCommand(TyperCommand):
    """A command whose help is in Chinese."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Takes the arguments; an empty one is a variable without value, and no path to the current folder.

        Raises:
            typer.BadParameter: When there is one.
        """
        if any(map(_EMPTY.fullmatch, args)):
            raise typer.BadParameter("有一个参数是空的，请检查命令里的变量是否有值。", ctx)
        return super().parse_args(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _help(super().get_help, ctx)


class ChineseGroup(TyperGroup):
    """A group of commands whose help is in Chinese."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _help(super().get_help, ctx)
