"""Hostile and broken web pages and text files."""

from collections.abc import Iterator

from broken_model import ANY, AUDITED, LINES, PAGE, TEXT, Broken
from broken_word import flipped


def files() -> Iterator[Broken]:
    """All of them."""
    yield from _pages()
    yield from _texts()


def _pages() -> Iterator[Broken]:
    for tag in ("div", "b", "table><tr><td", "ul><li", "font"):
        closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
        for depth in (1_000, 100_000):
            body = f"<{tag}>" * depth + TEXT + closing * depth
            name = f"{tag.split('>')[0]}_{depth}"
            yield Broken("html_deep", name, ".html", f"<html><body>{body}</body></html>".encode(), ANY)
    tags = f"<html><body>{'<p>' * 3_000_000}{TEXT}</body></html>"
    yield Broken("html_tags", "3_million", ".html", tags.encode(), "too_large")
    attribute = f'<html><body><div title="{"x" * 15_000_000}">{TEXT}</div></body></html>'
    yield Broken("html_attributes", "one_of_15MB", ".html", attribute.encode(), ANY)
    many = " ".join(f"a{number}=1" for number in range(300_000))
    yield Broken(
        "html_attributes", "300000", ".html", f"<html><body><div {many}>{TEXT}</div></body></html>".encode(), ANY
    )
    outside = (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><base href="http://127.0.0.1:9/">'
        '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><link rel="import" href="x">'
        '<script src="x"></script>'
        '<iframe src="file:///etc/passwd"></iframe><object data="x"></object><img src="x">'
    )
    yield Broken(
        "html_outside", "script_frame_image", ".html", PAGE.replace("<div>", outside + "<div>").encode(), AUDITED
    )
    yield Broken(
        "html_dtd", "entities", ".html", ('<!DOCTYPE html [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]>' + PAGE).encode(), ANY
    )
    open_ended = {
        "comment": PAGE.replace("<div>", "<!-- <div>"),
        "script": PAGE.replace("<div>", "<script><div>"),
        "attribute": PAGE.replace("<div>", '<div class="'),
        "tag": PAGE + "<div" * 50_000,
        "cdata": PAGE.replace("<div>", "<![CDATA["),
        "textarea": PAGE.replace("<div>", "<textarea>"),
    }
    for name, page in open_ended.items():
        yield Broken("html_open", name, ".html", page.encode(), ANY)
    for name, reference in (
        ("zero", "&#0;"),
        ("half", "&#xD800;"),
        ("beyond", "&#99999999999;"),
        ("unknown", "&x" * 99_999),
    ):
        yield Broken("html_references", name, ".html", PAGE.replace("<div>", "<div>" + reference).encode(), AUDITED)
    for name, charset in (("false", "utf-16"), ("unknown", "x-none"), ("utf_7", "utf-7"), ("long", "u" * 5_000)):
        page = PAGE.replace("<head>", f'<head><meta charset="{charset}">')
        yield Broken("html_charset", name, ".html", page.encode("gb18030"), AUDITED)
    for seed in range(1, 5):
        yield Broken("html_flipped", f"seed_{seed}", ".html", flipped(PAGE.encode(), seed), ANY)


def _texts() -> Iterator[Broken]:
    whole = TEXT.encode()
    for size in (100, 4_000, 50_100):
        line = TEXT.replace("\n", "") * (size * 1_000 // len(whole) + 1)
        outcome = AUDITED if size == 100 else "too_large"
        yield Broken("text_one_line", f"{size}kB", ".txt", line.encode(), outcome)
    yield Broken("text_lines", "2_million", ".txt", b"\n" * 2_000_000 + whole, "too_large")
    yield Broken("text_lines", "every_character", ".txt", "\n".join(TEXT).encode(), AUDITED)
    between = {
        "controls": "\x01",
        "escapes": "\x1b[2J\x1b]0;x\x07",
        "bidi": "\u202e\u2066",
        "zero_width": "\u200b\u200d\ufeff",
        "combining": "\u0301" * 20,
        "tags": "\U000e0041",
        "private": "\ue000",
        "form_feed": "\x0c",
        "replacement": "\ufffd",
    }
    for name, characters in between.items():
        yield Broken("text_characters", name, ".txt", characters.join(TEXT).encode(), "audited|unsupported")
    encodings = {
        "gbk_cut": TEXT.encode("gb18030")[:-1],
        "gbk_one_bad": TEXT.encode("gb18030").replace(b"\xb7\xa8", b"\xff\xff", 1),
        "utf_16_odd": b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1],
        "utf_16_halves": TEXT.encode("utf-16-le") + b"\x00\xd8" * 3,
        "utf_32": TEXT.encode("utf-32"),
        "utf_8_overlong": whole + b"\xc0\x80" * 3,
        "utf_8_halves": whole + b"\xed\xa0\x80" * 3,
    }
    for name, encoded in encodings.items():
        yield Broken("text_encoding", name, ".txt", encoded, AUDITED)
    yield Broken("text_encoding", "mark_only", ".txt", b"\xef\xbb\xbf", "empty")
    yield Broken("text_binary", "random", ".txt", flipped(bytes(100_000), 3, 300_000), "unsupported")
    yield Broken("text_binary", "zeros", ".txt", bytes(1_000_000), "unsupported|empty")
    yield Broken("text_binary", "program", ".txt", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 200, "unsupported")
    yield Broken("empty", "nothing", ".txt", b"", "empty")
    yield Broken("empty", "blanks", ".md", " \u3000\r\n\t".encode() * 1000, "empty")
    repeated = {"words": "行政复议行政诉讼", "numbers": "第1条1.1、", "marks": "，。；：", "brackets": "（（（《《《"}
    for name, words in repeated.items():
        yield Broken(
            "text_repeated", name, ".txt", (words * (30_000 // len(words))).encode(), "audited|unsupported|timeout"
        )
    headings = "\n".join(f"{'#' * (1 + number % 6)} {LINES[number % 8]}" for number in range(2_000))
    yield Broken("text_repeated", "headings", ".md", headings.encode(), "audited|timeout")
