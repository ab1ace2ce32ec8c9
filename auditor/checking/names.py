"""Wrong and outdated names, read in the text as it was written."""

from collections.abc import Iterable, Sequence

from auditor.catalogue.checks import Name
from auditor.catalogue.lexicon import Words
from auditor.checking.slip import Slip, Span
from auditor.checking.written import Written
from auditor.matching import Match, Matcher
from auditor.matching.matcher import Found
from auditor.structure import Report

MOST = 5
LONGEST = 2_000
NAME = "◇"
CHECKS = {"wrong": "wrong_name", "stale": "stale_name"}


class Names:
    """Finds the names of rules/checks/names.yaml.

    Args:
        names: The names.
        former: Wordings around a stale name, written ◇, in which it is right: they tell that it is a former one.
        words: The concepts that phrases may use.
    """

    def __init__(self, names: Sequence[Name], former: Sequence[str], words: Words) -> None:
        self._names = names
        self._matcher = Matcher(words, (), in_sentences=False)
        for name in names:
            self._matcher.add((name.id, "name"), name, name.phrases)
            excuses = [each.replace(NAME, phrase) for each in former for phrase in name.phrases]
            self._matcher.add((name.id, "mask"), name, [*name.but_not, *(excuses if name.kind == "stale" else [])])
            self._matcher.add((name.id, "unless"), name, name.unless)

    def check(self, report: Report, written: Written) -> Iterable[Slip]:
        """One slip for each name that is wrong in a report of its year."""
        if not self._names:
            return
        year = report.identity.year
        spans = _sentences(written)
        found = self._matcher.search(written.text, spans)
        for name in self._names:
            if _holds(name, year):
                places = [
                    (match.start, match.end)
                    for match in found.everywhere((name.id, "name"))
                    if not _is_excused(match, found)
                ]
                if places:
                    yield _slip(name, places, written)


def _is_excused(match: Match, found: Found) -> bool:
    """Whether a longer word in which the name is right stands there, or the sentence gives the reason for it."""
    reasons = (match.owner.id, "unless")
    return found.covers((match.owner.id, "mask"), match) or bool(found.in_sentence(match.sentence, reasons))


def _sentences(written: Written) -> list[Span]:
    """The sentences; an endless one is cut, for every match in it takes the longer the longer it is."""
    spans: list[Span] = []
    for start, end in written.lines:
        at = start
        while at < end:
            stop = written.text.find("。", at, end)
            stop = end if stop < 0 else stop + 1
            if stop - at > LONGEST:
                stop = written.text.rfind("，", at, at + LONGEST) + 1 or at + LONGEST
            spans.append((at, stop))
            at = stop
    return spans


def _holds(name: Name, year: int | None) -> bool:
    if year is None:
        return name.since is None and name.until is None
    return (name.since is None or year >= name.since) and (name.until is None or year <= name.until)


def _slip(name: Name, places: Sequence[Span], written: Written) -> Slip:
    places = [_with_title_mark(written.text, *place) for place in places]
    shown = written.text[slice(*places[0])]
    is_title = shown.startswith("《") and shown.endswith("》")
    told, right = (shown, f"《{name.right}》") if is_title else (f"“{shown}”", f"“{name.right}”")
    times = f"（共{len(places)}处）" if len(places) > 1 else ""
    fault = "写法有误" if name.kind == "wrong" else "已经过时"
    spans = tuple(written.span(*place) for place in places[:MOST])
    return Slip(CHECKS[name.kind], f"{told}{fault}{times}：{name.why}请改为{right}。", spans, name.id)


def _with_title_mark(text: str, start: int, end: int) -> Span:
    """A name with the mark that opens its title, when it ends with the one that closes it."""
    opens = text[end - 1] == "》" and "《" not in text[start:end] and text[max(start - 1, 0)] == "《"
    return (start - 1 if opens else start), end
