"""The harness of the rule examples, on small rules that are spoiled one at a time."""

from pathlib import Path

import pytest
from small_rules import write

from auditor.catalogue import Catalogue, load_catalogue
from auditor.judging import Auditor
from auditor.measuring import lint, run_examples

ELEMENT, CONCEPTS = "elements/counsel.yaml", "lexicon/concepts.yaml"
CUES, SECTIONS, BORDERS = "lexicon/cues/plan.yaml", "lexicon/sections.yaml", "lexicon/borders.yaml"
BLOCK = "blocks/plan.yaml"


def catalogue(folder: Path, file: str = "", old: str = "", new: str = "") -> Catalogue:
    return load_catalogue(write(folder, file=file, old=old, new=new))


def test_the_small_rules_pass(tmp_path: Path) -> None:
    report = run_examples(Auditor(catalogue(tmp_path)))
    assert [str(failure) for failure in report.failures] == []
    assert report.passed
    assert report.covered == report.coverable
    assert "全部通过" in report.summary()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        (ELEMENT, "verdict: met", "verdict: weak", 32, "实际是：达标"),
        (ELEMENT, "    fires: [village]", "    fires: [village, people]", 39, "people未触发"),
        (ELEMENT, "text: 村法律顾问进村入户。", "text: 全年开展活动。", 39, "village未触发"),
        (
            BLOCK,
            "      完成年度计划，",
            "      一、工作打算\n      完成年度计划，",
            24,
            "应当是：无；实际是：有",
        ),
        (CONCEPTS, "counts: [聘请律师]", "counts: [聘请律师, 雇请律师]", 7, "实际是：不算"),
        (CONCEPTS, "does_not: [推行聘用制改革]", "does_not: [聘用律师]", 8, "实际是：算（聘用）"),
        (CUES, '律师】。", role: plan', '律师】。", role: problem', 8, "应当是：存在问题；实际是：下步计划"),
        (SECTIONS, "counts: [一、下一步打算]", "counts: [一、主要成绩, 一、下一步打算]", 6, "实际是：不算"),
        (SECTIONS, "does_not: [一、主要做法]", "does_not: [二、今后打算]", 7, "应当是：不算"),
        (BORDERS, "does_not: [群众反应诉诸法院]", "does_not: [局长应诉]", 7, "实际是：算（应诉）"),
    ],
)
def test_an_example_that_does_not_hold(file: str, old: str, new: str, line: int, said: str, tmp_path: Path) -> None:
    report = run_examples(Auditor(catalogue(tmp_path, file, old, new)))
    wrong = [f for f in report.failures if f.text]
    assert said in "\n".join(str(f) for f in wrong)
    assert wrong[0].place.file.endswith(file)
    assert wrong[0].place.line == line
    assert not report.passed


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            ELEMENT,
            "particulars:\n",
            "  - {id: dead, asks: 没人用, phrases: [法律参谋]}\nparticulars:\n",
            "信号“dead”没有例句能触发",
        ),
        (
            ELEMENT,
            "decoys:\n",
            "  - {id: dead, asks: 没人用, phrases: [法律参谋]}\ndecoys:\n",
            "具体内容“dead”没有例句",
        ),
        (
            ELEMENT,
            "met:\n",
            "  - {id: dead, why: 没人用, phrases: [法律参谋]}\nmet:\n",
            "干扰项“dead”没有例句",
        ),
        (
            ELEMENT,
            "met:\n",
            "zero:\n  - {id: dead, asks: 无, phrases: [无事项]}\nmet:\n",
            "零报告信号“dead”没有例句",
        ),
        (
            CUES,
            "      - {text",
            "      - {text: 【聘请律师】。, role: done}\n  - id: dead\n    role: plan\n    means: 无\n"
            "    reach: forward\n    phrases: [来日]\n    examples:\n      - {text",
            "提示词表“dead”没有例句能触发",
        ),
        (BORDERS, "does_not: [群众反应诉诸法院]", "does_not: [群众来访]", "跨词短词“应诉”没有例句能触发"),
        (ELEMENT, "kind: silent", "kind: near_miss", "缺少一条不触发的例句（kind: silent）"),
        (ELEMENT, "kind: silent", "kind: fires", "kind 写的是 fires，却没有信号计入"),
        (ELEMENT, "kind: fires", "kind: silent", "kind 写的是 silent，却有信号计入（named）"),
        (ELEMENT, "kind: fires", "kind: near_miss", "kind 写的是 near_miss，却算作写到了（named）"),
        (BLOCK, "kind: silent", "kind: fires", "实际是：无，与 kind 写的 fires 不符"),
    ],
)
def test_a_rule_that_no_example_makes_fire(file: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    report = run_examples(Auditor(catalogue(tmp_path, file, old, new)))
    assert said in "\n".join(str(f) for f in report.failures)


def test_an_example_of_what_is_not_asked_for_is_silent(tmp_path: Path) -> None:
    near = "  - kind: near_miss\n"
    example = "  - {kind: silent, text: 镇政府聘请律师3名。, verdict: not_applicable, level: township}\n"
    assert run_examples(Auditor(catalogue(tmp_path, ELEMENT, near, example + near))).passed


def test_every_phrase_that_a_profile_adds_wants_an_example(tmp_path: Path) -> None:
    rules = write(tmp_path / "rules")
    example = "{kind: fires, text: 聘请法务专员2人。, verdict: weak, fires: [named]}"
    change = f"  - rule: counsel\n    phrases: {{named: [法务专员, 法务专圆]}}\n    examples: [{example}]\n"
    (tmp_path / "方案.yaml").write_text(f"name: 方案\nchanges:\n{change}", encoding="utf-8")
    failures = run_examples(Auditor(load_catalogue(rules, str(tmp_path / "方案.yaml")))).failures
    assert [str(each).rsplit("/", 1)[1] for each in failures] == ["方案.yaml:4:29: 补充的短语“法务专圆”没有例句能触发"]


def test_a_clean_catalogue_has_no_remarks(tmp_path: Path) -> None:
    assert lint(catalogue(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said", "line"),
    [
        (ELEMENT, "      - 法律顾问\n", "      - 法律顾问\n      - 法律顾问\n", "“法律顾问”写了两次", 17),
        (ELEMENT, "      - 法律顾问\n", "      - 法律顾问\n      - 政府法律顾问\n", "“政府法律顾问”多余", 17),
        (
            ELEMENT,
            "      - 法律顾问\n",
            "      - 法律顾问\n      - 村法律顾问\n",
            "同时列为干扰项“village”",
            17,
        ),
        (ELEMENT, "says: 年度报告}", "says: 年度报告, from_year: 2024}", "县级政府2015至2023年度的报告没有一条依据", 9),
        (ELEMENT, "says: 年度报告}", "says: 年度报告, to_year: 2024}", "县级政府2025年度起的报告没有一条依据", 9),
        (ELEMENT, "says: 年度报告}", "says: 年度报告, levels: [city]}", "县级政府2015年度起的报告没有一条依据", 9),
        (ELEMENT, "{engage}～律师", "聘请～律师", "概念“engage”没有规则使用", 2),
        (CONCEPTS, "counts: [聘请律师]", "counts: [聘请律师, 聘请律师]", "例句与前面的重复", 7),
        (ELEMENT, "text: 全年开展普法。", "text: 县政府聘请律师3名。", "例句与前面的重复", 36),
    ],
)
def test_remarks(file: str, old: str, new: str, said: str, line: int, tmp_path: Path) -> None:
    problems = [p for p in lint(catalogue(tmp_path, file, old, new)) if said in p.message]
    assert [p.line for p in problems] == [line]
    assert problems[0].suggestion
