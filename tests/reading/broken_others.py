"""Hostile and broken .doc and .ofd files, files of other formats, false suffixes and odd names."""

from collections.abc import Iterator

from broken_model import ANY, AUDITED, LINES, PAGE, TEXT, WORD_BODY, Broken
from broken_word import flipped
from ofd_samples import ofd, raw_ofd
from ole_samples import compound, doc
from reading_samples import Pdf, word, zipped

_PLAIN = [(line, 0, "") for line in LINES]
_PRINTED = [(20.0, 30.0 + 10 * number, line) for number, line in enumerate(LINES)]


def files() -> Iterator[Broken]:
    """All of them."""
    yield from _docs()
    yield from _ofds()
    yield from _foreign()
    yield from _false_suffixes()
    yield from _names()


def _docs() -> Iterator[Broken]:
    whole = doc(_PLAIN)
    for share in (1, 30, 70):
        yield Broken(
            "doc_truncated", f"{share}_percent", ".doc", whole[: len(whole) * share // 100], "unreadable|unsupported"
        )
    for seed in range(1, 5):
        yield Broken("doc_flipped", f"seed_{seed}", ".doc", flipped(whole, seed), ANY)
    yield Broken("doc_password", "flag", ".doc", doc(_PLAIN, flags=0x100), "encrypted")
    yield Broken("doc_password", "package", ".docx", compound({"EncryptedPackage": b"x"}), "encrypted")
    yield Broken("doc_lengths", "text_of_4GB", ".doc", doc(_PLAIN, text_bytes=0xFFFFFFFF), ANY)
    many = doc([(LINES[2], 0, "")] * 12, runs=400_000)
    yield Broken("doc_lengths", "properties_repeated", ".doc", many, "too_large|timeout|unreadable")
    looped = bytearray(whole)
    fat = 512 * (1 + int.from_bytes(whole[0x4C:0x50], "little"))
    looped[fat : fat + 4] = bytes(4)
    yield Broken("doc_loop", "sectors", ".doc", bytes(looped), ANY)
    yield Broken(
        "doc_loop",
        "directory",
        ".doc",
        whole.replace(b"\xff\xff\xff\xff\x02\0\0\0", b"\xff\xff\xff\xff\x01\0\0\0"),
        ANY,
    )
    yield Broken("doc_noise", "random", ".doc", whole[:8] + flipped(bytes(50_000), 5, 100_000), "unreadable")
    yield Broken("doc_noise", "no_chinese", ".doc", doc([("Lorem ipsum " * 20, 0, "")]), "unreadable")


def _ofds() -> Iterator[Broken]:
    whole = ofd(_PRINTED)
    for share in (1, 50, 95):
        outcome = "unreadable|unsupported"
        yield Broken("ofd_truncated", f"{share}_percent", ".ofd", whole[: len(whole) * share // 100], outcome)
    for seed in range(1, 5):
        yield Broken("ofd_flipped", f"seed_{seed}", ".ofd", flipped(whole, seed), ANY)
    bomb = ofd(_PRINTED, Doc_0__Document=b"<x>" + b" " * 250_000_000 + b"</x>")
    yield Broken("ofd_bomb", "250MB", ".ofd", bomb, "too_large")
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    yield Broken("ofd_dtd", "file", ".ofd", ofd(_PRINTED, Doc_0__Document=entity), "unreadable")
    deep = raw_ofd(["<ofd:PageBlock>" * 50_000 + "</ofd:PageBlock>" * 50_000])
    yield Broken("ofd_deep", "50000", ".ofd", deep, "unreadable|empty")
    yield Broken("ofd_pages", "none", ".ofd", raw_ofd([]), "empty")
    yield Broken("ofd_pages", "2000", ".ofd", raw_ofd([""] * 2000), "too_large")
    yield Broken("ofd_branching", "10_to_the_32", ".ofd", never_ending(), "timeout|unreadable|empty")
    far = "<ofd:TextObject Boundary='1e300 -1e300 1 1' Size='1e308'><ofd:TextCode X='1e308' Y='nan'>文</ofd:TextCode>"
    places = raw_ofd([far + "</ofd:TextObject>"])
    yield Broken("ofd_places", "beyond_all", ".ofd", places, "empty|audited|unreadable")


def never_ending() -> bytes:
    """An OFD file whose one page takes 10 to the 32nd steps to draw."""
    units = ""
    for number in range(40):
        inside = f"<CompositeObject ResourceID='{number + 1}'/>" * 10
        units += f"<CompositeGraphicUnit ID='{number}'><Content>{inside}</Content></CompositeGraphicUnit>"
    return raw_ofd(
        ["<ofd:CompositeObject ResourceID='0'/>"],
        Doc_0__Document=b"<Document><CommonData><PublicRes>Res.xml</PublicRes></CommonData>"
        b"<Pages><Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></Pages></Document>",
        Doc_0__Res=f"<Res><CompositeGraphicUnits>{units}</CompositeGraphicUnits></Res>".encode(),
    )


def _foreign() -> Iterator[Broken]:
    heads = {
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "picture.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(100),
        "archive.rar": b"Rar!\x1a\x07\x00" + bytes(100),
        "archive.7z": b"7z\xbc\xaf\x27\x1c" + bytes(100),
        "archive.gz": b"\x1f\x8b\x08" + bytes(100),
        "rich.rtf": b"{\\rtf1\\object\\objdata 0105}" + TEXT.encode("gb18030"),
        "web.mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + PAGE.encode(),
        "table.xlsx": zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}),
        "slides.pptx": zipped({"[Content_Types].xml": b"<x/>", "ppt/presentation.xml": b"<x/>"}),
        "open.odt": zipped({"mimetype": b"x", "content.xml": b"<x/>"}),
        "old.xls": compound({"Workbook": b"x"}),
    }
    for name, content in heads.items():
        variant, _, suffix = name.partition(".")
        yield Broken("foreign", f"{variant}_{suffix}", f".{suffix}", content, "unsupported")


def _false_suffixes() -> Iterator[Broken]:
    pdf = Pdf(size=12).page(*((57, 780 - 30 * number, line) for number, line in enumerate(LINES))).bytes()
    for content, suffix, name in (
        (pdf, ".docx", "pdf"),
        (pdf, ".txt", "pdf"),
        (word(WORD_BODY), ".pdf", "docx"),
        (word(WORD_BODY), ".doc", "docx"),
        (PAGE.encode(), ".doc", "html"),
        (doc(_PLAIN), ".docx", "doc"),
        (ofd(_PRINTED), ".pdf", "ofd"),
    ):
        yield Broken("false_suffix", f"{name}_as_{suffix[1:]}", suffix, content, AUDITED)
    yield Broken("false_suffix", "text_as_docx", ".docx", TEXT.encode(), "unreadable")
    yield Broken("false_suffix", "text_as_pdf", ".pdf", TEXT.encode(), "unreadable")
    yield Broken("false_suffix", "picture_as_docx", ".docx", b"\x89PNG\r\n\x1a\n" + bytes(99), "unsupported")


def _names() -> Iterator[Broken]:
    """Names that would do harm on a terminal, in markup or in a table."""
    for variant in (
        "\x1b[31m",
        "\u202etxt.exe",
        "a\nb",
        "[link=x]y[red]",
        "=HYPERLINK(1)",
        "<b>&amp;x",
        "长" * 60,
        "-rf",
        "%s{0}",
    ):
        yield Broken("name", variant, ".txt", TEXT.encode(), AUDITED)
