"""The corpus of the benchmarks is the same in every run, and its reports differ."""

from itertools import pairwise
from pathlib import Path

from corpus import CHARACTERS, ROOT, build, report
from whole_process import Run, ratio, spread
from wide_rules import widen

from auditor.catalogue import load_catalogue


def test_reports_are_of_the_length_asked_for_and_the_same_every_time() -> None:
    for length in (1, 10):
        assert report(7, length) == report(7, length)
        assert CHARACTERS * length <= len(report(7, length)) < CHARACTERS * length * 1.5


def test_reports_share_few_sentences() -> None:
    for one, other in pairwise(report(number) for number in range(5)):
        first, second = (set(text.replace("\n", "。").split("。")) for text in (one, other))
        assert len(first & second) < len(first) / 5


def test_a_folder_holds_them(tmp_path: Path) -> None:
    characters = build(tmp_path / "reports", 3)
    texts = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "reports").iterdir())]
    assert texts == [report(0), report(1), report(2)]
    assert characters == sum(map(len, texts))


def test_wider_rules_are_a_catalogue_with_other_words(tmp_path: Path) -> None:
    widen(ROOT / "rules", tmp_path / "rules", 3)
    core, wide = load_catalogue(ROOT / "rules"), load_catalogue(tmp_path / "rules")
    assert len(wide.elements) == 3 * len(core.elements)
    original, copy = core.elements[0], wide.elements[len(core.elements)]
    assert [len(each.phrases) for each in copy.signals] == [len(each.phrases) for each in original.signals]
    assert not {text for each in copy.signals for text in each.phrases} & {
        text for each in original.signals for text in each.phrases
    }


def test_ratios_are_taken_round_by_round() -> None:
    ours = [Run(2, 1, 10, 0), Run(9, 1, 10, 0), Run(4, 1, 10, 0)]
    theirs = [Run(1, 1, 10, 0), Run(3, 1, 10, 0), Run(4, 2, 10, 0)]
    assert ratio(ours, theirs) == {"min": 1, "median": 2, "max": 3}
    assert ratio(ours, theirs, "cpu") == {"min": 0.5, "median": 1, "max": 1}
    assert spread([1.0, 2.0, 9.0]) == {"min": 1, "median": 2, "max": 9}
