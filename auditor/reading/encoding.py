"""Bytes of unknown encoding to text: byte-order mark, UTF-8, then the most ordinary Chinese reading."""

from dataclasses import dataclass

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_LADDER = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")
_ALIASES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
}
_SAMPLE = 20_000
_COMMON = frozenset(
    "的一是在和了有不人大为以及中国年月日政府法治行建设工作区市县街道党委主要职责度情况会部门案件审查"
    "，。、；：（）“”《》0123456789\r\n \t　"
    "為國設區縣黨責門會審"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,;:-()#"
)
REPLACEMENT = "\ufffd"
LENGTH_OF_A_CLAUSE = 12


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text made from bytes.

    Attributes:
        text: The text without its byte-order mark, line breaks untouched.
        encoding: Python's name of the encoding it was read with.
        damaged: Number of places that could not be read, each one U+FFFD in `text`.
    """

    text: str
    encoding: str
    damaged: int

    @property
    def told(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The damage as Document.notes and Document.unread tell it."""
        return tell_damage(self.damaged, "字节")


def tell_damage(places: int, of_what: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Characters lost here and there as Document.notes and Document.unread tell them.

    So few that no clause would fit in are no part of the report that was not read.
    """
    if not places:
        return (), ()
    told = (f"有{places}处{of_what}无法识别，已用“{REPLACEMENT}”代替",)
    return (told, ()) if places < LENGTH_OF_A_CLAUSE else ((), told)


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decodes bytes, never failing: what cannot be read is replaced and counted.

    Args:
        data: The bytes, with or without a byte-order mark.
        declared: The encoding that the file claims for itself (a page's charset). It is believed only after
            a byte-order mark and valid UTF-8, and only when all bytes fit it; gb2312 and gbk mean gb18030.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    # Zero bytes speak for UTF-16 unless they are stray.
    if data.count(0) * 4 <= len(data) and _fits(data, "utf-8"):
        return _decoded(data, "utf-8")
    claimed = _ALIASES.get(declared.strip().lower(), declared.strip().lower())
    if claimed in {"gb18030", "big5", "big5-hkscs", "utf-16-le", "utf-16-be"} and _fits(data, claimed):
        return _decoded(data, claimed)
    return _decoded(data, max(_LADDER, key=lambda encoding: _likeness(data, encoding)))


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count(REPLACEMENT))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(data: bytes, encoding: str) -> float:
    """How much the opening, read this way, looks like ordinary Chinese: about 0 to 1, less for damage."""
    sample = data[:_SAMPLE]
    if encoding.startswith("utf-16") and len(data) % 2:
        sample = sample[: len(sample) // 2 * 2]
    text = sample.decode(encoding, "replace")
    if not text:
        return 0.0
    ordinary = sum(character in _COMMON for character in text)
    zeros = text.count("\0")
    # A cut through the last character of the sample is no damage.
    damaged = max(0, text.count(REPLACEMENT) - (len(data) > len(sample)))
    # Near ties go to gb18030, by far the commonest of what is left after UTF-8.
    preference = 0.02 if encoding == "gb18030" else 0.0
    return (ordinary - 3 * damaged - 5 * zeros) / len(text) + preference
