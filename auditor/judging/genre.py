"""Whether the text is an annual rule-of-law report at all; it is audited all the same, with a remark."""

import re

from auditor.catalogue.checks import UNLISTED
from auditor.scorecard import Finding
from auditor.structure import Report
from auditor.terms import GENRE
from auditor.text import HAN

PERSONAL = "个人述法（述职述法）报告"
OTHER_GENRES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("政府工作报告", re.compile(r"^政府工作报告|政府工作报告$|各位代表")),
    (PERSONAL, re.compile(r"述[职法](?:述廉|述法)*报告|个人述法|本人(?:作为|自觉|履行)")),
    ("政府信息公开工作年度报告", re.compile(r"政府信息公开(?:工作)?年度报告")),
    ("新闻报道", re.compile(rf"本报讯|记者[ 　]?{HAN}{{2,4}}(?:报道|摄)|通讯员")),
    ("政策解读", re.compile(r"(?:文字|政策|一图)解读")),
    ("公开征求意见或通知", re.compile(r"^关于[^。]{0,40}的(?:通知|函|意见)$")),
)
PERSONAL_TITLE = re.compile(r"述[职法][^，。]{0,8}(?:报告|汇报)$")
SELF_REPORT = re.compile(r"现将本人[^。]{0,60}(?:报告|汇报)")
SPEECH = re.compile(r"(?:讲话|发言)(?:稿|提纲)?$|^同志们[：，！]")
NOTICE = re.compile(r"通知(?:如下|你们)|请[^。]{0,30}(?:报送|上报)")
LETTER = re.compile(r"^[^、（）]{0,30}关于[^。]{0,50}(?:函|请示|说明)$")
# A letter that is a report itself says more than this.
LETTER_ALONE = 600
OPENING = 400
LONGEST_HEAD = 40
NAME = UNLISTED[GENRE]


def genre_findings(report: Report) -> tuple[Finding, ...]:
    """The finding `genre`, when the text is no such report or only a passage of one.

    That there is no title is not said of a document with unread parts: it may stand there.
    """
    if report.is_passage:
        return (
            Finding(
                GENRE,
                "advice",
                "文本较短且没有报告标题，按片段审核：只判断各要素，不要求具备法定内容板块。",
                name=NAME,
            ),
        )
    if name := _other_genre(report):
        message = f"文本像是{name}，不是法治政府建设年度报告；以下审核结果仅供参考。"
        return (Finding(GENRE, "warning", message, name=NAME),)
    if report.identity.is_report:
        return ()
    if report.document.unread:
        return ()
    message = "没有找到法治政府建设年度报告的标题；请核对是否送错文件，或补上标题（写明单位和年度）。"
    return (Finding(GENRE, "warning", message, name=NAME),)


def _other_genre(report: Report) -> str:
    """The genre that a text seems to be of, "" when it may be an annual report."""
    title, text = report.identity.title, report.plain.text
    opening = text[:OPENING]
    of_oneself = "第一责任人" in title and "本人" in opening
    if of_oneself or PERSONAL_TITLE.search(title) or SELF_REPORT.search(opening):
        return PERSONAL
    lines = opening.split("\n")
    if any(SPEECH.search(line) for line in lines if len(line) <= LONGEST_HEAD):
        return "讲话"
    if title.endswith("通知") and NOTICE.search(text):
        return "通知"
    if len(text) < LETTER_ALONE and any(map(LETTER.search, lines)):
        return "报送函（没有报告正文）"
    if report.identity.is_report:
        return ""
    return next((name for name, pattern in OTHER_GENRES if any(map(pattern.search, lines))), "")
