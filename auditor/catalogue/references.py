"""Checks what one rule file says of another: concepts, parts, articles of law."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from auditor.catalogue.hints import did_you_mean
from auditor.catalogue.model import ENTRY_LISTS, Basis, Element, Instrument
from auditor.catalogue.phrase_language import PhraseError, concepts_of, expand, parse
from auditor.catalogue.profile import Change
from auditor.catalogue.selection import Said
from auditor.catalogue.source import Location, Problem, Source
from auditor.catalogue.wordlists import ConceptList

UNUSED = "不用这一项的，请写在 drop 里"
PROSE_KEYS = ("reads", "asks", "why", "limits", "text", "means")


class ReferenceChecker:
    """Collects the problems of references; each at its place in the file that refers."""

    def __init__(self, instruments: dict[str, Instrument], source: Source, concepts: Sequence[ConceptList]) -> None:
        self.problems: list[Problem] = []
        self._instruments = instruments
        self._words: dict[str, frozenset[str]] = {}
        for index, concept in enumerate(concepts):
            self._words[concept.id] = self._expand(source, index, concept)

    def _expand(self, source: Source, index: int, concept: ConceptList) -> frozenset[str]:
        """The words of a concept; it may use concepts that stand before it."""
        texts: set[str] = set()
        for key in ("words", "but_not"):
            for number, phrase in enumerate(getattr(concept, key)):
                try:
                    for used in concepts_of(parse(phrase)):
                        if used.name not in self._words:
                            raise PhraseError(f"没有概念“{used.name}”，或它写在后面", used.column)
                    more = expand(parse(phrase), self._words)
                    if more is None:
                        raise PhraseError("概念的词语里不能有“…”“～”“#”", 0)
                    texts |= more if key == "words" else frozenset()
                except PhraseError as error:
                    at: Location = ("concepts", index, key, number)
                    self.problems.append(source.problem(at, f"“{phrase}”：{error.message}"))
        return frozenset(texts)

    def check_ids(self, sources: Mapping[str, Source], others: Collection[str], what: str) -> None:
        """No rule may have the id of something else: that could not be shown or waived then."""
        for id_, source in sources.items():
            if id_ in others:
                self.problems.append(source.problem(("id",), f"编号“{id_}”与{what}同名", "请换一个编号"))

    def check_element(self, source: Source, element: Element) -> None:
        """The references of an element's file, and its own ids."""
        self.check_entry(source, element.basis)
        seen: set[str] = set()
        for key in ENTRY_LISTS:
            for index, item in enumerate(getattr(element, key)):
                if item.id in seen:
                    self.problems.append(source.problem((key, index, "id"), f"编号“{item.id}”重复", "请换一个编号"))
                seen.add(item.id)
        for key in ("signals", "zero"):
            for index, signal in enumerate(getattr(element, key)):
                for number, part in enumerate(signal.parts):
                    self.must_be_known(source, (key, index, "parts", number), "组成部分", part, element.parts)
        told = {part for signal in element.signals for part in signal.parts}
        for index, condition in enumerate(element.met):
            if condition.parts > len(told):
                message = f"要写到{condition.parts}个组成部分，但信号只涉及{len(told)}个，永远不会达标"
                self.problems.append(
                    source.problem(("met", index, "parts"), message, "请改小，或在信号的 parts 里补上")
                )
        for index, example in enumerate(element.examples):
            for number, fired in enumerate(example.fires):
                self.must_be_known(source, ("examples", index, "fires", number), "信号", fired, seen)

    def check_entry(self, source: Source, basis: Iterable[Basis]) -> None:
        """The legal basis and the concepts named in a file."""
        self.check_phrases(source)
        self.check_basis(source, basis)

    def check_basis(self, source: Source, basis: Iterable[Basis], at: Location = ()) -> None:
        """The legal basis that stands at a place of a file: only articles that were read may be cited."""
        for index, item in enumerate(basis):
            here = (*at, "basis", index)
            if not self.must_be_known(source, (*here, "instrument"), "依据", item.instrument, self._instruments):
                continue
            instrument = self._instruments[item.instrument]
            for number, article in enumerate(item.articles):
                if article not in instrument.articles:
                    self.problems.append(
                        source.problem(
                            (*here, "articles", number),
                            f"《{instrument.title}》的“{article}”没有核对过原文，不能引用",
                            _listed_as(article, instrument),
                        )
                    )

    def check_phrases(self, source: Source) -> None:
        """Every {concept} named anywhere in a file must exist."""
        for at, text in texts(source.data, ()):
            if "{" not in text or PROSE_KEYS.count(str(at[-1])):
                continue
            try:
                used = list(concepts_of(parse(text)))
            except PhraseError:
                continue
            for concept in used:
                self.must_be_known(source, at, "概念", concept.name, self._words)

    def check_changed(self, said: Said[Change], element: Element) -> None:
        """What a profile's change to an element (given as changed) refers to, and whether it still applies at all."""
        if element.from_year is not None and element.to_year is not None and element.to_year < element.from_year:
            message = f"改动以后，本项从{element.from_year}年度起、到{element.to_year}年度止，没有一个年度适用"
            key = "to_year" if said.what.to_year is not None else "from_year"
            self.problems.append(said.source.problem((*said.at, key), message, UNUSED))
        if not element.binds:
            message = "改动以后，本项不适用于任何层级"
            self.problems.append(said.source.problem((*said.at, "binds"), message, UNUSED))
        self.check_basis(said.source, said.what.basis, said.at)
        known = {item.id for key in ENTRY_LISTS for item in getattr(element, key)}
        for index, example in enumerate(said.what.examples):
            for number, fired in enumerate(example.fires):
                at = (*said.at, "examples", index, "fires", number)
                self.must_be_known(said.source, at, "信号", fired, known)

    def must_be_known(self, source: Source, at: Location, what: str, name: str, known: Iterable[str]) -> bool:
        """Whether a name is one of those known; a problem at its place when it is not."""
        names = list(known)
        if name in names:
            return True
        self.problems.append(source.problem(at, f"没有{what}“{name}”", did_you_mean(name, names)))
        return False


def _listed_as(article: str, instrument: Instrument) -> str:
    """What to write for an article that is not listed: the same one in other characters, such as narrow brackets."""
    same = [each for each in instrument.articles if normalize("NFKC", each) == normalize("NFKC", article)]
    return f"是不是“{same[0]}”？" if same else "请只引用 instruments.yaml 里列出的条文，或把 articles 留空"


def texts(data: Any, at: Location) -> Iterable[tuple[Location, str]]:
    """Every text in the data of a file that stands at a place, each with its own place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from texts(value, (*at, index))
    elif isinstance(data, str):
        yield at, data
