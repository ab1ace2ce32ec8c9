"""OFD files built by hand."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from reading_samples import zipped

_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Placed = tuple[float, float, str]


def ofd(*pages: Sequence[Placed], title: str = "", size: float = 5, **parts: bytes) -> bytes:
    """An OFD file of A4 pages; each text stands with its left end at (x, y), in millimetres from the top left."""
    content = [
        "".join(
            f'<ofd:TextObject ID="{index * 1000 + number + 10}" Boundary="{x} {y - size} 180 9" Font="1" Size="{size}">'
            f'<ofd:TextCode X="0" Y="{size}" DeltaX="{_steps(text, size)}">{escape(text)}</ofd:TextCode>'
            "</ofd:TextObject>"
            for number, (x, y, text) in enumerate(page)
        )
        for index, page in enumerate(pages)
    ]
    return raw_ofd(content, title, **parts)


def _steps(text: str, size: float) -> str:
    """How far each character advances, in millimetres: Latin ones by half their size."""
    return " ".join(str(size / 2 if " " <= character <= "~" else size) for character in text)


def raw_ofd(pages: Sequence[str], title: str = "", **parts: bytes) -> bytes:
    """An OFD file whose pages are given as the inner XML of their one layer; parts replace whole members."""
    listed = "".join(
        f'<ofd:Page ID="{number + 1}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(pages))
    )
    members = {
        "OFD.xml": f"<ofd:OFD {_SPACE} Version='1.0' DocType='OFD'><ofd:DocBody><ofd:DocInfo><ofd:Title>{title}"
        "</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, layer in enumerate(pages):
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {_SPACE}><ofd:Content><ofd:Layer ID='2'>{layer}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    encoded = {name: text.encode() for name, text in members.items()}
    return zipped(encoded | {name.replace("__", "/") + ".xml": content for name, content in parts.items()})
