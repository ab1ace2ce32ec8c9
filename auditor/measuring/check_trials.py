"""The examples of the form and number checks: where a check must speak up, and where it must not."""

from collections.abc import Iterable

from auditor.catalogue.checks import LISTS, CheckExample
from auditor.catalogue.model import Catalogue
from auditor.judging import Auditor
from auditor.measuring.trial import Firing, Trial, document, names, report_around
from auditor.reading import Document
from auditor.scorecard import Finding

FINDINGS = {
    "names": ("wrong_name", "stale_name"),
    "periods": ("period_years", "period_ended"),
    "proportions": ("rate_wrong", "rate_of_none"),
    "divisions": ("parts_exceed", "parts_short"),
    "foreign": ("other_body",),
}


def check_trials(auditor: Auditor) -> Iterable[Trial]:
    """Every example of every check and of every list entry; an entry fires when a finding rests on it."""
    for key in LISTS:
        for index, entry in enumerate(getattr(auditor.catalogue.checks, key)):
            for number, example in enumerate(entry.examples):
                findings = auditor.audit(_report(example)).findings
                fired = any(_is_by(finding, key, entry.id) for finding in findings)
                yield Trial(
                    owner=(key, entry.id),
                    at=(index, "examples", number),
                    text=example.text,
                    expected="提示" if example.kind == "fires" else "不提示",
                    got=f"提示（{names(finding.message for finding in findings)}）" if fired else "不提示",
                    passed=fired == (example.kind == "fires"),
                    fired=frozenset({(entry.id, "")}) if fired else frozenset(),
                )


def check_firings(catalogue: Catalogue) -> Iterable[Firing]:
    """Every check and every list entry."""
    for key, (_, name) in LISTS.items():
        for index, entry in enumerate(getattr(catalogue.checks, key)):
            yield Firing((key, entry.id), (index,), (entry.id, ""), f"{name}“{entry.id}”")


def _report(example: CheckExample) -> Document:
    if "\n" in example.text:
        return document(f"{example.text}\n")
    return report_around(example.text, level=example.level, year=example.year)[0]


def _is_by(finding: Finding, key: str, id_: str) -> bool:
    """Whether a finding is that of a check, or rests on an entry of a list."""
    if key == "checks":
        return finding.id == id_
    return finding.id in FINDINGS[key] and any(citation.rule == id_ for citation in finding.citations)
