"""The roster of units that must hand in: a plain file with one unit a line, the name first, then its other names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.error import AuditorError
from auditor.reading.encoding import REPLACEMENT, decode
from auditor.statistics.unit_names import Unify, plain_name

LARGEST = 2_000_000  # bytes
TOLD = 20
_NOT_PLAIN = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf", b"<")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_WORD = re.compile(r"[^\W_]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BETWEEN = re.compile(r"[,，、;；\t]")
_COMMENTS = ("#", "＃")
_HEADS = re.compile("(?:应当?报送?的?|报送)?单位(?:名称|全称)?|名称|全称")
_TITLES = re.compile(".*(?:名单|名册|一览表|汇总表|统计表)")
_NUMBERS = re.compile(r"序号|编号|[0-9０-９]+(?:[.．:：)）\s].*)?")
_SAVE = "请在 Excel 里另存为 CSV（选“CSV UTF-8”），或者每行写一个单位，存成 .txt"


class RosterError(AuditorError):
    """The roster cannot be used; each line says where, what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of the roster: its name as written, and all its names as they are compared (`plain_name`)."""

    unit: str
    names: tuple[str, ...]


def read_roster(file: Path, unify: Unify) -> tuple[Member, ...]:
    """The units of a roster, in its order.

    Raises:
        RosterError: When it cannot be read, names no unit, or has lines that are none.
    """
    mistakes: list[str] = []
    members: list[Member] = []
    known: dict[str, tuple[int, str]] = {}
    for number, cells in _rows(_text_of(file)):
        if mistake := _mistake_in(cells):
            mistakes.append(f"{file}:{number}: {mistake}")
            continue
        names = {plain_name(cell, unify): cell for cell in reversed(cells) if _WORD.search(cell)}
        for plain, name in names.items():
            line, before = known.setdefault(plain, (number, name))
            if line != number:
                mistakes.append(f"{file}:{number}: {_told_again(name, line, before)}")
        members.append(Member(cells[0], tuple(names)))
    if not members and not mistakes:
        mistakes.append(f"{file}: 名单里没有单位。请每行写一个单位，第一列写单位名称。")
    if mistakes:
        left = len(mistakes) - TOLD
        raise RosterError(*mistakes[:TOLD], *([f"{file}: 另有{left}处类似的错误。"] if left > 0 else []))
    return tuple(members)


def _mistake_in(cells: list[str]) -> str:
    if not _WORD.search(cells[0]):
        return "第一列没有写单位。请在第一列写单位名称，其他名称写在后面。"
    if _NUMBERS.fullmatch(cells[0]):
        return f"第一列“{cells[0]}”不是单位名称。请删去序号，第一列写单位名称。"
    if _TITLES.fullmatch(cells[0]):
        return f"“{cells[0]}”不是单位名称。请删去这一行，或者在行首加“#”。"
    return ""


def _told_again(name: str, line: int, before: str) -> str:
    if name == before:
        return f"“{name}”在第{line}行已经写过。请删去一处。"
    return f"“{name}”和第{line}行的“{before}”是同一个名称。同一单位请合成一行；第一列以后只写单位的其他名称。"


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that name a unit, each with its number from 1, cut into cells."""
    may_be_head = True
    for number, line in enumerate(_LINE_END.split(text), 1):
        cells = [cell.strip().strip('"“”').strip() for cell in _BETWEEN.split(line)]
        if not any(cells) or line.lstrip().startswith(_COMMENTS):
            continue
        if not (may_be_head and _HEADS.fullmatch("".join(cells[0].split()))):
            yield number, cells
        may_be_head = False


def _text_of(file: Path) -> str:
    """What a plain file says.

    Raises:
        RosterError: When it is none.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except IsADirectoryError:
        raise RosterError(f"{file}: 这是文件夹，请写名单文件（.csv 或 .txt）的路径。") from None
    except FileNotFoundError:
        raise RosterError(f"{file}: 没有这个名单文件，请检查路径。") from None
    except (OSError, ValueError):
        raise RosterError(f"{file}: 打不开这个名单文件，请检查路径和权限。") from None
    if len(data) > LARGEST:
        raise RosterError(f"{file}: 文件太大（超过{LARGEST // 1_000_000}MB），不像是单位名单。请检查是否写错了文件。")
    decoded = decode(data)
    if data.lstrip().startswith(_NOT_PLAIN) or _CONTROL.search(decoded.text):
        raise RosterError(f"{file}: 不是纯文本，可能是Excel工作簿（.xlsx、.xls）或其他格式的文件。{_SAVE}。")
    if decoded.damaged:
        line = len(_LINE_END.split(decoded.text.partition(REPLACEMENT)[0]))
        raise RosterError(f"{file}:{line}: 有{decoded.damaged}处文字无法识别。{_SAVE}。")
    return decoded.text
