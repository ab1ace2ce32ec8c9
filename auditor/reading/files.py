"""Turns the paths a user gave into the files to audit; what leads nowhere becomes a failure, not an error."""

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from auditor.reading.dispatch import missing
from auditor.reading.encoding import decode
from auditor.reading.sniffing import SUPPORTED
from auditor.scorecard import Failure
from auditor.text import is_han

_FORMATS = ".docx、.pdf、.html、.txt、.md、.doc、.wps、.ofd"
_FOREIGN = frozenset({".rtf", ".odt", ".mht", ".mhtml"})
# They may hold a report, which their reading then says.
_WRAPPINGS = frozenset(
    {
        *(".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"),
        *(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"),
    }
)
_HIDDEN = (".", "~$")
# What systems and browsers put beside files.
_FURNITURE = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_PAGE_PARTS = ("_files", ".files")
_PAGES = frozenset({".htm", ".html"})
_HEAD = 4_096


def find_files(paths: Iterable[str], on_passed: Callable[[str], None] = lambda _: None) -> list[str | Failure]:
    """Expands folders into the reports they hold.

    Folders are searched to any depth, in the order of their names; hidden files and folders are left out, what a
    browser saved beside a page (页面_files with 页面.html) too, and so are files whose suffix no reader takes. A file
    without a suffix is told by its content. Links are followed, each folder once, unless they lead out of the folder
    that the user gave. A file named by the user is kept whatever its suffix, and so is "-" (standard input).

    Args:
        paths: Files and folders as the user gave them.
        on_passed: Called with each file of a folder that is passed over for its format.

    Returns:
        In the order given, paths to read and failures: missing paths, links that are broken or lead out, folders
        that may not be opened or hold no report, and, in folders, documents of formats that must be saved anew
        first (.rtf, .odt …), which would else be passed over in silence.
    """
    found: list[str | Failure] = []
    for path in paths:
        if path != "-" and _is_folder(path):
            inside = _search(path, on_passed)
            found += inside or [Failure(path, f"文件夹里没有可审核的文件（支持 {_FORMATS}）。", "empty")]
        elif path == "-" or _exists(path):
            found.append(path)
        else:
            found.append(_lost(path))
    return found


def _search(folder: str, on_passed: Callable[[str], None]) -> list[str | Failure]:
    """The files below a folder, sorted by the parts of their paths."""
    found: list[tuple[tuple[str, ...], str | Failure]] = []
    waiting = [folder]
    root = Path(folder).resolve()
    seen: set[tuple[int, int]] = set()
    while waiting:
        current = waiting.pop()
        try:
            state = Path(current).stat()
            if (state.st_dev, state.st_ino) in seen:
                continue
            seen.add((state.st_dev, state.st_ino))
            names = sorted(os.listdir(current), reverse=True)  # noqa: PTH208 (keeps the path as given)
        except OSError:
            message = "打不开这个文件夹，可能没有权限。请检查权限后再试。"
            found.append((Path(current).parts, Failure(current, message, "unreadable")))
            continue
        for name in names:
            path = os.path.join(current, name)  # noqa: PTH118 (keeps the path as given)
            if name.startswith(_HIDDEN) or name.lower() in _FURNITURE:
                continue
            if _leads_out(path, root):
                message = "这是通到文件夹外面的链接，没有打开。确实要审核的，请直接写出它所指的路径。"
                found.append((Path(path).parts, Failure(path, message, "unsupported")))
            elif _is_folder(path):
                waiting += [] if _is_part_of_page(name, names) else [path]
            elif (item := _candidate(path)) is not None:
                found.append((Path(path).parts, item))
            else:
                on_passed(path)
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _is_part_of_page(folder: str, names: Collection[str]) -> bool:
    """Whether a folder holds the pictures and styles of a page saved beside it, whose name it has."""
    pages = {folder.removesuffix(end) for end in _PAGE_PARTS if folder.endswith(end)}
    return bool(pages) and any(Path(each).stem in pages and Path(each).suffix.lower() in _PAGES for each in names)


def _leads_out(path: str, root: Path) -> bool:
    """Whether an entry is a link to something outside of the folder: who sent the folder could lead anywhere."""
    return Path(path).is_symlink() and _exists(path) and not Path(path).resolve().is_relative_to(root)


def _candidate(path: str) -> str | Failure | None:
    """A file of a folder as a path to read or a failure; None when it is none of the auditor's business."""
    suffix = Path(path).suffix.lower()
    if suffix in _FOREIGN:
        name = suffix.removeprefix(".").upper()
        message = f"{name}格式（{suffix}）不能直接读取。请用Word、WPS或LibreOffice打开，另存为 .docx 后再审核。"
        return Failure(path, message, "unsupported")
    if not _exists(path):
        return _lost(path) if suffix in SUPPORTED or not suffix else None
    if not _is_file(path):  # a pipe would be waited for when it is opened
        return None
    is_taken = suffix in SUPPORTED or suffix in _WRAPPINGS or (not suffix and _looks_like_document(path))
    return path if is_taken else None


def _looks_like_document(path: str) -> bool:
    """Whether a file begins like a document of a known format, or like Chinese text."""
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    if head.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return True
    return b"\0" not in head and any(map(is_han, decode(head).text))


def _lost(path: str) -> Failure:
    try:
        message = missing(Path(path))
    except (OSError, ValueError):
        message = "打不开这个路径。请检查路径是否正确、是否有权限。"
    return Failure(path, message, "unreadable")


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
