"""Hostile and broken .docx files, and zip files that pass for one."""

import io
import struct
import warnings
import zipfile
from collections.abc import Iterator

from broken_model import ANY, AUDITED, WORD_BODY, Broken
from reading_samples import NAMESPACES, paragraph, word, zipped

_MAIN = "word/document.xml"


def files() -> Iterator[Broken]:
    """All of them."""
    whole = word(WORD_BODY)
    for size in (10, 25, 60, 250):
        bomb = word(paragraph("法" * 10 + " " * (size * 1_000_000)))
        yield Broken("zip_bomb", f"{size}MB", ".docx", bomb, "too_large")
    for count in (6_000, 40_000):
        names = {f"word/media/{number}.png": b"" for number in range(count)}
        yield Broken("zip_entries", str(count), ".docx", zipped({_MAIN: b"<x/>"} | names), "too_large")
    nested = zipped({"0.bin": b"\0" * 5_000_000})
    for depth in (1, 6):
        inner = nested
        for level in range(depth):
            inner = zipped({f"{copy}_{level}.zip": inner for copy in range(4)})
        yield Broken("zip_nested", f"{depth}_deep", ".docx", inner, "unsupported")
    yield Broken(
        "zip_lying_size", "small", ".docx", _lying(word(WORD_BODY + paragraph("法" * 200_000)), 1_000), "unreadable"
    )
    yield Broken("zip_lying_size", "huge", ".docx", _lying(whole, 4_000_000_000), "too_large")
    yield Broken("zip_same_name", "twice", ".docx", _twice(), AUDITED)
    yield Broken("zip_path", "upwards", ".docx", _with({"../../../../tmp/escaped.txt": b"x"}), AUDITED)
    yield from _declarations()
    yield from _depths()
    yield Broken("xml_tags", "4_million", ".docx", word("<w:p/>" * 4_000_000), "too_large")
    yield Broken(
        "xml_attributes", "one_of_8MB", ".docx", word(paragraph("x", f'<w:jc w:val="{"y" * 8_000_000}"/>')), ANY
    )
    yield from _outside()
    for share in (1, 10, 50, 90, 99):
        content = whole[: len(whole) * share // 100]
        yield Broken("docx_truncated", f"{share}_percent", ".docx", content, "unreadable")
    for seed in range(1, 9):
        yield Broken("docx_flipped", f"seed_{seed}", ".docx", flipped(whole, seed), ANY)
    yield from _loops()
    yield Broken(
        "docx_password",
        "flag",
        ".docx",
        whole.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\1\0"),
        "encrypted",
    )
    yield Broken("docx_parts", "no_body", ".docx", zipped({_MAIN: b"<x/>"}), "unreadable")
    yield Broken("docx_parts", "not_xml", ".docx", zipped({_MAIN: b"\x00\x01\x02" * 50}), "unreadable")
    yield Broken("docx_parts", "no_paragraph", ".docx", word(""), "empty")
    yield Broken("docx_parts", "no_member", ".docx", zipped({}), "unsupported")
    strict = whole_with(
        WORD_BODY,
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    yield Broken("docx_dialect", "strict", ".docx", strict, AUDITED)


def flipped(content: bytes, seed: int, count: int = 60) -> bytes:
    """Bytes with some of them changed, the same ones every time."""
    damaged = bytearray(content)
    state = seed
    for _ in range(count):
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        damaged[(state >> 20) % len(damaged)] ^= 1 << (state >> 60) % 8
    return bytes(damaged)


def whole_with(body: str, old: bytes, new: bytes) -> bytes:
    """A .docx whose main part has `new` where it had `old`."""
    main = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    return zipped({_MAIN: main.replace(old, new)})


def _lying(content: bytes, size: int) -> bytes:
    """A zip file that gives a false unpacked size for its main part."""
    damaged = bytearray(content)
    place = damaged.rindex(_MAIN.encode(), 0, damaged.rindex(b"word/_rels"))
    struct.pack_into("<I", damaged, place - 46 + 24, size)
    return bytes(damaged)


def _twice() -> bytes:
    """A zip file with two members of one name, the last of which counts."""
    out = io.BytesIO()
    main = f"<w:document {NAMESPACES}><w:body>{WORD_BODY}</w:body></w:document>"
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo(_MAIN), "<x/>")
        archive.writestr(zipfile.ZipInfo(_MAIN), main)
    return out.getvalue()


def _with(members: dict[str, bytes]) -> bytes:
    main = f"<w:document {NAMESPACES}><w:body>{WORD_BODY}</w:body></w:document>".encode()
    return zipped({_MAIN: main} | members)


def _declarations() -> Iterator[Broken]:
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    heads = {
        "internal": '<!DOCTYPE x [<!ENTITY a "哈哈">]>',
        "file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        "network": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>',
        "laughs": f'<!DOCTYPE x [<!ENTITY l0 "哈哈哈哈">{laughs}<!ENTITY a "&l9;">]>',
        "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"哈" * 100_000}">]>',
    }
    for name, head in heads.items():
        source = head + f"<w:document {NAMESPACES}><w:body>{WORD_BODY}{paragraph('&a;' * 100)}</w:body></w:document>"
        yield Broken("xml_dtd", name, ".docx", zipped({_MAIN: source.encode()}), "unreadable")
    source = heads["laughs"] + f"<w:document {NAMESPACES}><w:body>{paragraph('&a;')}</w:body></w:document>"
    yield Broken("xml_dtd", "utf_16", ".docx", zipped({_MAIN: source.encode("utf-16")}), "unreadable")


def _depths() -> Iterator[Broken]:
    for name, tags in (("table", ("w:tbl", "w:tr", "w:tc")), ("control", ("w:sdt", "w:sdtContent")), ("run", ("w:r",))):
        opening, closing = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
        for depth in (300, 30_000):
            body = opening * depth + paragraph("x") + closing * depth
            yield Broken("xml_deep", f"{name}_{depth}", ".docx", word(body), "unreadable|too_large")


def _outside() -> Iterator[Broken]:
    """Files that ask for something from elsewhere; they are audited, and nothing is fetched."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for kind, element in (
        ("attachedTemplate", ""),
        ("aFChunk", '<w:altChunk r:id="r9"/>'),
        ("image", '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:v" r:id="r9"/></w:pict></w:r></w:p>'),
        ("subDocument", '<w:subDoc r:id="r9"/>'),
        ("frame", ""),
    ):
        relation = (
            f'<Relationships xmlns="{package}"><Relationship Id="r9" Type="{office}/{kind}" '
            'Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
        )
        main = f"<w:document {NAMESPACES}><w:body>{WORD_BODY}{element}</w:body></w:document>"
        members = {_MAIN: main.encode(), "word/_rels/document.xml.rels": relation.encode()}
        yield Broken("docx_outside", kind, ".docx", zipped(members), AUDITED)


def _loops() -> Iterator[Broken]:
    loop = "".join(
        f'<w:style w:styleId="{name}" w:type="paragraph"><w:basedOn w:val="{base}"/></w:style>'
        for name, base in (("a", "b"), ("b", "a"))
    )
    body = WORD_BODY + paragraph("x", '<w:pStyle w:val="a"/>')
    yield Broken("docx_loop", "styles", ".docx", word(body, styles=loop), AUDITED)
    note = '<w:p><w:r><w:t>注</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    own = word(WORD_BODY + note, footnotes=f'<w:footnote w:id="1">{note}</w:footnote>')
    yield Broken("docx_loop", "footnote", ".docx", own, AUDITED)
    links = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="a"/></w:abstractNum>'
    links += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    numbered = paragraph("x", '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>')
    yield Broken("docx_loop", "numbering", ".docx", word(WORD_BODY + numbered, numbering=links), AUDITED)
