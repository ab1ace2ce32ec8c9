"""Words of the checks stand for themselves, never for a regular expression."""

from auditor.catalogue import load_catalogue
from auditor.catalogue.checks import CheckWords
from auditor.catalogue.lexicon import Words
from auditor.checking.leftovers import Leftovers
from auditor.checking.written import Written
from auditor.reading import read_bytes
from auditor.structure import structure


def test_a_doubled_word_with_a_bracket_in_it() -> None:
    text = "某县2023年法治政府建设工作报告\n全年推进推进各项工作，（一）（一）落实责任。\n"
    report = structure(read_bytes(text.encode(), "报告.txt"), Words(load_catalogue()))
    checks = Leftovers([], CheckWords(doubled=["推进", "（一）", "(", "."]))
    found = [report.plain.text[slice(*slip.spans[0])] for slip in checks.check(report, Written(report))]
    assert found == ["推进推进", "（一）（一）"]
