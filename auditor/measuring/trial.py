"""One rule example on trial: what it must show, what it showed, and which rules it made fire."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.catalogue.source import Location
from auditor.reading import Document, read_bytes

UNIT = "某县人民政府"
UNITS = {
    "province": "某省人民政府",
    "city": "某市人民政府",
    "county": UNIT,
    "department": "某县财政局",
    "township": "某镇人民政府",
    "subdistrict": "某街道办事处",
    "zone": "某经济开发区管委会",
}


# Longer than any page is wide, so that the lines of the report are never taken for one wrapped paragraph.
FILLER = (
    "（以上是为检验规则而写的短文，除例句以外没有别的内容；这一行写得很长，"
    "只是为了让读者和程序都看得出各行是各自独立的段落，不是排版时折断的同一段文字。）"
)


@dataclass(frozen=True, slots=True)
class Trial:
    """The outcome of one example.

    Attributes:
        owner: The element, block or list it belongs to: "elements", "blocks", "concepts", "cues", "sections"
            or "borders", and the id there.
        at: Its place in the owner's data, such as ("examples", 0).
        text: The example as written in the rule file.
        expected: What it must show, in Chinese.
        got: What it showed, in Chinese.
        passed: Whether the two agree.
        fired: What it made fire, as (owner id, id of the signal, decoy, … or "" for the owner itself).
    """

    owner: tuple[str, str]
    at: Location
    text: str
    expected: str
    got: str
    passed: bool
    fired: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Firing:
    """Something that at least one example must make fire.

    Attributes:
        owner: As in Trial.
        at: Its place in the owner's data.
        key: (owner id, own id), as in Trial.fired.
        name: What it is, in Chinese (“信号 named”).
    """

    owner: tuple[str, str]
    at: Location
    key: tuple[str, str]
    name: str


def document(text: str) -> Document:
    """An example text as a document, read as a text file is."""
    return read_bytes(text.encode("utf-8"), "example.txt")


def report_around(
    body: str, *, heading: str = "", level: str = "county", year: int | None = None
) -> tuple[Document, int]:
    """A small report of a body of this level with `body` in it, under `heading` when one is given.

    Its title names no year unless one is given, so that years in the body mean what they mean there.

    Returns:
        The document, and the offset of `body` in its text; a line that says nothing follows the body.
    """
    about = f"{year}年度" if year else "关于"
    title = f"{UNITS.get(level, UNIT)}{about}法治政府建设工作情况的报告\n"
    head = f"{title}{heading}\n" if heading else title
    return document(f"{head}{body}\n{FILLER}\n"), len(head)


def names(items: Iterable[str]) -> str:
    """Names in one line, “无” when there are none."""
    return "、".join(items) or "无"
