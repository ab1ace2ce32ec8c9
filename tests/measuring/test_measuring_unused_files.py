"""Rule files that nobody reads are named, with what to do about them."""

import sys
from pathlib import Path

from auditor.catalogue import load_catalogue
from auditor.measuring import lint

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "catalogue"))

from small_rules import FILES, write

OWN_RULE = FILES["elements/counsel.yaml"].replace("id: counsel", "id: own_rule").replace("法律顾问", "公职律师")


def put(folder: Path, *names: str, text: str = "id: stray") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def unused(rules: Path, profile: Path | None = None) -> dict[str, str]:
    """What lint says of each file it names at its first line."""
    said = lint(load_catalogue(rules, str(profile) if profile else None))
    return {Path(each.file).name: f"{each.message}：{each.suggestion}" for each in said if each.line == 1}


def test_files_in_a_folder_of_rules_that_are_never_read(tmp_path: Path) -> None:
    put(write(tmp_path), "elements/stray.yaml", "blocks/block.yaml", "lexicon/mine.yaml", "lexicon/cues/more.yml")
    put(tmp_path, "lexicon/cues/sub/deep.yaml", "profiles/broken.yaml", ".git/hidden.yaml")
    said = unused(tmp_path)
    assert list(said) == ["block.yaml", "stray.yaml", "more.yml", "deep.yaml", "mine.yaml", "broken.yaml"]
    assert "没有列入任何审核方案" in said["stray.yaml"]
    assert "改成 .yaml" in said["more.yml"]
    assert "这里只读取：borders.yaml、concepts.yaml" in said["mine.yaml"]
    assert "用 --profile 指定它" in said["broken.yaml"]


def test_files_in_a_folder_of_ones_own_that_are_never_read(tmp_path: Path) -> None:
    rules, own = write(tmp_path / "rules"), tmp_path / "own"
    put(own, "lexicon/concepts.yaml", "lexicon/cues/a.yaml", "checks/checks.yaml", "instrument.yaml")
    put(own, "elements/own_rule.yaml", "elements/forgotten.yaml", text=OWN_RULE)
    put(own, "instruments.yaml", text=FILES["instruments.yaml"].replace("id: ", "id: own_"))
    put(tmp_path, "方案.yaml", text="name: 方案\nown: own\nelements: [own_rule]\n")
    said = unused(rules, tmp_path / "方案.yaml")
    assert sorted(said) == ["a.yaml", "checks.yaml", "concepts.yaml", "forgotten.yaml", "instrument.yaml"]
    assert "请复制整个规则目录，用 --rules 指定" in said["concepts.yaml"]


def test_what_another_profile_beside_it_reads_is_used(tmp_path: Path) -> None:
    rules = write(tmp_path / "rules")
    put(tmp_path, "own/elements/own_rule.yaml", text=OWN_RULE)
    put(tmp_path, "方案二.yaml", text="name: 方案二\nown: own\nelements: [own_rule]\n")
    put(tmp_path, "方案.yaml", text="name: 方案\nown: own\n")
    assert unused(rules, tmp_path / "方案.yaml") == {}
