"""The rules printed in docs/writing-rules.md work as the guide says."""

import re
from pathlib import Path

import pytest

from auditor.catalogue import CatalogueError, load_catalogue
from auditor.catalogue.skeleton import write_skeleton
from auditor.judging import Auditor
from auditor.measuring import evaluate, lint, run_examples

LABELS = Path(__file__).resolve().parents[2] / "docs/labelling-cases.md"
GUIDE = Path(__file__).resolve().parents[2] / "docs/writing-rules.md"


def blocks() -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_rule_of_the_guide_and_the_overlay_that_uses_it(tmp_path: Path) -> None:
    rule, instruments, overlay, project = blocks()
    own = tmp_path / "本市规则"
    list(write_skeleton("open_day", own))
    (own / "elements/open_day.yaml").write_text(rule, encoding="utf-8")
    (own / "instruments.yaml").write_text(instruments, encoding="utf-8")
    (tmp_path / "方案二.yaml").write_text(overlay, encoding="utf-8")
    for profile in (own / "方案.yaml", tmp_path / "方案二.yaml"):
        catalogue = load_catalogue(None, str(profile))
        failures = run_examples(Auditor(catalogue)).failures
        assert [str(each) for each in failures if each.id in ("open_day", "legal_counsel")] == []
        assert [str(each) for each in lint(catalogue) if str(tmp_path) in each.file] == []
    (tmp_path / "auditor.yaml").write_text(project, encoding="utf-8")
    assert load_catalogue(None, str(tmp_path / "auditor.yaml")).waivers[0].waiver.rule == "data_sharing"


def test_the_mistake_shown_in_the_guide(tmp_path: Path) -> None:
    list(write_skeleton("open_day", tmp_path))
    file = tmp_path / "elements/open_day.yaml"
    file.write_text(blocks()[0].replace("weight", "wieght"), encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        load_catalogue(None, str(tmp_path / "方案.yaml"))
    shown = re.findall(r"…/本市规则/elements/(open_day.yaml:.*)", GUIDE.read_text(encoding="utf-8"))
    assert [str(each).rsplit("/", 1)[1] for each in raised.value.problems] == shown


def test_the_labels_of_the_guide(tmp_path: Path) -> None:
    (gold,) = re.findall(r"```json\n(.*?)```", LABELS.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "甲县2024.json").write_text(gold, encoding="utf-8")
    text = "甲县2024年度法治政府建设工作报告\n一、主要成效\n县政府法律顾问审查合同56份。\n"
    (tmp_path / "甲县2024.txt").write_text(text, encoding="utf-8")
    found = evaluate([tmp_path], Auditor(load_catalogue(profile="full")))
    assert [miss.id for miss in found.misses] == ["data_sharing"]  # 甲县 is no 街道
    assert (found.broken, found.accuracy.n, found.blocks_right.n) == (0, 3, 2)
