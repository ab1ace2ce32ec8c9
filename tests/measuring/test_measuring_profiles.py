"""The examples of the other profiles, and remarks on rules that can do nothing or double another's work."""

from pathlib import Path

import pytest
from small_rules import FILES, write

from auditor.catalogue import load_catalogue
from auditor.judging import Auditor
from auditor.measuring import lint, run_examples

ELEMENT = "elements/counsel.yaml"


@pytest.mark.parametrize("profile", ["full", "example_province"])
def test_every_example_holds_and_every_rule_fires(profile: str) -> None:
    catalogue = load_catalogue(None, profile)
    ids = {element.id for element in catalogue.elements}
    report = run_examples(Auditor(catalogue))
    assert [str(failure) for failure in report.failures if failure.id in ids] == []
    assert report.examples > 700


@pytest.mark.parametrize("profile", ["full", "example_province"])
def test_no_remark_on_the_added_elements(profile: str) -> None:
    remarks = lint(load_catalogue(None, profile))
    assert [str(each) for each in remarks if "/elements/" in each.file] == []


@pytest.mark.parametrize(
    ("phrase", "said", "hint"),
    [
        ("“三项”制度", "已统一写法", "请写成“三项制度”"),
        ("法律 參謀", "已统一写法", "请写成"),
        ("法律,参谋", "已统一写法", "请写成“法律，参谋”"),
        ("聘请。律师", "不会跨过“。”", "请拆成两条"),
        ("律师.*合同[一二]", "不是通配符", "请改用 …、～、(甲|乙)"),
        ("^律师", "不是通配符", "请改用"),
        ("律师.+合同", "不是通配符", "请改用"),
        ("律师~合同", "“~”按原字查找", "请用全角“～”"),
        ("律师...合同", "“...”按原字查找", "请用“…”"),
        ("律师……合同", "不用连写", "只留一个"),
        ("律师～…合同", "不用连写", "只留一个"),
        ("律师合同～", "末尾的“～”不起作用", "请删去"),
        ("…律师合同", "开头的“…”会把前面不相干的字", "请删去"),
        ("律师（合同）?审查", "只省去右括号", "半角括号"),
        ("(律师、公证员)团队", "括号里只有一种写法", "用半角“|”隔开"),
        ("律", "只有一个字", "写得具体"),
        ("村法律顾问团", "本身含有干扰项“village”的“村法律顾问”", "请保留一处"),
        ("乡(里|下)?参谋(团|员)", "本身含有干扰项“village”的“乡(里|下)?参谋”", "请保留一处"),
        ("首席#名专家(组|团)", "本身含有本信号 unless 里的“专家(组|团)”", "请保留一处"),
    ],
)
def test_a_phrase_that_can_do_nothing(phrase: str, said: str, hint: str, tmp_path: Path) -> None:
    rules = write(tmp_path, file=ELEMENT, old="      - 法律顾问\n", new=f'      - 法律参谋\n      - "{phrase}"\n')
    element = rules / ELEMENT
    text = element.read_text(encoding="utf-8").replace("phrases: [村法律顾问]", "phrases: [村法律顾问, 乡(里|下)?参谋]")
    element.write_text(text.replace("particulars:\n", "    unless: [专家(组|团)]\nparticulars:\n"), encoding="utf-8")
    found = [each for each in lint(load_catalogue(rules)) if said in each.message]
    assert [each.line for each in found] == [17]
    assert hint in found[0].suggestion


@pytest.mark.parametrize(
    "phrase",
    [
        "律师不足。",
        "没聘律师？答：有",
        "互联网+律师",
        "12.4律师",
        "律师～～合同",
        "(律师、公证员)?团队",
        "(村|县)法律顾问",
        "村～法律顾问",
    ],
)
def test_a_phrase_that_can_be_meant_as_it_stands(phrase: str, tmp_path: Path) -> None:
    rules = write(tmp_path, file=ELEMENT, old="      - 法律顾问\n", new=f"      - 法律顾问\n      - {phrase}\n")
    assert lint(load_catalogue(rules)) == []


def test_a_part_that_no_signal_names(tmp_path: Path) -> None:
    rules = write(tmp_path, file=ELEMENT, old="slips:", new="parts: {pay: 报酬}\nslips:")
    assert [each.line for each in lint(load_catalogue(rules)) if "组成部分“pay”" in each.message] == [11]


def with_second(folder: Path, second: str) -> list[str]:
    write(folder)
    (folder / "elements/second.yaml").write_text(second, encoding="utf-8")
    (folder / "profiles").mkdir()
    (folder / "profiles/wide.yaml").write_text("name: 全面\nelements: [second]\n", encoding="utf-8")
    return [str(each) for each in lint(load_catalogue(folder, "wide"))]


def test_a_signal_that_another_element_has_too(tmp_path: Path) -> None:
    remarks = with_second(tmp_path, FILES[ELEMENT].replace("id: counsel", "id: second"))
    assert any("second.yaml:16:9: 短语“法律顾问”也是规则“counsel”的信号" in each for each in remarks)


def test_lists_that_share_many_phrases(tmp_path: Path) -> None:
    words = "[村民委员会, 居民委员会, 业主委员会, 村务监督委员会]"
    write(tmp_path / "one", file=ELEMENT, old="[村法律顾问]", new=words)
    first = (tmp_path / "one" / ELEMENT).read_text(encoding="utf-8")
    second = (
        first.replace("id: counsel", "id: second").replace("法律顾问", "公职律师").replace("{engage}～", "{engage}…")
    )
    folder = tmp_path / "two"
    write(folder, file=ELEMENT, old="[村法律顾问]", new=words)
    (folder / "elements/second.yaml").write_text(second, encoding="utf-8")
    (folder / "profiles").mkdir()
    (folder / "profiles/wide.yaml").write_text("name: 全面\nelements: [second]\n", encoding="utf-8")
    remarks = [str(each) for each in lint(load_catalogue(folder, "wide"))]
    assert any("与规则“counsel”有4条相同的短语" in each for each in remarks)


def test_a_failing_example_of_an_overlay_is_placed_in_the_overlay(tmp_path: Path) -> None:
    overlay = tmp_path / "overlay.yaml"
    example = "{kind: fires, text: 全年开展普法。, verdict: met}"
    overlay.write_text(f"name: 方案\nchanges:\n  - rule: counsel\n    examples:\n      - {example}\n", encoding="utf-8")
    report = run_examples(Auditor(load_catalogue(write(tmp_path / "rules"), str(overlay))))
    places = [(Path(f.place.file).name, f.place.line) for f in report.failures]
    assert places == [("overlay.yaml", 5)]
