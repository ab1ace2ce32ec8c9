"""Blanks of a template that nobody filled in: XX场次, 2025年X月X日, （ ）件; read in the text as it is printed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby

from auditor.checking.personal import SURNAMES
from auditor.checking.slip import Slip
from auditor.structure import Report
from auditor.text import HAN

SHOWN = 5
ONE = "(?:[XＸ×]|[*＊]{1,4})"
SEVERAL = r"(?:[XxＸｘ×✕]{2,}|[_＿]{2,}|[（(][ \u3000]*[）)])"
FIRST = r"xＸｘ×✕*＊_＿（( \u3000"
SIGNS = re.compile("X+")
# Between words two spaces may be the layout's; before 余, and where they are many, a number was to stand there.
SPACES = rf"(?<={HAN}{{2}})(?: {{4,}}|\u3000{{2,}}|[ \u3000]{{2,}}(?=余))"
# The month or the day of a date left open at the end of a line: 2026年 月 日.
DATE = r"(?:(?<=20[0-9]{2}年)[ \u3000]+月[ \u3000]*日?|(?<=[0-9]月)[ \u3000]+日)(?=[ \u3000）)]*(?:\n|$))"
END = "(?=[，。；、）])"
# After a surname the signs stand for a name (王××家); 高 is none where it ends a verb (提高XX%).
NO_SURNAME = rf"(?:(?<![{SURNAMES}])|(?<=[提升走调拔]高))"
LEFT = rf"(?<![0-9A-Za-zＸｘ×✕*＊_＿]){NO_SURNAME}"


class Blanks:
    """Finds the blanks of rules/checks/words.yaml.

    Args:
        blanks: Wordings with X for a sign that holds a place (X, ×, *) and XX for several, a line or empty brackets;
            those with one X and nothing else in its place count only at the end of a clause.
        but_not: Words that begin where the word after the sign stands, of a name that was left out (XX人民法院).
    """

    def __init__(self, blanks: Sequence[str], but_not: Sequence[str]) -> None:
        words = sorted(map(_escaped, blanks), key=len, reverse=True)
        name = f"(?!{'|'.join(map(re.escape, but_not))})" if but_not else ""
        several = _any(word[2:] for word in words if word.startswith("XX"))
        single = _any(word[1:] for word in words if re.fullmatch("X[^X]+", word))
        others = _any(SIGNS.sub(_signs, word) for word in words if not re.match("XX|X[^X]+$", word))
        alone = rf"{LEFT}(?:{SEVERAL}{name}{several}|{ONE}{name}{single}{END})"
        # What a blank can begin with, said first: most characters of a text are passed over at this one test.
        first = re.escape("".join({word[0] for word in blanks})) + FIRST
        forms = f"{alone}|{SPACES}{several}{END}|{DATE}|{others}"
        self._blanks = re.compile(f"(?=[{first}])(?:{forms})") if blanks else None

    def check(self, report: Report) -> Iterable[Slip]:
        """One slip for each paragraph with blanks."""
        if self._blanks is None:
            return
        starts = [paragraph.start for paragraph in report.document.paragraphs]
        found = self._blanks.finditer(report.document.text)
        for _, group in groupby(found, key=lambda match: bisect_left(starts, match.start() + 1)):
            yield _slip(report, list(group))


def _escaped(word: str) -> str:
    return re.escape(word).replace("%", "[%％]")


def _any(forms: Iterable[str]) -> str:
    return f"(?:{'|'.join(forms) or '(?!)'})"


def _signs(found: re.Match[str]) -> str:
    return ONE if len(found[0]) == 1 else SEVERAL


def _slip(report: Report, found: Sequence[re.Match[str]]) -> Slip:
    source = report.plain.source
    spans: list[tuple[int, int]] = []
    for match in found:
        start = min(bisect_left(source, match.start()), len(report.plain.text) - 1)
        spans.append((start, max(bisect_left(source, match.end()), start + 1)))
    shown = list(dict.fromkeys(re.sub(r"\s+", "＿＿", match[0]) for match in found))
    told = "".join(f"“{each}”" for each in shown[:SHOWN]) + ("等" if len(shown) > SHOWN else "")
    if len(found) == 1:
        return Slip("blank", f"模板中的{told}没有填写。请补上具体内容。", tuple(spans))
    return Slip("blank", f"本段有{len(found)}处模板空白没有填写：{told}。请逐处补上具体内容。", tuple(spans))
