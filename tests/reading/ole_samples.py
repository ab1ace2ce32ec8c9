"""Compound files (OLE2) and Word documents of 1997 in them, built by hand."""

import struct
from collections.abc import Sequence

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR = 512
_LEAST = 4096
_NONE = 0xFFFFFFFF


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root; each is padded to the least size of a full stream."""
    sectors: list[bytes] = []
    chain: list[int] = []
    entries = [_entry("Root Entry", 5, 1 if streams else _NONE, _END, 0)]
    names = sorted(streams, key=lambda name: (len(name), name))
    for number, name in enumerate(names):
        content = streams[name].ljust(_LEAST, b"\0")
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        start = len(sectors)
        sectors += pieces
        chain += [*range(start + 1, len(sectors)), _END]
        right = number + 2 if number + 1 < len(names) else _NONE
        entries.append(_entry(name, 2, _NONE, start, len(content), right))
    while len(entries) % 4:
        entries.append(b"\0" * 128)
    directory = len(sectors)
    table = b"".join(entries)
    sectors += [table[at : at + _SECTOR] for at in range(0, len(table), _SECTOR)]
    chain += [*range(directory + 1, len(sectors)), _END]
    fat = len(sectors)
    count = (len(chain) + 1 + 126) // 127
    chain += [_FAT] * count
    chain += [_FREE] * (count * 128 - len(chain))
    sectors += [struct.pack("<128I", *chain[at * 128 : at * 128 + 128]) for at in range(count)]
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\0" * 16,
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        count,
        directory,
        0,
        _LEAST,
        _END,
        0,
        _END,
        0,
    )
    places = [*range(fat, fat + count)]
    header += struct.pack("<109I", *places, *[_FREE] * (109 - count))
    return header + b"".join(sectors)


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = _NONE) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sI8s8sIQ", text, len(text), kind, 1, _NONE, right, child, b"\0" * 16, 0, b"", b"", start, size
    )


def doc(
    paragraphs: Sequence[tuple[str, int, str]], *, flags: int = 0, runs: int = 1, text_bytes: int | None = None
) -> bytes:
    """A Word document of 1997.

    Args:
        paragraphs: Text, style (1 to 9 are headings) and kind ("", "cell" or "row": the end of a row).
        flags: Of the header; 0x100 means encrypted.
        runs: How often the page of paragraph properties is listed.
        text_bytes: What the header says of the text's length, in bytes, when it is not the truth.
    """
    start = 0x400
    marks = {"": "\r", "cell": "\x07", "row": "\x07"}
    pieces = [(text + marks[kind]).encode("utf-16-le") for text, _, kind in paragraphs]
    text = b"".join(pieces)
    formats = -(-(start + len(text)) // _SECTOR)
    ends, properties = [start], []
    for piece, (_, style, kind) in zip(pieces, paragraphs, strict=True):
        ends.append(ends[-1] + len(piece))
        sprms = {"": b"", "cell": b"\x16\x24\x01", "row": b"\x16\x24\x01\x17\x24\x01"}[kind]
        properties.append(struct.pack("<H", style) + sprms)
    pages, at = [], 0
    while at < len(properties):
        page, at = _formatted(ends, properties, at)
        pages.append(page)
    body = bytearray(formats * _SECTOR)
    body[start : start + len(text)] = text
    struct.pack_into("<H", body, 0, 0xA5EC)
    struct.pack_into("<H", body, 0x0A, flags)
    length = len(text) if text_bytes is None else text_bytes
    struct.pack_into("<II", body, 0x18, start, min(start + length, 0xFFFFFFFF))
    struct.pack_into("<I", body, 0x4C, length // 2)
    count = len(pages) * runs
    table = struct.pack(f"<{count + 1}I", *[0] * (count + 1))
    table += struct.pack(f"<{count}I", *([formats + number for number in range(len(pages))] * runs))
    struct.pack_into("<II", body, 0x102, 0, len(table))
    return compound({"WordDocument": bytes(body) + b"".join(pages), "0Table": table})


def _formatted(ends: list[int], properties: list[bytes], first: int) -> tuple[bytes, int]:
    """One page of paragraph properties from paragraph `first` on, and the paragraph it stops before."""
    last = min(first + 12, len(properties))
    page = bytearray(_SECTOR)
    count = last - first
    struct.pack_into(f"<{count + 1}I", page, 0, *ends[first : last + 1])
    place = 510
    for number in range(first, last):
        content = properties[number]
        padded = content + b"\0" * ((len(content) + 1) % 2)
        place = (place - len(padded) - 1) & ~1
        page[place] = (len(padded) + 1) // 2
        page[place + 1 : place + 1 + len(padded)] = padded
        page[(count + 1) * 4 + (number - first) * 13] = place // 2
    page[511] = count
    return bytes(page), last
