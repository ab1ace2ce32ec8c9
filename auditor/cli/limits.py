"""`auditor limits`: print the bounds of reading."""

from dataclasses import asdict

from auditor.cli.output import put

_WORDS: dict[str, tuple[str, int, str]] = {
    "file_bytes": ("单个文件大小", 1_000_000, "MB"),
    "inflated_bytes": ("Word文件解压后的总大小", 1_000_000, "MB"),
    "part_bytes": ("Word文件单个部件解压后的大小", 1_000_000, "MB"),
    "zip_entries": ("Word文件内部件数", 1, "个"),
    "zip_ratio": ("Word文件部件的压缩比", 1, "倍"),
    "tags": ("网页或Word部件的标签数", 1, "个"),
    "pages": ("PDF页数", 1, "页"),
    "characters": ("读出的文字", 1, "字"),
}


def limits() -> None:
    """Print the bounds of reading."""
    from auditor.reading import DEFAULT

    lines = []
    for name, value in asdict(DEFAULT).items():
        words, unit, unit_name = _WORDS.get(name, (name, 1, ""))
        lines.append(f"{words}：不超过{_number(value // unit)}{unit_name}\n")
    put("".join(lines))


def _number(value: int) -> str:
    return f"{value // 10_000}万" if value and value % 10_000 == 0 else str(value)
