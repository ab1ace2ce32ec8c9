"""Profiles: what they select, add, change and switch off, and how their mistakes are named."""

from datetime import date
from pathlib import Path

import pytest
from small_rules import FILES, write

from auditor.catalogue import Catalogue, CatalogueError, find_project, load_catalogue, profile_names

ELEMENT = "elements/counsel.yaml"
SECOND = FILES[ELEMENT].replace("id: counsel", "id: second").replace("name: 法律顾问", "name: 第二项")
OVERLAY = """\
name: 地方方案
extends: wide
own: own
elements: [third]
changes:
  - rule: counsel
    weight: 30
    binds: {county: none, city: direct}
    advice: {weak: 请写人数}
    basis:
      - {instrument: local, says: 本地要求}
    phrases:
      named: [法律参谋]
    examples:
      - {kind: fires, text: 县政府请法律参谋3名。, verdict: met, fires: [named, people]}
drop:
  - {rule: second, why: 本地不要求}
waivers:
  - {rule: counsel, reason: 改革, author: 某办, until: 2026-06-30, scope: {years: [2025]}}
"""


def write_profiles(folder: Path, overlay: str = OVERLAY) -> Path:
    """The small rules with a second element, the profile “wide” that has it, and an overlay beside them."""
    rules = write(folder / "rules")
    (rules / "elements/second.yaml").write_text(SECOND, encoding="utf-8")
    (rules / "profiles").mkdir()
    (rules / "profiles/wide.yaml").write_text("name: 全面\nelements: [second]\n", encoding="utf-8")
    own = folder / "own"
    (own / "elements").mkdir(parents=True)
    third = FILES[ELEMENT].replace("id: counsel", "id: third").replace("instrument: inspection", "instrument: local")
    third = third.replace("articles: [第二十五条], ", "")
    (own / "elements/third.yaml").write_text(third, encoding="utf-8")
    local = "instruments:\n  - {id: local, title: 本地规定, status: unsure}\n"
    (own / "instruments.yaml").write_text(local, encoding="utf-8")
    (folder / "overlay.yaml").write_text(overlay, encoding="utf-8")
    return folder


def load(folder: Path, profile: str | None = None, today: date = date(2026, 1, 1)) -> Catalogue:
    return load_catalogue(folder / "rules", profile, today=today)


def ids(catalogue: Catalogue) -> list[str]:
    return [element.id for element in catalogue.elements]


def test_the_core_is_the_default_and_opens_no_other_rule(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path)
    (folder / "rules/elements/second.yaml").write_text("id: [", encoding="utf-8")
    core = load(folder)
    assert ids(core) == ["counsel"]
    assert core == load(folder, "core")
    assert core.manifest.name == "小目录"


def test_a_profile_adds_rules_after_those_it_extends(tmp_path: Path) -> None:
    wide = load(write_profiles(tmp_path), "wide")
    assert ids(wide) == ["counsel", "second"]
    assert (wide.manifest.name, wide.manifest.version) == ("全面", "1.0")
    assert [block.id for block in wide.blocks] == ["plan"]
    assert profile_names(tmp_path / "rules") == ["core", "wide"]


def test_the_version_of_a_base_is_not_that_of_changed_rules(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, "name: 方案\nchanges:\n  - {rule: counsel, weight: 5}\n")
    assert load(folder, str(folder / "overlay.yaml")).manifest.version == "1.0＋本地改动"


def test_an_overlay_adds_changes_and_switches_off(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path)
    catalogue = load(folder, str(folder / "overlay.yaml"))
    plain = load(folder).elements[0]
    counsel = catalogue.elements[0]
    assert ids(catalogue) == ["counsel", "third"]
    assert (counsel.weight, counsel.binds) == (30, {"city": "direct"})
    assert (counsel.advice.weak, counsel.advice.missing) == ("请写人数", plain.advice.missing)
    assert [item.instrument for item in counsel.basis] == ["inspection", "local"]
    assert counsel.signals[0].phrases == [*plain.signals[0].phrases, "法律参谋"]
    assert len(counsel.examples) == len(plain.examples) + 1
    file, at = catalogue.moved["counsel", "examples", 3]
    assert (Path(file).name, at) == ("overlay.yaml", ("changes", 0, "examples", 0))


@pytest.mark.parametrize(("today", "expired"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_waiver_holds_to_the_end_of_its_last_day(today: date, expired: bool, tmp_path: Path) -> None:
    folder = write_profiles(tmp_path)
    assert [each.has_expired for each in load(folder, str(folder / "overlay.yaml"), today).waivers] == [expired]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message", "hint"),
    [
        ("extends: wide", "extends: wyde", 2, 10, "没有审核方案“wyde”", "是不是“wide”？"),
        ("extends: wide", "extends: gone.yaml", 2, 10, "没有审核方案文件“gone.yaml”", "检查路径"),
        ("extends: wide", "extends: overlay.yaml", 2, 10, "互相套用", "请改正 extends"),
        ("own: own", "own: none", 3, 6, "没有文件夹“none”", "同处的文件夹"),
        ("[third]", "[third, counsel]", 4, 19, "“counsel”已经列入", "请删去"),
        ("[third]", "[thirt]", 4, 12, "没有规则文件“thirt”", "是不是“third”？应当有文件 "),
        ("[third]", "[contract]", 4, 12, "没有规则文件“contract”", "own/elements/contract.yaml"),
        ("own: own\n", "", 3, 12, "没有规则文件“third”", "own 写明"),
        ("rule: counsel\n    weight", "rule: plan\n    weight", 6, 11, "“plan”是法定内容，不能改动", "请删去"),
        ("rule: counsel\n    weight", "rule: genre\n    weight", 6, 11, "“genre”是检查，不能改动", "waivers"),
        ("rule: second", "rule: genre", 17, 12, "“genre”是检查，不能关闭", "waivers"),
        ("rule: counsel\n    weight", "rule: counsal\n    weight", 6, 11, "没有规则“counsal”", "是不是“counsel”？"),
        ("weight: 30", "weight: 300", 7, 13, "不能大于100", ""),
        ("weight: 30", "wieght: 30", 7, 5, "不认识的键“wieght”", "是不是“weight”？"),
        ("weight: 30", "decoys: []", 6, 5, "changes 不能改“decoys”", ""),
        ("weight: 30", "from_year: 2030\n    to_year: 2020", 8, 14, "没有一个年度的报告适用", ""),
        (", city: direct", "", 8, 12, "改动以后，本项不适用于任何层级", "请写在 drop 里"),
        ("county: none", "county: nil", 8, 21, "不在可用的取值里", "可用的有："),
        ("instrument: local", "instrument: lokal", 11, 22, "没有依据“lokal”", "是不是“local”？"),
        ("local, says", "local, articles: [第一条], says", 11, 40, "没有核对过原文", "请只引用"),
        ("named: [", "nemed: [", 13, 7, "规则“counsel”里没有“nemed”", "可用的有：named"),
        ("[法律参谋]", "[法律(参谋]", 13, 15, "短语“法律(参谋”第3个字", ""),
        ("[法律参谋]", '["{engag}"]', 13, 15, "没有概念“engag”", "是不是“engage”？"),
        ("fires: [named, people]", "fires: [named, peple]", 15, 71, "没有信号“peple”", "是不是“people”？"),
        ("rule: second", "rule: secnd", 17, 12, "没有规则“secnd”", "是不是“second”？"),
        ("rule: second", "rule: plan", 17, 12, "“plan”是法定内容，不能关闭", "请删去"),
        ("{rule: counsel, reason", "{rule: plan, reason", 19, 12, "“plan”是法定内容，不能豁免", "请删去"),
        ("{rule: counsel, reason", "{rule: counsl, reason", 19, 12, "没有规则“counsl”", "是不是“counsel”？"),
        ("2026-06-30", "2026-06-31", 19, 52, "“2026-06-31”不是日期", ""),
        ("{years: [2025]}", "{}", 19, 71, "豁免范围不能为空", ""),
        ("reason: 改革, ", "", 19, 5, "缺少必填的“reason”", ""),
    ],
)
def test_a_mistake_in_a_profile_is_named_with_its_place(
    old: str, new: str, line: int, column: int, message: str, hint: str, tmp_path: Path
) -> None:
    assert OVERLAY.count(old) == 1
    folder = write_profiles(tmp_path, OVERLAY.replace(old, new))
    with pytest.raises(CatalogueError) as caught:
        load(folder, str(folder / "overlay.yaml"))
    right = [problem for problem in caught.value.problems if message in problem.message]
    assert right, caught.value.problems
    assert (Path(right[0].file).name, right[0].line, right[0].column) == ("overlay.yaml", line, column)
    assert hint in right[0].suggestion


def test_a_rule_of_ones_own_must_not_hide_another(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, "name: 同名\nown: own\nelements: [second]\n")
    (folder / "own/elements/second.yaml").write_text(SECOND, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"own/elements/second\.yaml:1:1: “second”与已有的规则同名"):
        load(folder, str(folder / "overlay.yaml"))


@pytest.mark.parametrize(("id_", "what"), [("plan", "法定内容"), ("genre", "检查")])
def test_a_rule_of_ones_own_must_not_have_the_id_of_something_else(id_: str, what: str, tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, f"name: 同名\nown: own\nelements: [{id_}]\n")
    (folder / f"own/elements/{id_}.yaml").write_text(FILES[ELEMENT].replace("id: counsel", f"id: {id_}"), "utf-8")
    with pytest.raises(CatalogueError, match=rf"own/elements/{id_}\.yaml:1:5: 编号“{id_}”与{what}同名"):
        load(folder, str(folder / "overlay.yaml"))


def test_a_wrong_binding_in_a_change_is_told_once(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, OVERLAY.replace("county: none", "county: nnoe"))
    with pytest.raises(CatalogueError) as caught:
        load(folder, str(folder / "overlay.yaml"))
    assert [problem.suggestion for problem in caught.value.problems] == ["是不是“none”？"]


def test_a_law_of_ones_own_must_not_take_the_place_of_another(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, "name: 同名\nown: own\n")
    mine = "instruments:\n  - {id: opinion, title: 另一份意见, status: read, articles: [第九条]}\n"
    (folder / "own/instruments.yaml").write_text(mine, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"own/instruments\.yaml:2:5: “opinion”重复"):
        load(folder, str(folder / "overlay.yaml"))


def test_two_profiles_may_share_a_folder_of_their_own(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path)
    project = folder / "project.yaml"
    project.write_text("name: 项目\nextends: overlay.yaml\nown: own\n", encoding="utf-8")
    assert ids(load(folder, str(project))) == ["counsel", "third"]


def test_changed_years_must_leave_one(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, "name: 方案\nchanges:\n  - {rule: counsel, to_year: 2020}\n")
    element = FILES[ELEMENT].replace("weight: 20", "weight: 20\nfrom_year: 2024")
    (folder / "rules" / ELEMENT).write_text(element, encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"overlay\.yaml:3:30: 改动以后，本项从2024年度起、到2020年度止"):
        load(folder, str(folder / "overlay.yaml"))


def test_something_must_be_left(tmp_path: Path) -> None:
    folder = write_profiles(tmp_path, "name: 空\ndrop: [{rule: counsel, why: 无}]\n")
    with pytest.raises(CatalogueError, match="关闭了全部要素"):
        load(folder, str(folder / "overlay.yaml"))


def test_a_profile_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="没有审核方案“ful”"):
        load(write_profiles(tmp_path), "ful")


def test_the_project_file_is_found_above_the_reports(tmp_path: Path) -> None:
    reports = tmp_path / "甲/乙"
    reports.mkdir(parents=True)
    (tmp_path / "甲/auditor.yaml").write_text("name: 项目\n", encoding="utf-8")
    expected = (tmp_path / "甲/auditor.yaml").resolve().as_posix()
    assert find_project([str(reports), str(reports / "报告.txt")]) == expected
    (reports / "auditor.yaml").write_text("name: 更近的\n", encoding="utf-8")
    assert find_project([str(reports)]) == (reports / "auditor.yaml").resolve().as_posix()
    with pytest.raises(CatalogueError, match="不属于同一个项目文件"):
        find_project([str(reports / "一.txt"), str(tmp_path / "甲/二.txt")])
    assert find_project([str(tmp_path / "别处.txt")]) is None
    assert find_project([]) is None
