"""Runs the examples that the rule files carry, and fails every rule that no example makes fire."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.catalogue import Catalogue, Problem
from auditor.judging import Auditor
from auditor.measuring.check_trials import check_firings, check_trials
from auditor.measuring.cue_trials import cue_firings, cue_trials
from auditor.measuring.entry_trials import ElementTrials, block_firings, block_trials, element_firings
from auditor.measuring.list_trials import border_trials, concept_trials, list_firings, section_trials
from auditor.measuring.places import Places
from auditor.measuring.trial import Firing, Trial
from auditor.measuring.unfilled import is_unfilled, unfilled

KINDS = {"fires": "会触发的", "silent": "不触发的", "near_miss": "相近而不算的"}


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule or an example that does not do what it should.

    Attributes:
        place: File, line, column and the whole message, in Chinese.
        id: Id of the element, block or list, "" for a value that was not filled in.
        text: The example, "" for a rule that no example makes fire.
        expected: What should have been, in Chinese.
        got: What was, in Chinese.
    """

    place: Problem
    id: str
    text: str
    expected: str
    got: str

    def __str__(self) -> str:
        return str(self.place)


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """What running the examples gave.

    Attributes:
        failures: In the order of the rule files.
        examples: How many examples were run.
        covered: How many rules (signals, decoys, lists, …) some example made fire.
        coverable: How many rules there are.
    """

    failures: tuple[Failure, ...]
    examples: int
    covered: int
    coverable: int

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return not self.failures

    def summary(self) -> str:
        """One line in Chinese."""
        state = "全部通过" if self.passed else f"{len(self.failures)}处不符"
        return f"运行{self.examples}条例句，触发{self.covered}/{self.coverable}项规则，{state}。"


def run_examples(auditor: Auditor) -> ExampleReport:
    """Run every example of the auditor's catalogue."""
    catalogue = auditor.catalogue
    places = Places(catalogue)
    trials = list(_trials(auditor))
    firings = list(_firings(catalogue))
    fired = {(_kind(trial.owner, key), *key) for trial in trials for key in trial.fired}
    silent = [firing for firing in firings if (firing.owner[0], *firing.key) not in fired]
    failures = [_unfilled(problem) for problem in unfilled(places)]
    failures += [_failed(trial, places) for trial in trials if not (trial.passed or is_unfilled(trial.text))]
    failures += [_never_fired(firing, places) for firing in silent]
    failures += _lacking_kinds(catalogue, places)
    return ExampleReport(tuple(failures), len(trials), len(firings) - len(silent), len(firings))


def _kind(owner: tuple[str, str], key: tuple[str, str]) -> str:
    return owner[0] if key[1] == "" else "elements"


def _trials(auditor: Auditor) -> Iterable[Trial]:
    yield from ElementTrials(auditor).run()
    yield from block_trials(auditor)
    yield from concept_trials(auditor)
    yield from cue_trials(auditor)
    yield from section_trials(auditor)
    yield from border_trials(auditor)
    yield from check_trials(auditor)


def _firings(catalogue: Catalogue) -> Iterable[Firing]:
    yield from element_firings(catalogue)
    yield from block_firings(catalogue)
    yield from cue_firings(catalogue)
    yield from list_firings(catalogue)
    yield from check_firings(catalogue)


def _unfilled(problem: Problem) -> Failure:
    return Failure(problem, "", "", "写好的内容", "还没有填写")


def _failed(trial: Trial, places: Places) -> Failure:
    message = f"例句“{trial.text}”应当是：{trial.expected}；实际是：{trial.got}"
    place = places.of(trial.owner, trial.at, message)
    return Failure(place, trial.owner[1], trial.text, trial.expected, trial.got)


def _never_fired(firing: Firing, places: Places) -> Failure:
    place = places.of(firing.owner, firing.at, f"{firing.name}没有例句能触发")
    return Failure(place, firing.owner[1], "", f"{firing.name}至少由一条例句触发", "没有例句能触发")


def _lacking_kinds(catalogue: Catalogue, places: Places) -> Iterable[Failure]:
    """Elements and blocks want at least one example that fires, one that stays silent and one near miss."""
    kinds_of: dict[tuple[str, str], set[str]] = {}
    for element in catalogue.elements:
        kinds_of["elements", element.id] = {example.kind for example in element.examples}
    for block in catalogue.blocks:
        kinds_of["blocks", block.id] = {example.kind for example in block.examples}
    for owner, kinds in kinds_of.items():
        for kind, name in KINDS.items():
            if kind not in kinds:
                message = f"缺少一条{name}例句（kind: {kind}）"
                place = places.of(owner, ("examples",), message)
                yield Failure(place, owner[1], "", f"至少一条{name}例句", "没有")
