"""Time adverbials at the head of a clause: of the year reported on, of earlier years, of years to come."""

import re
from dataclasses import dataclass

from auditor.catalogue.fields import CueRole
from auditor.structure.spans import opens_clause
from auditor.text import REPORT_YEAR

YEAR = re.compile(rf"({REPORT_YEAR})年(?:(度)|(?!版|修[订正]|(?:工作)?(?:打算|安排|思路|计划|展望|重点)))")
# 2015年度法律顾问代理诉讼8件 tells of then; 2015年度考核, 2024年度目录 are the names of things.
OF_THE_YEAR = re.compile("[，全我本共]")
NAMES = re.compile(
    "[^，。；]{0,12}?(?:考核|考评|评议|评查|报告|总结|计划|要点|目标|任务|安排|预算|决算|审计|督察|督查|清单|目录|方案|先进|优秀|示范|获|荣)"
)
LEAD = re.compile(r"(?:(?:同样|也|还|就|早|曾)?在|于|从|到|截至|回看|回顾|早在|对照|追溯到|自)$")
SINCE = re.compile(r"^(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:以来|起|开始|至今|版|—|至|到|、)")
FOUNDED = re.compile(r"^(?:[0-9]{1,2}月)?(?:成立|组建|设立|建立|聘请|选聘|聘任|出台|印发|制定|启用|建成)的")


@dataclass(frozen=True, slots=True)
class TimeCue:
    """A time adverbial: [start, end) of the plain text and what the clauses after it tell of."""

    start: int
    end: int
    role: CueRole


def time_cues(text: str, start: int, end: int, year: int | None) -> list[TimeCue]:
    """The year adverbials of a sentence, when the year reported on is known."""
    if year is None:
        return []
    cues: list[TimeCue] = []
    for found in YEAR.finditer(text, start, end):
        head = found.start()
        lead = LEAD.search(text, start, head)
        head = lead.start() if lead else head
        named = int(found[1])
        after = text[found.end() : end]
        is_not_of_then = named <= year and (SINCE.match(after) or FOUNDED.match(after))
        names_a_thing = found[2] and not OF_THE_YEAR.match(after) and (named >= year or NAMES.match(after))
        is_none = is_not_of_then or names_a_thing or _in_title(text, start, found.start())
        if is_none or not opens_clause(text, head, start):
            continue
        role: CueRole = "done" if named == year else "previous" if named < year else "plan"
        cues.append(TimeCue(found.start(), found.end(), role))
    return cues


def _in_title(text: str, start: int, at: int) -> bool:
    return text.count("《", start, at) > text.count("》", start, at)
