"""What is fuzzed: each reader by itself, and the loader of rules. Only their own failures may come out.

`tools/fuzz.py` runs one for long with coverage as its guide; the tests run all on their seeds and on damaged seeds.
Its helpers are in tests/reading and tests/catalogue, which both put on the path.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from broken_model import LINES, PAGE, TEXT, WORD_BODY
from ofd_samples import ofd, raw_ofd
from ole_samples import doc
from reading_samples import Pdf, paragraph, word, zipped
from small_rules import FILES, write

from auditor.catalogue import CatalogueError, load_catalogue
from auditor.reading import Document, Limits, ReadingError, pdf, text, web, word_binary
from auditor.reading import ofd as ofd_reader
from auditor.reading import word as word_reader
from auditor.reading.sniffing import sniff

LIMITS = Limits(
    file_bytes=1_000_000, part_bytes=1_000_000, characters=100_000, tags=20_000, pages=20, recognition_pages=0
)
Reader = Callable[[bytes, str, Limits], Document]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to fuzz: what is done with the bytes, and the bytes to begin with."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def check(document: Document) -> None:
    """What holds for every Document: paragraphs in order, inside the text, not blank."""
    last = 0
    for item in document.paragraphs:
        assert last <= item.start < item.end <= len(document.text)
        assert document.text[item.start : item.end].strip()
        last = item.end
    assert document.paragraphs


def _through(reader: Reader, suffix: str, pack: Callable[[bytes], bytes] = bytes) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        packed = pack(data)
        try:
            check(reader(packed, "a" + suffix, LIMITS))
        except ReadingError as error:
            assert error.message

    return run


def _word_part(data: bytes) -> bytes:
    """A .docx whose parts are cut out of the bytes: a fuzzer cannot get through a zip file's sums."""
    names = (
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/_rels/document.xml.rels",
    )
    return zipped(dict(zip(names, data.split(_CUT), strict=False)))


def _ofd_part(data: bytes) -> bytes:
    names = ("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml", "OFD.xml")
    parts = {name: part for name, part in zip(names, data.split(_CUT), strict=False) if part}
    return zipped(_members(ofd([(20, 30, LINES[2])])) | parts)


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _sniffing(data: bytes) -> None:
    for name in ("a", "a.pdf", "a.docx", "a.html"):
        try:
            sniff(data, name)
        except ReadingError as error:
            assert error.message


def _rules(folder: Path) -> Callable[[bytes], None]:
    """The loader on a small folder of rules, one file of which the first byte chooses."""
    write(folder)
    whole = {name: (folder / name).read_bytes() for name in FILES}
    names = sorted(whole)

    def run(data: bytes) -> None:
        if not data:
            return
        name = names[data[0] % len(names)]
        try:
            (folder / name).write_bytes(data[1:])
            load_catalogue(folder)
        except CatalogueError as error:
            assert error.problems
        finally:
            (folder / name).write_bytes(whole[name])

    return run


def _rules_seeds() -> Iterator[bytes]:
    for number, name in enumerate(sorted(FILES)):
        yield bytes([number]) + FILES[name].encode()


_CUT = b"\n====\n"
_STYLES = (
    b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="1" '
    b'w:type="paragraph"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style></w:styles>'
)
_TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('3件')}</w:tc></w:tr></w:tbl>"
_WORD_PARTS = _members(word(WORD_BODY + _TABLE))["word/document.xml"] + _CUT + _STYLES
_DRAWN = (
    "<ofd:TextObject Boundary='1 2 3 4' Size='5' CTM='1 0 0 1 0 0'>"
    f"<ofd:TextCode X='0' Y='5' DeltaX='g 3 5'>{LINES[0]}</ofd:TextCode></ofd:TextObject>"
)
_OFD_PARTS = _CUT.join(
    _members(raw_ofd([_DRAWN]))[name] for name in ("Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml", "OFD.xml")
)
_DOC = doc([(line, int(number == 1), "") for number, line in enumerate(LINES)] + [("甲", 0, "cell"), ("", 0, "row")])
_PDF = (
    Pdf(size=12)
    .page(*((57, 780 - 30 * number, line) for number, line in enumerate(LINES)))
    .page(picture=True)
    .bytes("题")
)


def targets(folder: Path) -> dict[str, Target]:
    """All targets by name.

    Args:
        folder: An empty folder for the rules that are loaded again and again.
    """
    encodings = ("utf-8", "gb18030", "utf-16", "utf-16-le", "big5-hkscs")
    pages = (PAGE, re.sub("<p>", "<table><tr><td>", PAGE), f'<div id="zoom"><h1>{LINES[0]}</h1><pre>{TEXT}</pre></div>')
    return {
        "text": Target(_through(text.read, ".md"), tuple(TEXT.encode(name, "replace") for name in encodings)),
        "web": Target(_through(web.read, ".html"), tuple(page.encode() for page in pages)),
        "word": Target(_through(word_reader.read, ".docx", _word_part), (_WORD_PARTS,)),
        "word_package": Target(_through(word_reader.read, ".docx"), (word(WORD_BODY),)),
        "word_binary": Target(_through(word_binary.read, ".doc"), (_DOC,)),
        "ofd": Target(_through(ofd_reader.read, ".ofd", _ofd_part), (_OFD_PARTS,)),
        "pdf": Target(_through(pdf.read, ".pdf"), (_PDF,)),
        "sniffing": Target(_sniffing, (PAGE.encode(), _DOC[:600], _PDF[:600], b"MIME-Version: 1.0\r\n")),
        "rules": Target(_rules(folder), tuple(_rules_seeds())),
    }
