"""A report card packed, as it travels between processes and lies in the cache; opened only as far as it is asked for.

It holds the card twice, each compressed: as the line of JSON that formats written report by report are made of, so that
a folder audited before is printed without building a single object, and whole, for every other format. Neither holds
the path: equal contents are one record.
"""

import json
import struct
import zlib
from dataclasses import dataclass, replace

from auditor.batch.serial import from_plain, to_plain
from auditor.rendering.cleaning import UNSAFE
from auditor.rendering.contract import WITHOUT_PATH, report_line, with_path
from auditor.scorecard import ReportCard

_HEAD = struct.Struct(">II")  # check sum of all that follows it, length of the packed line
_FAST = 1
LONGEST = 8_000_000  # bytes of a line or card; those of a long report are some 30,000


@dataclass(frozen=True, slots=True)
class Record:
    """A packed report card.

    Attributes:
        packed_line: Its line of JSON, compressed.
        packed_card: All of it as JSON, compressed; b"" when the line is all that will be asked for.
    """

    packed_line: bytes
    packed_card: bytes

    @classmethod
    def pack(cls, card: ReportCard, *, only_line: bool = False) -> "Record":
        """Packs a card, or only its line; its path is left out."""
        bare = replace(card, path="")
        line = _pack(report_line(bare))
        if only_line:
            return cls(line, b"")
        return cls(line, _pack(json.dumps(to_plain(bare), ensure_ascii=False, separators=(",", ":"))))

    def card(self, path: str) -> ReportCard:
        """The report card of the file at that path."""
        return replace(_card(zlib.decompress(self.packed_card)), path=path)

    def line(self, path: str) -> str:
        """The line of JSON for the file at that path."""
        return with_path(zlib.decompress(self.packed_line).decode(), path)

    def to_bytes(self) -> bytes:
        """The record for a file, with a check sum."""
        content = struct.pack(">I", len(self.packed_line)) + self.packed_line + self.packed_card
        return struct.pack(">I", zlib.crc32(content)) + content

    @classmethod
    def from_bytes(cls, data: bytes) -> "Record":
        """The record that `to_bytes` was called on.

        Raises:
            ValueError: When the bytes are damaged; what they unpack to is seen to by `check`.
        """
        if len(data) < _HEAD.size:
            raise ValueError("too short")
        check_sum, length = _HEAD.unpack_from(data)
        if zlib.crc32(data[4:]) != check_sum:
            raise ValueError("damaged")
        return cls(data[_HEAD.size : _HEAD.size + length], data[_HEAD.size + length :])

    def check(self, *, whole: bool) -> None:
        """Sees to it that a record from a file, which anyone may have written, can be opened.

        Args:
            whole: Whether the card will be asked for, and not only the line.

        Raises:
            ValueError: When it cannot, or unpacks to more than any report does.
        """
        line = _unpack(self.packed_line).decode()
        is_plain = line.isprintable() or not ("\n" in line or UNSAFE.search(line))  # the first is the faster
        if not (is_plain and line.startswith(WITHOUT_PATH) and line.endswith("}")):
            raise ValueError("no line of a report")
        if whole:
            _card(_unpack(self.packed_card))


def _card(content: bytes) -> ReportCard:
    """The card that stands there as JSON.

    Raises:
        ValueError: When none does.
    """
    try:
        card = from_plain(json.loads(content))
    except RecursionError:
        raise ValueError("too deep") from None
    if not isinstance(card, ReportCard):
        raise ValueError("no report card")
    return card


def _pack(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST)


def _unpack(packed: bytes) -> bytes:
    """What was packed, but never more than the longest record.

    Raises:
        ValueError: When it is more, or damaged.
    """
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, LONGEST)
    except zlib.error:
        raise ValueError("damaged") from None
    if not unpacking.eof:
        raise ValueError("cut off, or too long")
    return content
