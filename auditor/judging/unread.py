"""What was not found in a report of which a part could not be read: neither a pass nor missing, but not judged."""

from collections.abc import Iterable
from dataclasses import replace

from auditor.reading import Document
from auditor.scorecard import BlockResult, ElementResult, Finding, Grounds
from auditor.terms import UNREAD_PART

COPY_WANTED = "请提供能够读取全部内容的文件（如Word文件、更清晰的扫描件）后再审核。"
GAP = f"文件有内容未能读取，不能判断是否写了这一项。{COPY_WANTED}"
# Findings that say what a report does not have, or what stands between two of its passages.
OF_ABSENCE = frozenset({"cause_missing", "plan_answers_none", "numbering", "title_year"})


def set_apart(results: Iterable[ElementResult], document: Document) -> tuple[ElementResult, ...]:
    """The results; of a document with unread parts, what is missing is unread instead."""
    return tuple(_unread(each, document) if document.unread and each.verdict == "missing" else each for each in results)


def set_blocks_apart(results: Iterable[BlockResult], document: Document) -> tuple[BlockResult, ...]:
    """Likewise the statutory blocks."""
    return tuple(
        replace(each, verdict="unread", grounds=_grounds(each.grounds, document))
        if document.unread and each.verdict == "absent"
        else each
        for each in results
    )


def unread_findings(noted: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """The findings, after one for each part that was not read; with such parts, none that says what is not there."""
    parts = tuple(
        Finding(UNREAD_PART, "warning", f"{part}。{COPY_WANTED}", name="未读内容") for part in document.unread
    )
    return parts + tuple(each for each in noted if not (parts and each.id in OF_ABSENCE))


def _unread(result: ElementResult, document: Document) -> ElementResult:
    return replace(result, verdict="unread", score=0, gaps=(GAP,), grounds=_grounds(result.grounds, document))


def _grounds(grounds: Grounds, document: Document) -> Grounds:
    unread = tuple((f"全部内容都已读取（{part}）", False) for part in document.unread)
    return replace(grounds, conditions=unread + grounds.conditions)
