"""Evaluation on a handful of cases made by hand, the figures worked out on paper."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from floor import fallen

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import GoldError, describe, evaluate
from auditor.measuring.measured import load

AUDITOR = Auditor(load_catalogue())
COUNSEL = "县政府聘请法律顾问3名，审查合同56份。"
NOTHING = "全年开展普法宣传活动，群众反响良好。"


def case(folder: Path, name: str, text: str, **element: Any) -> None:
    label = {"verdict": "missing", "also_ok": [], "evidence": [], "why": "", **element}
    gold = {"id": name, "kind": "passage", "source": "written", "elements": {"legal_counsel": label}}
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")


def test_figures(tmp_path: Path) -> None:
    case(tmp_path, "right", COUNSEL, verdict="met", evidence=["聘请法律顾问3名"])
    case(tmp_path, "allowed", COUNSEL, verdict="weak", also_ok=["met"], evidence=["聘请法律顾问3名"])
    case(tmp_path, "unbacked", f"{COUNSEL}\n{NOTHING}", verdict="met", evidence=["群众反响良好"])
    case(tmp_path, "absent", NOTHING)
    case(tmp_path, "overlooked", NOTHING, verdict="weak", evidence=["开展普法宣传"], why="标注者的理由")
    found = evaluate([tmp_path], AUDITOR)
    assert (found.accuracy.right, found.accuracy.n) == (4, 5)
    assert found.accuracy_strict.right == 3
    assert (found.backed_by_citation.right, found.backed_by_citation.n) == (2, 4)
    assert (found.citations_verbatim.percent, found.citations_relevant.percent) == (100.0, 66.7)
    assert (found.missing_precision.percent, found.missing_recall.percent) == (50.0, 100.0)
    counsel = found.elements["legal_counsel"]
    assert (counsel.reported_precision.right, counsel.reported_precision.n) == (3, 3)
    assert (counsel.reported_recall.right, counsel.reported_recall.n) == (3, 4)
    assert found.confusion == {("weak", "missing"): 1}
    assert found.macro_f1 == round(100 * (1 + 2 / 3 + 0) / 3, 1)
    assert [miss.case for miss in found.misses] == ["overlooked", "unbacked"]
    assert str(found.misses[0]) == "overlooked legal_counsel：判为“缺失”，应为“笼统”（标注者的理由）"
    assert found.blocks_right.percent is None


def test_as_json_and_in_words(tmp_path: Path) -> None:
    case(tmp_path, "right", COUNSEL, verdict="met", evidence=["聘请法律顾问3名"])
    case(tmp_path, "overlooked", NOTHING, verdict="weak", evidence=["开展普法宣传"])
    found = evaluate([tmp_path], AUDITOR)
    data = json.loads(json.dumps(found.as_dict()))
    assert (data["cases"], data["verdicts"], data["accuracy"]) == (2, 2, 50.0)
    assert data["intervals"]["accuracy"] == {"percent": 50.0, "n": 2, "interval": [9.5, 90.5]}
    assert data["elements"]["legal_counsel"]["missing_recall"]["interval"] is None
    words = describe(found, {"legal_counsel": "法律顾问"}, with_misses=True)
    assert "用例2份" in words
    assert "法律顾问：判断正确50.0%（9.5–90.5，n=2）" in words
    assert "笼统→缺失：1次" in words
    assert "overlooked 法律顾问：判为“缺失”，应为“笼统”" in words
    assert "逐条不符" not in describe(found, {})


def test_blocks_of_a_whole_report(tmp_path: Path) -> None:
    case(tmp_path, "report", f"某县2023年法治政府建设工作报告\n一、主要成效\n{COUNSEL}\n", verdict="met")
    gold = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    gold |= {"kind": "report", "blocks": {"achievements": "present", "plan": "present"}}
    (tmp_path / "report.json").write_text(json.dumps(gold), encoding="utf-8")
    found = evaluate([tmp_path], AUDITOR)
    assert (found.blocks_right.right, found.blocks_right.n) == (1, 2)
    assert "判为“无”，应为“有”" in str(found.misses[-1])


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    case(tmp_path, "right", COUNSEL, verdict="met")
    os.mkfifo(tmp_path / "b.json")
    with pytest.raises(GoldError, match=r"b\.json:1:1: 不是文件"):
        evaluate([tmp_path], AUDITOR)


def test_a_case_that_cannot_be_read_is_broken(tmp_path: Path) -> None:
    case(tmp_path, "empty", "", verdict="met")
    found = evaluate([tmp_path], AUDITOR)
    assert found.broken == 1
    assert "没有审核结果" in str(found.misses[0])


def labelled(label: str, rest: str = "") -> str:
    return f'{{"kind": "report",\n "elements": {{"legal_counsel":\n  {label}}}{rest}}}'


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("", "a.json:1:1: 文件是空的"),
        ("[]", "a.json:1:1: 应当是“键: 值”的形式"),
        ('{"kind": "passage", "elements": {}}', "elements：不能为空"),
        ('{"kind": "repotr", "elements": {}}', "kind：“repotr”不在可用的取值里（是不是“report”？）"),
        ('{"kind": "report", "elemnts": {}}', "elemnts：不认识的键“elemnts”（是不是“elements”？）"),
        (labelled('{"verdict": "mising"}'), "a.json:3:15: elements.legal_counsel.verdict：“mising”不在可用的取值里"),
        (labelled('{"verdict": "mising"}'), "是不是“missing”？"),
        (labelled('{"verdict": "缺失"}'), "“缺失”请写成“missing”"),
        (labelled('{"verdict": "unread"}'), "可用的有：met、weak"),
        (labelled('{"verdict": "met", "evidnce": []}'), "evidnce：不认识的键“evidnce”（是不是“evidence”？）"),
        (labelled('{"verdict": "met", "also_ok": "missing"}'), "also_ok：应当是列表"),
        (labelled('{"verdict": "met", "evidence": "合同"}'), "evidence：应当是列表"),
        (labelled('{"verdict": "met", "evidence": ["合同", "没有的话"]}'), "evidence.第2项：正文里没有“没有的话”"),
        (labelled('{"verdict": "met"}, "legal_counsel": {"verdict": "weak"}'), "“legal_counsel”写了两次"),
        (labelled('{"verdict": "met"}', ', "blocks": {"plan": "有"}'), "blocks.plan：“有”请写成“present”"),
        (labelled('{"verdict": "met"}', ', "blocks_also_ok": {"plan": ["absent"]}'), "blocks 里没有这一项"),
        ('{"kind": "passage", "elements": {"a": {"verdict": "met"}}, "blocks": {"plan": "absent"}}', "不判断法定内容"),
    ],
)
def test_a_mistake_in_a_label_is_named_with_its_place(gold: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COUNSEL, encoding="utf-8")
    (tmp_path / "a.json").write_text(gold, encoding="utf-8")
    with pytest.raises(GoldError, match=re.escape(said)):
        evaluate([tmp_path], AUDITOR)


def test_every_mistake_of_every_label_file_is_named(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(COUNSEL, encoding="utf-8")
        (tmp_path / f"{name}.json").write_text(labelled('{"verdict": "well", "wy": ""}'), encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        evaluate([tmp_path], AUDITOR)
    assert [line.count(".json:3:") for line in str(raised.value).splitlines()] == [0, 1, 1, 1, 1]


def test_the_encodings_of_an_editor(tmp_path: Path) -> None:
    case(tmp_path, "a", COUNSEL, verdict="met", evidence=["审查合同56份"])
    gold = (tmp_path / "a.json").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(gold, encoding="utf-8-sig")
    assert evaluate([tmp_path], AUDITOR).accuracy.percent == 100.0
    (tmp_path / "a.json").write_text(gold, encoding="gbk")
    with pytest.raises(GoldError, match="请另存为 UTF-8"):
        evaluate([tmp_path], AUDITOR)


def test_an_id_that_the_profile_does_not_have_is_broken(tmp_path: Path) -> None:
    report = '{"kind": "report", "elements": {"legal_counsle": {"verdict": "met"}}, "blocks": {"plans": "absent"}}'
    (tmp_path / "a.txt").write_text(f"某县2023年法治政府建设工作报告\n{COUNSEL}\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(report, encoding="utf-8")
    found = evaluate([tmp_path], AUDITOR)
    assert (found.broken, found.accuracy.n, found.blocks_right.n) == (2, 0, 0)
    assert ["是不是“legal_counsel”" in str(found.misses[0]), "是不是“plan”" in str(found.misses[1])] == [True, True]


def test_labels_of_what_is_not_asked_are_told_and_can_be_measured(tmp_path: Path) -> None:
    text = f"某镇人民政府2023年法治政府建设工作报告\n{COUNSEL}\n"
    case(tmp_path, "left_out", text, verdict="met", evidence=["聘请法律顾问3名"])
    case(tmp_path, "measured", text, verdict="not_applicable")
    case(tmp_path, "wrong", text.replace("某镇", "某县"), verdict="not_applicable")
    rules = load_catalogue()
    bound = [each.model_copy(update={"binds": {"county": "direct"}}) for each in rules.elements]
    found = evaluate([tmp_path], Auditor(rules.model_copy(update={"elements": bound})))
    assert (found.accuracy.right, found.accuracy.n, found.backed_by_citation.n) == (1, 2, 0)
    assert found.confusion == {("not_applicable", "met"): 1}
    assert [str(each) for each in found.left_out] == [
        "left_out legal_counsel：判为“不适用”（本项不适用于乡镇），标注为“达标”"
    ]
    assert "没有计入的：1个（法律顾问1个）" in describe(found, {"legal_counsel": "法律顾问"})
    assert "left_out 法律顾问：判为" in describe(found, {"legal_counsel": "法律顾问"}, with_misses=True)


def test_no_cases_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="没有标注用例"):
        evaluate([tmp_path], AUDITOR)
    case(tmp_path, "lone", NOTHING)
    (tmp_path / "lone.txt").unlink()
    with pytest.raises(GoldError, match="缺少对应的正文"):
        evaluate([tmp_path], AUDITOR)


def test_what_fell_is_named() -> None:
    before = {"a": {"accuracy": 90.0, "macro_f1": None, "per_element": {"x": 80.0}}}
    assert fallen(before, {"a": {"accuracy": 90.0, "per_element": {"x": 80.0}}}) == []
    assert fallen(before, {"a": {"accuracy": 89.9, "per_element": {}}}) == [
        "a accuracy：由90.0降到89.9",
        "a x：由80.0降到None",
    ]
    assert fallen(before, {}) == ["a：没有测量"]


def test_the_committed_file(tmp_path: Path) -> None:
    assert load(tmp_path) is None
    (tmp_path / "measured.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="不是测量结果文件"):
        load(tmp_path)
    share = {"percent": 90.0, "n": 10, "interval": [59.6, 98.2]}
    sets = {"tuning": {"name": "调试用例", "elements": {"x": {"accuracy": share}}}}
    data = {"date": "2025-01-31", "catalogue_version": "1.0", "rules": {}, "sets": sets}
    (tmp_path / "measured.json").write_text(json.dumps(data), encoding="utf-8")
    measurement = load(tmp_path)
    assert measurement is not None
    (figures,) = measurement.of_element("x")
    assert figures.lines() == [
        "调试用例10份（2025-01-31，括号内为95%置信区间和样本数）",
        "  判断正确90.0%（59.6–98.2，n=10）",
    ]
    assert measurement.of_element("y") == ()
