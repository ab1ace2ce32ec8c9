"""Opens a .docx within bounds and gives its XML parts; what the zip file says of itself is not trusted."""

import posixpath
from typing import Any

from lxml import etree

from auditor.reading.archive import open_archive
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits

_CHUNK = 65_536
_RATIO_FROM = 1_000_000
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_FOREIGN = (
    ("xl/workbook.xml", "这是Excel表格，不是报告正文。请提供报告的Word文件（.docx）。"),
    ("ppt/presentation.xml", "这是演示文稿，不是报告正文。请提供报告的Word文件（.docx）。"),
    ("content.xml", "这是OpenDocument格式的文件，不能直接读取。请另存为 .docx 后再审核。"),
)
_BROKEN = "Word文件已损坏或没有下载完整，无法读取。请重新获取，或用Word打开修复并另存为 .docx 后再审核。"
_DECLARED = (
    "Word文件中含有文档类型声明（DTD）或实体，正常的Word文件没有，为安全起见不予读取。"
    "请用Word打开并另存为 .docx 后再审核。"
)
_SWOLLEN = "文件解压后过大，不像正常的Word文件，为安全起见不予读取。请用Word打开后另存为 .docx 再审核。"


class Package:
    """The parts of one .docx.

    Attributes:
        main: Name of the part that holds the text ("word/document.xml").
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Checks the zip file's directory and finds the main part.

        Args:
            data: The bytes of the file.
            limits: The bounds to keep.

        Raises:
            ReadingError: "unreadable" for a broken zip file, "unsupported" for one that is no Word
                document, "encrypted", "too_large".
        """
        self._limits = limits
        self._zip = open_archive(data, limits, _BROKEN)
        self._names = set(self._zip.namelist())
        self.main = self._main()

    def xml(self, name: str) -> Any | None:
        """The root element of a part, without comments; None when the file has no such part.

        Raises:
            ReadingError: "unreadable" for XML that is broken, nested too deeply, or declares a DTD or
                entities, "too_large" for a part that unpacks too far.
        """
        if name not in self._names:
            return None
        content = self._bytes(name)
        if content.count(b"<") > self._limits.tags:
            raise ReadingError(_SWOLLEN, "too_large")
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise ReadingError(_DECLARED, "unreadable")
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,  # else they end the text of the element around them
            remove_pis=True,
        )
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise ReadingError(_BROKEN, "unreadable") from error
        # A DTD in another encoding than UTF-8 is seen only now; its entities were not expanded.
        if root.getroottree().docinfo.doctype:
            raise ReadingError(_DECLARED, "unreadable")
        return root

    def related(self, kind: str) -> str:
        """The part that the main part relates to as "styles", "numbering" and so on; "" for none."""
        folder, name = posixpath.split(self.main)
        return self._target(posixpath.join(folder, "_rels", f"{name}.rels"), kind, folder)

    def _main(self) -> str:
        if "[Content_Types].xml" in self._names:
            name = self._target("_rels/.rels", "officeDocument", "")
            if "wordprocessing" in name or name.startswith("word/"):
                return name
        if "word/document.xml" in self._names:
            return "word/document.xml"
        lowered = {name.lower() for name in self._names}
        for mark, message in _FOREIGN:
            if mark in lowered:
                raise ReadingError(message, "unsupported")
        raise ReadingError("这是压缩包，不是Word文件。请解压后再审核其中的报告。", "unsupported")

    def _target(self, relations: str, kind: str, folder: str) -> str:
        root = self.xml(relations)
        if root is None:
            return ""
        for relation in root.iter("{*}Relationship"):
            if str(relation.get("Type", "")).endswith("/" + kind):
                target = str(relation.get("Target", ""))
                name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                if name in self._names:
                    return name
        return ""

    def _bytes(self, name: str) -> bytes:
        """Unpacks a part piece by piece, so that a zip file that lies about sizes costs no memory."""
        member = self._zip.getinfo(name)
        bound = self._limits.part_bytes
        if member.file_size > bound or (
            member.file_size > _RATIO_FROM and member.file_size > self._limits.zip_ratio * max(1, member.compress_size)
        ):
            raise ReadingError(_SWOLLEN, "too_large")
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > bound:
                        raise ReadingError(_SWOLLEN, "too_large")
                    pieces.append(piece)
        except ReadingError:
            raise
        except Exception as error:  # zipfile and zlib raise many kinds for a broken member
            raise ReadingError(_BROKEN, "unreadable") from error
        return b"".join(pieces)
