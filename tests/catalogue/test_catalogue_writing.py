"""Help for those who write rules: the skeleton and the JSON Schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from small_rules import write

from auditor.catalogue import default_folder, load_catalogue
from auditor.catalogue.schema import KINDS, schema_of
from auditor.catalogue.skeleton import BLANK, write_skeleton
from auditor.catalogue.source import Source
from auditor.judging import Auditor
from auditor.measuring import lint, run_examples


def remarks(profile: str, folder: Path) -> list[str]:
    return [str(p) for p in lint(load_catalogue(None, profile)) if str(folder) in p.file]


def test_the_skeleton_lints_and_wants_its_blanks_filled(tmp_path: Path) -> None:
    said = list(write_skeleton("holiday_rules", tmp_path))
    profile = str(tmp_path / "方案.yaml")
    catalogue = load_catalogue(None, profile)
    assert catalogue.elements[-1].id == "holiday_rules"
    assert remarks(profile, tmp_path) == []
    named = {(Path(f.place.file).name, f.place.line) for f in run_examples(Auditor(catalogue)).failures}
    for file in (tmp_path / "方案.yaml", tmp_path / "elements/holiday_rules.yaml"):
        lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        blank = {(file.name, number) for number, line in lines if BLANK in line and not line.lstrip().startswith("#")}
        assert blank
        assert blank <= named
    assert any(profile in line for line in said)


def test_one_blank_left_fails_wherever_it_stands(tmp_path: Path) -> None:
    rules = write(tmp_path / "rules", file="elements/counsel.yaml", old="只认这几个词。", new="待填：认不出什么。")
    own = tmp_path / "own"
    own.mkdir()
    instrument = "{id: guide, title: 待填, status: unsure}"
    (own / "instruments.yaml").write_text(f"instruments:\n  - {instrument}\n", encoding="utf-8")
    (tmp_path / "方案.yaml").write_text("name: 本市待填报事项方案\nown: own\n", encoding="utf-8")
    failures = run_examples(Auditor(load_catalogue(rules, str(tmp_path / "方案.yaml")))).failures
    assert [(Path(f.place.file).name, f.place.line) for f in failures] == [
        ("instruments.yaml", 2),
        ("counsel.yaml", 30),
    ]
    assert "待填：认不出什么。" in str(failures[1])


def test_a_second_rule_leaves_the_profile_alone(tmp_path: Path) -> None:
    list(write_skeleton("one", tmp_path))
    before = (tmp_path / "方案.yaml").read_text(encoding="utf-8")
    said = list(write_skeleton("two", tmp_path))
    assert (tmp_path / "方案.yaml").read_text(encoding="utf-8") == before
    assert "elements 里加上 two" in said[1]


@pytest.mark.parametrize("id_", ["假日", "Holiday", "1st", "a-b", "../x", ""])
def test_an_id_that_cannot_be_a_file_name(id_: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="不能用作编号"):
        list(write_skeleton(id_, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_rule_is_never_overwritten(tmp_path: Path) -> None:
    list(write_skeleton("one", tmp_path))
    with pytest.raises(ValueError, match="已经有了"):
        list(write_skeleton("one", tmp_path))


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_schema_explains_every_key_in_chinese(kind: str) -> None:
    schema = schema_of(kind)
    text = json.dumps(schema, ensure_ascii=False)
    assert "A required element" not in text

    def check(node: Any) -> None:
        if isinstance(node, dict):
            for key, value in node.get("properties", {}).items():
                assert any("一" <= char <= "龥" for char in value["description"]), key
            for value in node.values():
                check(value)
        elif isinstance(node, list):
            for value in node:
                check(value)

    check(schema)


@pytest.mark.parametrize(
    ("kind", "pattern"), [("element", "elements/*.yaml"), ("block", "blocks/*.yaml"), ("profile", "profiles/*.yaml")]
)
def test_the_schema_knows_every_key_in_use(kind: str, pattern: str) -> None:
    schema = schema_of(kind)
    known, required = set(schema["properties"]), set(schema["required"])
    files = sorted(default_folder().glob(pattern))
    assert files
    for file in files:
        used = set(Source(file).data)
        assert required <= used <= known, file
