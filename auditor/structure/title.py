"""The title of the report: a line near its head, or several over which it is broken."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from auditor.numbering import number_of
from auditor.structure.levels import is_unit, level_of
from auditor.structure.page_words import PAGE_WORDS
from auditor.text import CHINESE_YEAR, REPORT_YEAR

SUBJECT = "法[治制]政府|依法行政|法治建设|依法治[县市区省镇乡街]"
TITLE = re.compile(
    r"(?:法[治制]政府(?:部门)?(?:建设|工作)|依法行政|法治建设|依法治[县市区省镇乡街])[^。，；]{0,20}(?:报告|总结|情况|汇报|打算)"
)
YEAR = re.compile(f"({REPORT_YEAR})年?")
IN_CHINESE = re.compile(f"{CHINESE_YEAR}年")
LABEL = re.compile(r"\s*(?:(?:(?:信息|文件)?名称|标题|题名)：|—+)")
NO_TITLE = re.compile(r"[。；>《]|如下：?$|^现将")
# A letter that hands in a report names it; so does the notice that passes it on.
LETTER = re.compile(r"(?:函|通知|请示|说明|公告|通告)$")
COMPLETE = re.compile(r"(?:报告|总结|汇报)(?:（[^（）]*）)?$")
OTHER_END = re.compile(r"(?:报告|总结|汇报|函|通知|请示|说明|公告|通告|公报|文件|[号期日页])$")
SIGNS = tuple(map(re.compile, ("关于", YEAR.pattern, SUBJECT)))
BROKEN_AT = re.compile(f"关于|年|{SUBJECT}")
REST = re.compile(r"(?:[的和及与暨、]|工作|年度|情况|打算|计划|安排|报告|总结|汇报)[^，。；：]{0,18}$")
PLAN = re.compile(r"[和及与暨、][^，。；：]{0,18}(?:打算|计划|安排|思路|要点)(?:的?(?:报告|汇报))?")
PUNCTUATION = re.compile("[，。；：《》>|]")
CUT_WORDS = frozenset({"报告", "总结", "汇报", "情况"})
TITLE_LINES = 40
PIECES = 3
LONGEST = 60
LONGEST_PIECE = 40


class Line(NamedTuple):
    """A paragraph of the plain text, or several, and where they stand there."""

    text: str
    start: int
    end: int


def find_title(lines: Sequence[Line]) -> Line | None:
    """The first line or lines that say whose report on what they head.

    What names neither body nor year may be the name of a site's section: a whole title that does, below it and above
    the first sentence, is taken instead. The title of a letter or notice is only taken when there is no other.
    """
    section = letter = None
    for index, line in enumerate(lines[:TITLE_LINES]):
        if section and "。" in line.text:
            break
        found = _title_at(lines, index)
        if found is None or ((section or letter) and not COMPLETE.search(found.text)):
            continue
        if LETTER.search(found.text):
            letter = found
        elif unit_in_title(found.text) or _year_in(found.text):
            return found
        else:
            section = section or found
    return section or letter


def unit_in_title(title: str) -> str:
    """The body that a title names, "" when it names none."""
    head = re.split(f"关于|{REPORT_YEAR}|二[〇零]|法[治制]政府|依法行政|法治建设|年度", title, maxsplit=1)[0]
    head = re.sub(r"^.*[：.]|[（(].*$|(?:推进|加强|建设)+$|的$", "", head).strip(" 的、—")
    return head if level_of(head) != "unknown" else ""


def _title_at(lines: Sequence[Line], index: int) -> Line | None:
    """The title that begins with a line; the body that stands alone on the line above belongs to it."""
    label = LABEL.match(lines[index].text)
    start = label.end() if label else 0
    first, last, text = index, index, lines[index].text[start:].strip()
    for following in lines[index + 1 : index + PIECES]:
        more = following.text.strip()
        if not (_is_rest(text, more) if is_title(text) else _runs_on(text, more)):
            break
        text, last = text + more, last + 1
    if not is_title(text):
        return None
    above = lines[index - 1].text.strip() if index else ""
    if is_unit(above) and not unit_in_title(text):
        text, first, start = above + text, index - 1, 0
    return Line(text, lines[first].start + start, lines[last].end)


def is_title(text: str) -> bool:
    """Whether a text can be the title of an annual rule-of-law report."""
    if not 6 <= len(text) <= LONGEST or NO_TITLE.search(text) or PAGE_WORDS.search(text) or number_of(text):
        return False
    told = _year_in(text) or "关于" in text or len(text) <= 34
    return told and TITLE.search(text) is not None


def _year_in(text: str) -> bool:
    return bool(YEAR.search(text) or IN_CHINESE.search(text))


def _runs_on(begun: str, more: str) -> bool:
    """Whether a title begun on one line may run on in the next: neither is whole, and neither says the other's part."""
    if _cuts_word(begun, more):
        return _is_piece(begun)
    if not (_is_piece(begun) and _is_piece(more)) or OTHER_END.search(begun) or not BROKEN_AT.search(begun):
        return False
    if any(sign.search(begun) and sign.search(more) for sign in SIGNS):
        return False
    return not (is_title(more) and unit_in_title(more))


def _is_rest(title: str, more: str) -> bool:
    """Whether the next line holds the last words of a title (… 建设情况 | 的报告, … 工作总结 | 和2024年工作打算)."""
    if _cuts_word(title, more):
        return True
    if LETTER.search(title) or not _is_piece(more):
        return False
    if PLAN.fullmatch(more):
        return True
    if COMPLETE.search(title):
        return False
    return REST.match(more) is not None and not any(sign.search(more) for sign in SIGNS)


def _cuts_word(begun: str, more: str) -> bool:
    """Whether the last word of a title is cut between two lines (… 工作报 | 告, … 建设情 | 况的报告)."""
    return begun[-1:] + more[:1] in CUT_WORDS and (len(more) == 1 or _is_piece(more))


def _is_piece(text: str) -> bool:
    if not 2 <= len(text) <= LONGEST_PIECE or PUNCTUATION.search(text) or PAGE_WORDS.search(text):
        return False
    return number_of(text) is None
