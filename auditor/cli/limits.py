"""`auditor limits`: print the bounds of reading; and `--max`, which changes them."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.output import put

if TYPE_CHECKING:
    from auditor.reading import Limits

_MB = 1_000_000
# Field -> name, what it bounds, bytes or pieces in a unit, the unit.
_WORDS: dict[str, tuple[str, str, int, str]] = {
    "file_bytes": ("文件大小", "单个文件", _MB, "MB"),
    "inflated_bytes": ("解压总量", "Word、OFD文件解压后", _MB, "MB"),
    "part_bytes": ("部件大小", "Word、OFD文件的一个部件解压后", _MB, "MB"),
    "zip_entries": ("部件数", "Word、OFD文件内", 1, "个"),
    "zip_ratio": ("压缩比", "Word文件的一个部件", 1, "倍"),
    "tags": ("标签数", "网页或Word文件的一个部件", 1, "个"),
    "pages": ("页数", "PDF、OFD文件", 1, "页"),
    "characters": ("字数", "读出的文字", 1, "字"),
    "seconds": ("读取时间", "不含文字识别", 1, "秒"),
    "memory_bytes": ("读取内存", "不含文字识别", _MB, "MB"),
    "picture_pixels": ("图片像素", "扫描页的一张图片", 1, "个"),
    "recognition_pages": ("识别页数", "一个文件的扫描页", 1, "页"),
    "recognition_seconds": ("识别时间", "一个文件的扫描页", 1, "秒"),
    "recognition_memory_bytes": ("识别内存", "识别文字时", _MB, "MB"),
}
_FIELDS = {words[0]: field for field, words in _WORDS.items()}

Maximum = Annotated[
    list[str] | None,
    typer.Option(
        "--max",
        metavar="名称=数值",
        help="放宽或收紧读取文件的一项上限，如 --max 页数=3000，可以写多次；名称和现值见“limits”命令。",
        show_default=False,
    ),
]


def limits() -> None:
    """Print the bounds of reading."""
    from auditor.reading import DEFAULT

    lines = []
    for field, value in asdict(DEFAULT).items():
        name, what, unit, unit_name = _WORDS[field]
        lines.append(f"{name}：不超过{_number(value // unit)}{unit_name}（{what}）\n")
    put("".join(lines))


def chosen_limits(maximum: list[str] | None) -> "Limits":
    """The bounds of reading with those that the user changed.

    Args:
        maximum: As given to `--max`: “页数=3000”, sizes in MB.

    Raises:
        typer.BadParameter: For an unknown name or a value that is no whole number above 0.
    """
    from auditor.reading import DEFAULT

    changed: dict[str, int] = {}
    for each in maximum or ():
        name, _, value = each.partition("=")
        field = _FIELDS.get(name)
        if field is None:
            raise typer.BadParameter(f"--max：没有“{name}”这一项，可用的有：{'、'.join(_FIELDS)}。")
        if not (value.isascii() and value.isdigit() and 0 < int(value) < 1_000_000_000):
            raise typer.BadParameter(f"--max {name}：应当是大于0的整数，不是“{value}”。")
        changed[field] = int(value) * _WORDS[field][2]
    return replace(DEFAULT, **changed)


def _number(value: int) -> str:
    for size, name in ((100_000_000, "亿"), (10_000, "万")):
        if value and value % size == 0:
            return f"{value // size}{name}"
    return str(value)
