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
from auditor.terms import Level

NUMERALS = "一二三四五六七八九"
CORE = ["enforcement_systems", "legal_counsel", "major_decisions", "first_responsible", "court_appearance"]


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


@pytest.mark.parametrize("element", full().elements, ids=lambda element: element.id)
def test_the_outlines_are_cited_for_their_own_years(element: Element) -> None:
    for basis in element.basis:
        if basis.instrument == "outline_2021":
            assert (basis.from_year, basis.to_year) == (2021, 2025)


def test_the_outline_that_was_not_read_is_not_said_to_ask_for_anything() -> None:
    cited = {
        (element.id, basis.says, *basis.articles)
        for element in full().elements
        for basis in element.basis
        if basis.instrument == "outline_2015"
    }
    assert {id_ for id_, *_ in cited} <= set(CORE)
    assert {tuple(rest) for _, *rest in cited} == {("法治政府建设的总体部署（没有核对过内容，不引具体要求）",)}


@pytest.mark.parametrize("element", ADDED, ids=lambda element: element.id)
def test_what_only_the_outline_of_2021_asks_is_not_asked_of_earlier_reports(element: Element) -> None:
    before = [year for year in range(2015, 2021) if basis_texts(element.basis, full(), year)]
    assert element.from_year is not None
    assert element.from_year >= min(before, default=2021)


@pytest.mark.parametrize(
    ("id_", "level", "articles"),
    [
        ("reconsideration", "county", "第八条（六）"),
        ("reconsideration", "department", ""),
        ("litigation_response", "department", ""),
        ("lectures", "county", "第八条（七）"),
        ("lectures", "department", "第九条（九）"),
        ("lectures", "subdistrict", ""),
        ("congress_report", "township", "第二十四条"),
        ("congress_report", "zone", ""),
        ("party_leadership", "subdistrict", ""),
    ],
)
def test_the_inspection_rules_are_cited_to_those_whom_the_article_names(id_: str, level: Level, articles: str) -> None:
    cited = [text.partition("28号）")[2] for text in basis_of(id_, level) if "责任落实督察工作规定" in text]
    assert "".join(cited) == articles


@pytest.mark.parametrize("id_", ["major_decisions", "decision_legality", "decision_publication"])
@pytest.mark.parametrize("level", ["subdistrict", "zone"])
def test_no_article_on_decisions_is_cited_to_bodies_that_the_regulation_does_not_name(id_: str, level: Level) -> None:
    cited = [text for text in basis_of(id_, level) if "重大行政决策程序" in text]
    assert cited == ["《重大行政决策程序暂行条例》（国务院令第713号）"]


@pytest.mark.parametrize("level", ["department", "township", "subdistrict", "zone"])
def test_the_duties_of_principals_of_counties_are_cited_to_no_one_below(level: Level) -> None:
    cited = [*basis_of("first_responsible", level), *basis_of("law_reporting", level)]
    assert not [text for text in cited if "第一责任人职责规定" in text]


def basis_of(id_: str, level: Level) -> tuple[str, ...]:
    """What is cited to a body of a level in the report on 2023."""
    return basis_texts(next(each for each in full().elements if each.id == id_).basis, full(), 2023, level)


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
