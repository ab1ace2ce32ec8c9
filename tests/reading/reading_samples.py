"""Files of every format, built by hand for the tests of the readers."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""

NARROW = b"/W [32 126 500] "
PIXEL = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length 1 >>\nstream\n\x00\nendstream"
)


@dataclass
class Pdf:
    """A PDF in the making: text at positions, in a font of square characters that need not be installed.

    `narrow` is a /W entry for those that are not square: NARROW makes Latin letters half as wide.
    """

    size: int = 16
    narrow: bytes = b""
    to_unicode: bytes = _TO_UNICODE
    pages: list[bytes] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)

    def page(
        self,
        *texts: tuple[float, float, str],
        picture: bool = False,
        large: int = 0,
        annotations: Sequence[str] = (),
    ) -> "Pdf":
        """Adds an A4 page; each text stands with its left end at (x, y), in points, the first `large` in size 22.

        Annotations are given as the inside of their dictionaries; one that shows object 7 shows what pages draw.
        """
        self.annotations.append("".join(f"<< /Type /Annot {each} >>" for each in annotations))
        content = [
            f"BT /F1 {22 if number < large else self.size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"
            for number, (x, y, text) in enumerate(texts)
        ]
        if picture:
            content.append("q 500 0 0 700 40 40 cm /P Do Q")
        self.pages.append("\n".join(content).encode())
        return self

    def shown(self, *texts: tuple[float, float, str]) -> bytes:
        """An object of such texts, for `bytes(picture=…)`."""
        drawn = Pdf(self.size).page(*texts).pages[0]
        return _stream(drawn, b"/Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> ")

    def bytes(self, title: str = "", picture: bytes = PIXEL) -> bytes:
        """The finished file; `picture` is the object that pages with a picture draw."""
        first_page = 9
        kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(self.pages)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>".encode(),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Square /Encoding /Identity-H "
            b"/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Square /DW 1000 /FontDescriptor 5 0 R "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " + self.narrow + b">>",
            b"<< /Type /FontDescriptor /FontName /Square /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
            b"/Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>",
            _stream(self.to_unicode),
            picture,
            b"<< /Title <feff%s> >>" % title.encode("utf-16-be").hex().encode(),
        ]
        for number, content in enumerate(self.pages):
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Annots [%s] "
                b"/Resources << /Font << /F1 3 0 R >> /XObject << /P 7 0 R >> >> >>"
                % (first_page + 2 * number + 1, self.annotations[number].encode())
            )
            objects.append(_stream(content))
        return assemble(objects)


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


def assemble(objects: list[bytes]) -> bytes:
    """A PDF file of these objects, numbered from 1: the catalogue first."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer << /Size %d /Root 1 0 R /Info 8 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file of these members, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A .docx whose body and further parts (styles, numbering, footnotes …) are given as inner XML."""
    relations = "".join(f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
    }
    for name, content in parts.items():
        members[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return zipped({name: content.encode() for name, content in members.items()})


def paragraph(text: str, properties: str = "") -> str:
    """A w:p of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
