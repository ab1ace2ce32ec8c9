"""The full catalogue: complete, on law in force, asked only of those it binds, and the core untouched by it."""

import shutil
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from auditor.catalogue import Catalogue, CatalogueError, default_folder, load_catalogue
from auditor.catalogue.checks import CheckId
from auditor.catalogue.model import Element
from auditor.judging.basis import basis_texts

NUMERALS = "一二三四五六七八九"
CORE = ["enforcement_systems", "legal_counsel", "major_decisions", "first_responsible", "court_appearance"]
KNOWN_YEARS = range(2016, 2027)


@cache
def full() -> Catalogue:
    return load_catalogue(None, "full")


ADDED = [element for element in full().elements if element.id not in CORE]


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (["", "十", "二十", "三十"][tens]) + (NUMERALS[ones - 1] if ones else "")


def test_the_core_is_part_of_it_unchanged() -> None:
    core = load_catalogue()
    assert full().elements[:5] == core.elements
    assert [element.id for element in core.elements] == CORE
    assert full().blocks == core.blocks


def test_it_has_at_least_forty_elements() -> None:
    assert len(full().elements) >= 40


@pytest.mark.parametrize("item", [f"（{numeral(number)}）" for number in range(4, 36)])
def test_every_content_item_of_the_outline_is_covered(item: str) -> None:
    cited = {
        article for e in full().elements for b in e.basis if b.instrument == "outline_2021" for article in b.articles
    }
    assert item in cited


@pytest.mark.parametrize("element", full().elements, ids=lambda element: element.id)
def test_enough_examples(element: Element) -> None:
    assert len(element.examples) >= 6
    assert {example.kind for example in element.examples} == {"fires", "silent", "near_miss"}


@pytest.mark.parametrize("element", ADDED, ids=lambda element: element.id)
def test_in_every_year_it_is_asked_some_law_asks_it(element: Element) -> None:
    asked = [
        year
        for year in KNOWN_YEARS
        if (element.from_year or year) <= year and (element.to_year is None or year <= element.to_year)
    ]
    assert asked
    assert [year for year in asked if not basis_texts(element.basis, full(), year)] == []


@pytest.mark.parametrize("element", ADDED, ids=lambda element: element.id)
def test_the_outlines_are_cited_for_their_own_years(element: Element) -> None:
    for basis in element.basis:
        if basis.instrument == "outline_2021":
            assert (basis.from_year, basis.to_year) == (2021, 2025)
            assert basis.articles
        if basis.instrument == "outline_2015":
            assert (basis.from_year, basis.to_year, basis.articles) == (2016, 2020, [])


@pytest.mark.parametrize("id_", ["legislation", "legislation_mechanism"])
def test_no_legislation_is_asked_below_a_city(id_: str) -> None:
    element = next(each for each in ADDED if each.id == id_)
    assert not {"county", "township", "subdistrict", "zone"} & set(element.binds)


def test_what_is_cited_never_says_more_than_was_checked() -> None:
    for element in full().elements:
        for basis in element.basis:
            instrument = full().instruments[basis.instrument]
            assert not basis.articles or instrument.status == "read"
            assert set(basis.articles) <= set(instrument.articles)


def test_every_check_that_can_be_made_is_listed_and_no_other(tmp_path: Path) -> None:
    assert [check.id for check in load_catalogue().checks.checks] == list(get_args(CheckId))
    rules = tmp_path / "rules"
    shutil.copytree(default_folder(), rules)
    file = rules / "checks/checks.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: title_year", "id: title_yaer"), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"checks\.yaml:5:9: “title_yaer”不在可用的取值里（是不是“title_year”？）"):
        load_catalogue(rules)
