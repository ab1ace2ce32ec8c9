"""How often the auditor agrees with careful readers, on labelled cases."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.catalogue import Problem
from auditor.judging import Auditor
from auditor.measuring.gold import read_cases, refuse
from auditor.measuring.intervals import Share
from auditor.measuring.tally import Miss, Tally
from auditor.reading import ReadingError, read

REPORTED = frozenset({"met", "weak"})
MISSING = frozenset({"missing"})
Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ElementFigures:
    """The figures of one element.

    Attributes:
        accuracy: Verdicts that a label accepts.
        reported_precision: Of the cases said to report the element (met or weak), those that do.
        reported_recall: Of the cases that report it, those said to.
        missing_precision: Of the cases said to lack it, those that do.
        missing_recall: Of the cases that lack it, those said to.
    """

    accuracy: Share
    reported_precision: Share
    reported_recall: Share
    missing_precision: Share
    missing_recall: Share


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures over all cases; what counts as right is what a label accepts.

    Attributes:
        cases: How many cases.
        accuracy: Verdicts that a label accepts.
        accuracy_strict: Verdicts equal to the label's first choice.
        macro_f1: The mean F1 over the verdicts that occur, in percent; None without verdicts.
        missing_precision: Of the elements said to be missing, those that are.
        missing_recall: Of the missing elements, those said to be.
        backed_by_citation: Of the elements that are there, those with a right verdict and a right citation.
        citations_verbatim: Citations equal to the text at their offsets.
        citations_relevant: Citations that overlap the labelled evidence.
        blocks_right: Block verdicts that a label accepts.
        broken: Cases, elements or blocks without a verdict.
        left_out: Labels that count nowhere, for the rules do not ask for the element there; in order of the cases.
        elements: The figures of each element, by id.
        confusion: How often an element that is the first was said to be the second; right verdicts left out.
        misses: Every disagreement, in order of the cases.
    """

    cases: int
    accuracy: Share
    accuracy_strict: Share
    macro_f1: float | None
    missing_precision: Share
    missing_recall: Share
    backed_by_citation: Share
    citations_verbatim: Share
    citations_relevant: Share
    blocks_right: Share
    broken: int
    left_out: tuple[Miss, ...]
    elements: dict[str, ElementFigures]
    confusion: dict[tuple[str, str], int]
    misses: tuple[Miss, ...]

    def as_dict(self) -> dict[str, Any]:
        """The figures as plain data for JSON, in percent to one decimal.

        The keys at the top are those of the project's scoring script; "intervals" and "elements" add to each
        share its n and its 95 % interval.
        """
        shares = {name: getattr(self, name) for name in SHARES}
        return {
            "cases": self.cases,
            "verdicts": self.accuracy.n,
            **{name: share.percent for name, share in shares.items()},
            "macro_f1": self.macro_f1,
            "citations": self.citations_verbatim.n,
            "blocks": self.blocks_right.n,
            "broken": self.broken,
            "left_out": len(self.left_out),
            "per_element": {id_: figures.accuracy.percent for id_, figures in self.elements.items()},
            "confusion": {f"{true}->{said}": n for (true, said), n in self.confusion.items()},
            "intervals": {name: _share(share) for name, share in shares.items()},
            "elements": {
                id_: {name: _share(getattr(figures, name)) for name in figures.__slots__}
                for id_, figures in self.elements.items()
            },
        }


SHARES = (
    "accuracy",
    "accuracy_strict",
    "missing_precision",
    "missing_recall",
    "backed_by_citation",
    "citations_verbatim",
    "citations_relevant",
    "blocks_right",
)


def evaluate(folders: Iterable[Path], auditor: Auditor) -> Evaluation:
    """Audit the labelled cases of some folders and compare.

    Raises:
        GoldError: when a folder holds no cases, or with every mistake in the label files.
    """
    tally = Tally(frozenset(block.id for block in auditor.catalogue.blocks))
    unfounded: list[Problem] = []
    for case in [case for folder in folders for case in read_cases(folder)]:
        try:
            document = read(str(case.text))
        except ReadingError as error:
            tally.fail(case, str(error))
            continue
        unfounded += case.unfounded(document.text)
        tally.add(case, auditor.audit(document), document.text)
    refuse(unfounded)
    return _figures(tally)


def _figures(tally: Tally) -> Evaluation:
    pairs: Pairs = Counter()
    for each in tally.confusion.values():
        pairs.update(each)
    n = sum(pairs.values())
    return Evaluation(
        cases=tally.cases,
        accuracy=_accuracy(pairs),
        accuracy_strict=Share(tally.strict, n),
        macro_f1=_macro_f1(pairs),
        missing_precision=_precision(pairs, MISSING),
        missing_recall=_recall(pairs, MISSING),
        backed_by_citation=Share(tally.backed, tally.needed),
        citations_verbatim=Share(tally.verbatim, tally.citations),
        citations_relevant=Share(tally.relevant, tally.citations),
        blocks_right=Share(tally.blocks_right, tally.blocks),
        broken=tally.broken,
        left_out=tuple(tally.left_out),
        elements={id_: _element(each) for id_, each in tally.confusion.items()},
        confusion={pair: count for pair, count in sorted(pairs.items()) if pair[0] != pair[1]},
        misses=tuple(tally.misses),
    )


def _element(pairs: Pairs) -> ElementFigures:
    return ElementFigures(
        accuracy=_accuracy(pairs),
        reported_precision=_precision(pairs, REPORTED),
        reported_recall=_recall(pairs, REPORTED),
        missing_precision=_precision(pairs, MISSING),
        missing_recall=_recall(pairs, MISSING),
    )


def _accuracy(pairs: Pairs) -> Share:
    return Share(sum(n for (true, said), n in pairs.items() if true == said), sum(pairs.values()))


def _both(pairs: Pairs, verdicts: frozenset[str]) -> int:
    return sum(n for (true, said), n in pairs.items() if true in verdicts and said in verdicts)


def _precision(pairs: Pairs, verdicts: frozenset[str]) -> Share:
    return Share(_both(pairs, verdicts), sum(n for (_, said), n in pairs.items() if said in verdicts))


def _recall(pairs: Pairs, verdicts: frozenset[str]) -> Share:
    return Share(_both(pairs, verdicts), sum(n for (true, _), n in pairs.items() if true in verdicts))


def _macro_f1(pairs: Pairs) -> float | None:
    """The mean F1 over the verdicts that are true somewhere, in percent."""
    scores: list[float] = []
    for verdict in sorted({true for true, _ in pairs}):
        one = frozenset({verdict})
        is_, said = _recall(pairs, one).n, _precision(pairs, one).n
        scores.append(2 * _both(pairs, one) / (is_ + said))
    return round(100 * sum(scores) / len(scores), 1) if scores else None


def _share(share: Share) -> dict[str, Any]:
    interval = share.interval
    return {"percent": share.percent, "n": share.n, "interval": list(interval) if interval else None}
