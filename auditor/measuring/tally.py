"""Counts while labelled cases are compared with what the auditor said."""

from collections import Counter
from dataclasses import dataclass, field

from auditor.catalogue.hints import did_you_mean
from auditor.measuring.gold import Case, Label
from auditor.scorecard import ElementResult, ReportCard
from auditor.terms import BLOCK_VERDICT_NAMES, VERDICT_NAMES

NAMES: dict[str, str] = {str(k): v for k, v in [*VERDICT_NAMES.items(), *BLOCK_VERDICT_NAMES.items()]}


@dataclass(frozen=True, slots=True)
class Miss:
    """A verdict that a careful reader would not give, or a right one without a right citation.

    Attributes:
        case: Name of the case.
        id: Id of the element or block.
        message: What was said and what is right, in Chinese.
    """

    case: str
    id: str
    message: str

    def __str__(self) -> str:
        return f"{self.case} {self.id}：{self.message}"


@dataclass(slots=True)
class Tally:
    """Running counts.

    Elements that the auditor does not ask of a body or of a year are left out of all of them, for a reader of the text
    cannot tell whom a rule binds; unless the label says “not_applicable”.

    Attributes:
        confusion: How often each (true, said) verdict pair came up, by element id; what a label accepts
            counts as true.
        strict: Verdicts equal to the label's first choice.
        needed: Elements whose label says that the text holds something of them.
        backed: Those of them with a right verdict and a citation that overlaps the evidence.
        citations: Citations given for elements.
        verbatim: Those equal to the text at their offsets.
        relevant: Those that overlap the evidence.
        blocks: Block verdicts.
        blocks_right: Those that a label accepts.
        broken: Cases, elements or blocks without a verdict.
        left_out: Labels of elements that the auditor did not ask for, in order.
        cases: Cases.
        misses: In order.
    """

    known_blocks: frozenset[str]
    confusion: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)
    strict: int = 0
    needed: int = 0
    backed: int = 0
    citations: int = 0
    verbatim: int = 0
    relevant: int = 0
    blocks: int = 0
    blocks_right: int = 0
    broken: int = 0
    left_out: list[Miss] = field(default_factory=list)
    cases: int = 0
    misses: list[Miss] = field(default_factory=list)

    def fail(self, case: Case, error: str) -> None:
        """Count a case that could not be audited."""
        self.cases += 1
        self._break(case, "", f"没有审核结果：{error}")

    def add(self, case: Case, card: ReportCard, text: str) -> None:
        """Count a case; `text` is what its citations point into."""
        self.cases += 1
        results = {result.id: result for result in card.elements}
        for id_, label in case.elements.items():
            if id_ not in results:
                hint = did_you_mean(id_, results, "请用 --profile 指定有它的方案")
                self._break(case, id_, f"审核方案里没有这个要素（{hint}）")
            elif results[id_].verdict == "not_applicable" and "not_applicable" not in label.accepted:
                self.left_out.append(_left_out(case, label, results[id_]))
            else:
                self._add_element(case, label, results[id_], text)
        said = {block.id: block.verdict for block in card.blocks}
        for id_, accepted in case.blocks.items():
            if id_ not in self.known_blocks:
                hint = did_you_mean(id_, sorted(self.known_blocks))
                self._break(case, id_, f"审核方案里没有这项法定内容（{hint}）")
                continue
            verdict = said.get(id_, "")
            self.blocks += 1
            if verdict in accepted:
                self.blocks_right += 1
            else:
                self._miss(case, id_, f"判为“{NAMES.get(verdict, '无结果')}”，应为“{_either(accepted)}”")

    def _add_element(self, case: Case, label: Label, result: ElementResult, text: str) -> None:
        verdict = result.verdict
        right = verdict in label.accepted
        pair = (verdict if right else label.verdict, verdict)
        self.confusion.setdefault(result.id, Counter())[pair] += 1
        self.strict += verdict == label.verdict
        spans = label.spans(text)
        cited = () if verdict == "not_applicable" else result.citations  # those tell of the body, not of the element
        touching = [any(max(c.start, s) < min(c.end, e) for s, e in spans) for c in cited]
        self.citations += len(touching)
        self.relevant += sum(touching)
        self.verbatim += sum(text[c.start : c.end] == c.text for c in cited)
        if label.wants_citation:
            self.needed += 1
            self.backed += right and any(touching)
        if not right:
            remark = f"（{label.why}）" if label.why else ""
            self._miss(case, result.id, f"判为“{NAMES[verdict]}”，应为“{_either(label.accepted)}”{remark}")
        elif label.wants_citation and not any(touching):
            self._miss(case, result.id, f"“{NAMES[verdict]}”判对了，但没有引到标注的原文")

    def _break(self, case: Case, id_: str, message: str) -> None:
        self.broken += 1
        self._miss(case, id_, message)

    def _miss(self, case: Case, id_: str, message: str) -> None:
        self.misses.append(Miss(case.name, id_, message))


def _left_out(case: Case, label: Label, result: ElementResult) -> Miss:
    why = "；".join(reads for reads, _ in result.grounds.conditions)
    return Miss(case.name, result.id, f"判为“不适用”（{why}），标注为“{NAMES[label.verdict]}”")


def _either(accepted: frozenset[str]) -> str:
    return "或".join(NAMES.get(each, each) for each in sorted(accepted))
