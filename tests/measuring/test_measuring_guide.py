"""The rules printed in docs/writing-rules.md work as the guide says."""

import re
from pathlib import Path

import pytest

from auditor.catalogue import CatalogueError, load_catalogue
from auditor.catalogue.skeleton import write_skeleton
from auditor.judging import Auditor
from auditor.measuring import lint, run_examples

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
    with pytest.raises(CatalogueError, match=re.escape("open_day.yaml:5:1: 不认识的键“wieght”（是不是“weight”？）")):
        load_catalogue(None, str(tmp_path / "方案.yaml"))
