"""The terms of an audit: the words that results are told in, and their Chinese names."""

from typing import Literal

RuleVerdict = Literal["met", "weak", "mentioned", "missing", "exempt", "not_applicable"]  # what a rule can lead to
Verdict = RuleVerdict | Literal["unread"]
BlockVerdict = Literal["present", "absent", "unread"]
BlockState = BlockVerdict | Literal["not_asked"]  # what displays show: what is not asked of a report is no lack
Role = Literal["done", "problem", "plan", "required", "zero"]
MatchKind = Literal["exact", "pattern", "words", "fuzzy"]
Severity = Literal["error", "warning", "advice"]
FailureKind = Literal["unreadable", "encrypted", "too_large", "empty", "unsupported", "timeout", "internal"]
Level = Literal["province", "city", "county", "department", "township", "subdistrict", "zone", "unknown"]

VERDICT_NAMES: dict[Verdict, str] = {
    "met": "达标",
    "weak": "笼统",
    "mentioned": "仅提及",
    "missing": "缺失",
    "exempt": "零报告",
    "not_applicable": "不适用",
    "unread": "未能判断",
}
BLOCK_VERDICT_NAMES: dict[BlockState, str] = {
    "present": "有",
    "absent": "无",
    "unread": "未能判断",
    "not_asked": "不适用",
}
ROLE_NAMES: dict[Role, str] = {
    "done": "已开展",
    "problem": "存在问题",
    "plan": "下步计划",
    "required": "仅为要求",
    "zero": "零报告",
}
LEVEL_NAMES: dict[Level, str] = {
    "province": "省级政府",
    "city": "市级政府",
    "county": "县级政府",
    "department": "政府部门",
    "township": "乡镇",
    "subdistrict": "街道",
    "zone": "开发区",
    "unknown": "未识别",
}
SEVERITY_NAMES: dict[Severity, str] = {"error": "错误", "warning": "提醒", "advice": "建议"}
WAIVED, WAIVER_EXPIRED = "waiver", "waiver_expired"  # ids of findings on waivers: for who audits, not for units
UNREAD_PART = "unread_part"  # id of the finding that a part of the file could not be read
SAYS_OF_BLOCK = {"cause_missing": "causes"}  # ids of findings that tell more of a block's absence, and of the block
GENRE = "genre"  # id of the finding that the text is no annual report, or only a passage of one
NOT_GRADED = "未能判断"  # in place of the grade, where an element could not be judged for such a part
