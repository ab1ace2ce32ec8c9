"""A report card packed, as it travels between processes and lies in the cache; opened only as far as it is asked for.

It holds the card twice, each compressed: as the line of JSON that formats written report by report are made of, so that
a folder audited before is printed without building a single object, and whole, for every other format. Neither holds
the path: equal contents are one record.
"""

import json
import struct
import zlib
from dataclasses import dataclass, replace
from typing import cast

from auditor.batch.serial import from_plain, to_plain
from auditor.rendering.contract import report_line, with_path
from auditor.scorecard import ReportCard

_HEAD = struct.Struct(">II")  # check sum of all that follows it, length of the packed line
_FAST = 1


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
        return replace(cast(ReportCard, from_plain(json.loads(zlib.decompress(self.packed_card)))), path=path)

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
            ValueError: When the bytes are damaged.
        """
        if len(data) < _HEAD.size:
            raise ValueError("too short")
        check_sum, length = _HEAD.unpack_from(data)
        if zlib.crc32(data[4:]) != check_sum:
            raise ValueError("damaged")
        return cls(data[_HEAD.size : _HEAD.size + length], data[_HEAD.size + length :])


def _pack(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FAST)
