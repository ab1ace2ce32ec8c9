"""Refuses what auditor itself has written, which may lie in the folder of the reports."""

from auditor import MAKER
from auditor.reading.failure import ReadingError


def refuse_own(maker: str) -> None:
    """Nothing for the papers of others.

    Args:
        maker: The program that made a file, as the file states it.

    Raises:
        ReadingError: "unsupported" for a paper of auditor's.
    """
    if maker.strip() == MAKER:
        raise ReadingError("这是本程序生成的审核结果，不是年度报告。请把审核结果存到另外的文件夹。", "unsupported")
