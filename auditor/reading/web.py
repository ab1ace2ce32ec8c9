"""Reads web pages: the article of a government site, without the navigation around it."""

import re

from auditor.reading.assembly import Assembly
from auditor.reading.document import Document
from auditor.reading.encoding import decode
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.own_papers import refuse_own
from auditor.reading.web_article import find_article
from auditor.reading.web_furniture import strip_furniture
from auditor.reading.web_text import Line, lines
from auditor.reading.web_title import describe, maker, squeeze
from auditor.reading.web_tree import parse

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_HEAD_BYTES = 4096
# A title may be broken over this many lines at the head of the article, after a metadata line or two.
_TITLE_LINES = 8


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Reads a saved web page.

    Args:
        data: The bytes of the file.
        path: The path as the user gave it.
        limits: The bounds to keep.

    Raises:
        ReadingError: "empty" for a page without text, "unreadable" for one nested too deeply,
            "unsupported" for binary content and for auditor's own pages, "too_large".
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    decoded = decode(data, declared.group(1).decode("ascii", "replace") if declared else "")
    if decoded.damaged * 5 > len(decoded.text):
        raise ReadingError("文件内容不是文字，无法审核。请重新保存网页，或提供报告的Word文件。", "unsupported")
    if decoded.text.count("<") > limits.tags:
        raise ReadingError("网页过大，不像一份年度报告的页面。请将正文另存为 .docx 后再审核。", "too_large")
    root = parse(decoded.text)
    refuse_own(maker(root))
    described = describe(root)
    found, told = strip_furniture(lines(find_article(root)))
    about = told | described
    if about.get("title") and found and not _has_title(found, about["title"]):
        found.insert(0, Line(about["title"], heading=1))
    if not found:
        raise ReadingError(
            "网页中没有找到正文。正文可能在附件里或由脚本载入，请下载附件，或将正文另存为 .docx 后再审核。",
            "empty",
        )
    assembly = Assembly(limits)
    for line in found:
        assembly.add(line.text, heading=line.heading, place=line.place)
    return assembly.finish(path, "html", about, *decoded.told)


def _has_title(found: list[Line], title: str) -> bool:
    return squeeze(title) in squeeze("".join(line.text for line in found[:_TITLE_LINES]))
