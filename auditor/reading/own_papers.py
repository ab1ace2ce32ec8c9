"""Refuses what auditor itself has written, which may lie in the folder of the reports."""

import re

from auditor import MAKER
from auditor.reading.failure import ReadingError

OWN_PAPER = "这是本程序生成的审核结果，不是年度报告。请把审核结果存到另外的文件夹。"
_HEAD = 2_000
# How each text that auditor prints begins: see auditor.rendering, where a test holds both together.
_PRINTED = re.compile(
    r"# 法治政府建设年度报告审核结果\n"
    r"|未能审核的文件\n  "
    r"|[^\n]+  [0-9.]+分  [^\n]+\n(?:标题：[^\n]*\n)?文件：[^\n]+\n要素："
    r"| {0,2}[0-9]{1,3}\.[0-9]  \S+  [^\n]+  (?:无缺失|缺失：|缺法定内容：|未能判断：|有内容未能读取：)"
    r"|上次：[^\n]+\n[^\n]+\n本次："
    r"|[^\n]+\n标题：[^\n]+\n单位：[^\n]+\n层级：[^\n]+\n年度："
    r"|[^\n]+（[a-z_0-9]+）：(?:\S{2,4}，(?:[0-9]+分|不计分)，权重[0-9]+|法定内容，\S{1,4})\n"
    r'|\{"(?:schema_version|path|failure)":'
)


def refuse_own(maker: str) -> None:
    """Nothing for the papers of others.

    Args:
        maker: The program that made a file, as the file states it.

    Raises:
        ReadingError: "unsupported" for a paper of auditor's.
    """
    if maker.strip() == MAKER:
        raise ReadingError(OWN_PAPER, "unsupported")


def refuse_printed(text: str) -> None:
    """Likewise for a text, told by its first lines.

    Raises:
        ReadingError: "unsupported" for a text that auditor has printed.
    """
    if _PRINTED.match(text[:_HEAD].replace("\r\n", "\n")):
        raise ReadingError(OWN_PAPER, "unsupported")
