"""Hostile and broken PDF files."""

import zlib
from collections.abc import Iterator

from broken_model import ANY, AUDITED, LINES, Broken
from broken_word import flipped
from reading_samples import Pdf, assemble

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def files() -> Iterator[Broken]:
    """All of them."""
    whole = Pdf(size=12).page(*((57, 780 - 30 * number, line) for number, line in enumerate(LINES))).bytes()
    yield from _trees()
    yield from _streams()
    for share in (1, 20, 60, 90):
        yield Broken(
            "pdf_truncated",
            f"{share}_percent",
            ".pdf",
            whole[: len(whole) * share // 100],
            "unreadable|unsupported|audited",
        )
    for seed in range(1, 9):
        yield Broken("pdf_flipped", f"seed_{seed}", ".pdf", flipped(whole, seed), ANY)
    table = whole.rindex(b"startxref")
    yield Broken("pdf_table", "nowhere", ".pdf", whole[:table] + b"startxref\n99999999\n%%EOF", AUDITED)
    yield Broken("pdf_table", "none", ".pdf", whole[: whole.rindex(b"xref\n0")] + b"trailer << /Root 1 0 R >>", AUDITED)
    looped = whole.replace(b"/Info 8 0 R", b"/Prev %d" % whole.rindex(b"xref\n0"))
    yield Broken("pdf_table", "loop", ".pdf", looped, ANY)
    yield Broken("pdf_password", "unknown", ".pdf", _locked(whole), "encrypted")
    actions = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:9/')) >> "
        b"/AA << /WC << /S /Launch /F (/bin/sh) >> >> /URI << /Base (http://127.0.0.1:9/) >>"
    )
    yield Broken(
        "pdf_actions",
        "script_and_launch",
        ".pdf",
        whole.replace(b"/Type /Catalog", b"/Type /Catalog " + actions),
        AUDITED,
    )
    yield Broken("pdf_noise", "before_the_header", ".pdf", b"\r\n" * 200 + whole, AUDITED)
    yield Broken(
        "pdf_noise", "random_objects", ".pdf", b"%PDF-1.7\n" + flipped(bytes(3_000_000), 7, 200_000), "unreadable"
    )


def _trees() -> Iterator[Broken]:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    itself = assemble([_CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>", page])
    yield Broken("pdf_page_tree", "its_own_child", ".pdf", itself, "unreadable|unsupported")
    each_other = [
        _CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    ]
    yield Broken("pdf_page_tree", "each_other", ".pdf", assemble(each_other), "unreadable|unsupported")
    lying = [_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>", page]
    yield Broken("pdf_page_tree", "a_million_said", ".pdf", assemble(lying), "too_large|unreadable|unsupported")
    negative = [_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -5 >>", page]
    yield Broken("pdf_page_tree", "fewer_than_none", ".pdf", assemble(negative), ANY)
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 20_003))
    many = [_CATALOG, b"<< /Type /Pages /Kids [" + kids + b"] /Count 20000 >>", *[page] * 20_000]
    yield Broken("pdf_page_tree", "20000_pages", ".pdf", assemble(many), "too_large")
    deep = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1)
        for number in range(3, 20_003)
    ]
    tree = [_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", *deep, page]
    yield Broken("pdf_page_tree", "20000_deep", ".pdf", assemble(tree), ANY)


def _streams() -> Iterator[Broken]:
    zeros = zlib.compress(b" " * 400_000_000, 9)
    yield Broken(
        "pdf_inflating",
        "content_400MB",
        ".pdf",
        _with_content(zeros, b"/FlateDecode"),
        "unsupported|too_large|timeout|unreadable",
    )
    twice = zlib.compress(zeros, 9)
    yield Broken(
        "pdf_inflating",
        "twice_400MB",
        ".pdf",
        _with_content(twice, b"[/FlateDecode /FlateDecode]"),
        "unsupported|too_large|timeout|unreadable",
    )
    text = b"BT /F1 12 Tf " + b"1 0 0 1 50 50 Tm <4e004e8c4e09> Tj " * 1_500_000 + b"ET"
    yield Broken("pdf_inflating", "operators", ".pdf", _with_content(zlib.compress(text), b"/FlateDecode"), ANY)
    chain = b"[" + b"/FlateDecode " * 3_000 + b"]"
    yield Broken("pdf_filters", "3000", ".pdf", _with_content(zlib.compress(b"q Q"), chain), ANY)
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 7 0 R >> >> "
        b"/Length 24 >>\nstream\n/F Do /F Do /F Do /F Do \nendstream"
    )
    yield Broken(
        "pdf_form", "draws_itself", ".pdf", Pdf().page((57, 700, "".join(LINES)[:40])).bytes(picture=form), ANY
    )
    form_page = Pdf().page(picture=True).bytes(picture=form)
    yield Broken("pdf_form", "draws_itself_alone", ".pdf", form_page, "unsupported|unreadable|empty")
    for name, width, height in (("wide", 60_000, 60_000), ("line", 2_000_000_000, 1)):
        data = zlib.compress(bytes(min(width // 8 * height, 450_000_000)), 9)
        image = (
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 "
            b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(data), data)
        )
        yield Broken(
            "pdf_picture",
            name,
            ".pdf",
            Pdf().page(picture=True).bytes(picture=image),
            "unsupported|too_large|unreadable|timeout|empty",
        )
    huge = Pdf().page(picture=True).bytes().replace(b"[0 0 595 842]", b"[0 0 99999999 99999999]")
    yield Broken("pdf_paper", "100000_km", ".pdf", huge, "unsupported|unreadable|empty")
    none = Pdf().page((1, 1, LINES[2])).bytes().replace(b"[0 0 595 842]", b"[9 9 9 9]")
    yield Broken("pdf_paper", "no_area", ".pdf", none, ANY)
    fonts = Pdf(to_unicode=b"begincmap 1 beginbfrange <0000> <FFFF> [" + b"<4e00> " * 300_000 + b"] endbfrange endcmap")
    yield Broken("pdf_font", "map_of_300000", ".pdf", fonts.page((57, 700, LINES[2])).bytes(), ANY)


def _with_content(data: bytes, filters: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    content = b"<< /Filter %s /Length %d >>\nstream\n%s\nendstream" % (filters, len(data), data)
    return assemble([_CATALOG, _PAGES, page, content])


def _locked(whole: bytes) -> bytes:
    return whole.replace(
        b"/Info 8 0 R",
        b"/ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>] "
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )
