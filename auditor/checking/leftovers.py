"""What another text left behind: another body's words, another place's name, doubled words."""

import re
from collections.abc import Iterable, Sequence

from auditor.catalogue.checks import CheckWords, ForeignWords
from auditor.checking.bodies import bureau, conflict
from auditor.checking.slip import Slip, Span
from auditor.checking.written import Written
from auditor.structure import Report
from auditor.structure.plain import QUOTES
from auditor.text import HAN

MOST = 5
TITLE = 80
OTHER_PLACE = re.compile(
    rf"(?<!{HAN})({HAN}{{2,4}})(县|区|镇|乡|街道)(?:党委、政府|党工委、办事处|委、[县区]?政府|人民政府|坚持以|高度重视|始终坚持|深入学习|认真贯彻|深入贯彻)"
)
NO_NAME = re.compile(
    r"[各全本我该县区市省州镇乡办新旧有将在对和与及其两三四五六七八九十个社园景山林库灾牧边]|自治|开发|示范|贫困|村庄|人民|城关"
)
OPENING_BUREAU = re.compile(
    rf"(?<![^，。\n])({HAN}{{2,16}}局)(?:党组|党委)?(?:深入|坚持|认真|全面|高度重视|始终|紧紧?围绕|扎实|严格)"
)
PUNCTUATION = re.compile(r"，，+|。。+|、、+|；；+|，。|。，|、。|；。")


class Leftovers:
    """Finds what was left in from a template or from another body's text."""

    def __init__(self, foreign: Sequence[ForeignWords], words: CheckWords) -> None:
        self._foreign = foreign
        doubled = "|".join(map(re.escape, words.doubled))
        self._doubled = re.compile(f"(?P<word>{doubled})(?P=word)") if doubled else None
        self._but_not = words.doubled_but_not

    def check(self, report: Report, written: Written) -> Iterable[Slip]:
        """One report."""
        yield from self._other_body(report)
        yield from _other_bureau(report)
        yield from _other_place(report)
        yield from self._double(report, written)

    def _other_body(self, report: Report) -> Iterable[Slip]:
        identity = report.identity
        for foreign in self._foreign:
            if not (identity.unit and _applies(foreign, report)):
                continue
            spans = [
                span for word in foreign.words for span in _outside_titles(report.plain.text, word, foreign.but_not)
            ]
            if not spans:
                continue
            spans.sort()
            text = report.plain.text
            shown = "、".join(dict.fromkeys(f"“{text[a:b]}”" for a, b in spans))
            yield Slip(
                "other_body",
                f"“{identity.unit}”的报告中出现{shown}（{len(spans)}处），像是套用了其他单位的文本。请逐处核对改正。",
                tuple(spans[:MOST]),
                foreign.id,
            )

    def _double(self, report: Report, written: Written) -> Iterable[Slip]:
        if self._doubled:
            for found in self._doubled.finditer(written.text):
                around = written.text[max(found.start() - 4, 0) : found.end() + 4]
                span = written.span(*found.span())
                if not any(other in around for other in self._but_not) and not _is_quoted(report, span):
                    message = f"“{found[0]}”重复。请删去一个“{found['word']}”。"
                    yield Slip("doubled_word", message, (span,))
        marks = [(written.span(*each.span()), each[0]) for each in PUNCTUATION.finditer(written.text)]
        spans = {span: shown for span, shown in marks if not _is_quoted(report, span)}
        if spans:
            shown = "、".join(f"“{each}”" for each in dict.fromkeys(spans.values()))
            times = f"（共{len(spans)}处）" if len(spans) > 1 else ""
            yield Slip("doubled_word", f"标点{shown}重复或连用{times}。请保留一个。", tuple(spans)[:MOST])


def _is_quoted(report: Report, span: Span) -> bool:
    """Whether a quotation begins or ends within the span, as printed: 规范“规范性文件”."""
    return not QUOTES.isdisjoint(report.printed(*span))


def _applies(foreign: ForeignWords, report: Report) -> bool:
    identity = report.identity
    if foreign.unit_ends:
        return identity.unit.endswith(tuple(foreign.unit_ends))
    return identity.level in foreign.levels


def _outside_titles(text: str, word: str, but_not: Sequence[str]) -> Iterable[Span]:
    at = text.find(word)
    while at >= 0:
        around = text[max(at - 4, 0) : at + len(word) + 4]
        line = max(text.rfind("\n", max(at - TITLE, 0), at) + 1, at - TITLE, 0)
        quoted = text.count("《", line, at) > text.count("》", line, at)
        if not quoted and not any(other in around for other in but_not):
            yield at, at + len(word)
        at = text.find(word, at + len(word))


def _other_bureau(report: Report) -> Iterable[Slip]:
    """A bureau's report that opens with what another bureau did."""
    unit = report.identity.unit
    chapter = next((section for section in report.sections if section.own_role), None)
    if bureau(unit) is None or chapter is None:
        return
    found = OPENING_BUREAU.search(report.plain.text, 0, chapter.start)
    if found is not None and conflict(unit, found[1]):
        yield Slip(
            "other_body",
            f"“{unit}”的报告开头写的是“{found[1]}”，像是套用了其他单位的文本。请核对改正。",
            (found.span(1),),
        )


def _other_place(report: Report) -> Iterable[Slip]:
    """A place of the reporter's own kind that acts in its stead, twice or more, under another name."""
    unit = report.identity.unit
    own = re.search(rf"({HAN}{{2,4}})(县|区|镇|乡|街道)(?:人民政府|办事处|委员会|$)", unit)
    if own is None:
        return
    places: dict[str, list[Span]] = {}
    for found in OTHER_PLACE.finditer(report.plain.text):
        name = found[1] + found[2]
        if found[2] == own[2] and name not in unit and not unit.endswith(name) and not NO_NAME.search(found[1]):
            places.setdefault(name, []).append(found.span())
    for name, spans in places.items():
        if len(spans) > 1 and own[1][-2:] not in name:
            yield Slip(
                "other_place",
                f"报告单位是“{unit}”，文中却有{len(spans)}处以“{name}”为主语，像是套用了其他地方的文本。请核对改正。",
                tuple(spans[:MOST]),
            )
