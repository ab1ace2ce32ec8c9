"""Two years of one unit: verdicts, plans and what became of them, what was copied."""

import json
import time

import pytest
from comparing_samples import LAST, MADE_BY_HAND, THIS
from golden import check

from auditor.catalogue import load_catalogue
from auditor.comparing import compare
from auditor.comparing.carried import shortcomings
from auditor.comparing.promises import promises
from auditor.comparing.statements import Told
from auditor.comparison import Comparison, Statement
from auditor.judging import Auditor
from auditor.reading import read_bytes
from auditor.rendering import View
from auditor.rendering.comparison import COMPARISON_FORMATS


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(load_catalogue(None))


@pytest.fixture(scope="module")
def comparison(auditor: Auditor) -> Comparison:
    return compare(read_bytes(LAST.encode(), "去年.txt"), read_bytes(THIS.encode(), "今年.txt"), auditor)


def test_elements_dropped_and_gained(comparison: Comparison) -> None:
    trends = {each.id: each.trend for each in comparison.elements}
    assert trends["enforcement_systems"] == "dropped"
    assert trends["first_responsible"] == "gained"
    assert trends["legal_counsel"] == "same"


def test_plan_items(comparison: Comparison) -> None:
    found = [(promise.item.text[:8], promise.outcome, promise.again) for promise in comparison.promises]
    assert found == [
        ("建成县乡两级行政", "kept", False),
        ("为每个司法所配齐", "no_trace", True),
        ("开展轻微违法免罚", "kept", False),
        ("组织行政执法人员", "partly", False),
        ("推行仲裁与调解衔", "no_trace", False),
        ("启动村级法律服务", "no_trace", False),
    ]
    evidence = comparison.promises[0].evidence
    assert evidence is not None
    assert THIS[evidence.start : evidence.end] == evidence.text
    assert evidence.text.startswith("县乡两级行政执法监督平台于六月建成")


def test_copied_passages_and_shortcomings(comparison: Comparison) -> None:
    assert [each.this.text[:10] for each in comparison.carried] == ["收到行政复议申请61", "基层司法所力量薄弱，"]
    for each in comparison.carried:
        assert THIS[each.this.start : each.this.end] == each.this.text
        assert LAST[each.last.start : each.last.end] == each.last.text
    assert 0.2 < comparison.carried_share < 0.3
    assert [each.last.text for each in comparison.shortcomings] == ["基层司法所力量薄弱，两个司法所只有一名工作人员。"]


def test_a_passage_over_several_paragraphs_is_placed_from_the_first_to_the_last(auditor: Auditor) -> None:
    lines = [f"全年{what}工作扎实推进，各项任务按时完成并取得明显成效。" for what in ("普法", "执法", "复议")]
    text = "\n".join(["某县2023年法治政府建设工作报告", "一、主要成效", *lines])
    comparison = compare(read_bytes(text.encode(), "去年.txt"), read_bytes(text.encode(), "今年.txt"), auditor)
    assert [(each.this.paragraph, each.this.last_paragraph) for each in comparison.carried] == [(3, 5)]
    assert "本次第3至5段（上次第3至5段）" in str(COMPARISON_FORMATS["terminal"](comparison, View()))


def test_a_report_against_itself(auditor: Auditor) -> None:
    document = read_bytes(THIS.encode(), "今年.txt")
    found = compare(document, document, auditor)
    assert {each.trend for each in found.elements} == {each.trend for each in found.blocks} == {"same"}
    assert found.remarks == ("前一份报告的年度不早于后一份，请核对先后顺序。",)
    assert found.carried_share > 0.6


def test_blocks_that_only_one_was_asked_for_are_neither_gained_nor_dropped(auditor: Auditor) -> None:
    report, passage = read_bytes(THIS.encode(), "a.txt"), read_bytes("全年收到行政复议申请61件。".encode(), "b.txt")
    assert {each.trend for each in compare(passage, report, auditor).blocks} == {"new"}
    assert {each.trend for each in compare(report, passage, auditor).blocks} == {"not_asked"}


def test_another_unit_is_remarked_on(auditor: Auditor) -> None:
    other = THIS.replace("栖梧县司法局", "青石县司法局")
    found = compare(read_bytes(LAST.encode(), "a.txt"), read_bytes(other.encode(), "b.txt"), auditor)
    assert "单位不同" in found.remarks[0]


@pytest.mark.parametrize(
    ("name", "view", "file"),
    [
        ("terminal", View(), "comparison_piped.txt"),
        ("terminal", View(80, is_terminal=True, has_color=True), "comparison_80.txt"),
        ("html", View(), "comparison.html"),
    ],
)
def test_displays(name: str, view: View, file: str) -> None:
    content = COMPARISON_FORMATS[name](MADE_BY_HAND, view)
    check(file, content)


def test_json(comparison: Comparison) -> None:
    data = json.loads(COMPARISON_FORMATS["json"](comparison, View()))
    assert list(data) == [
        "schema_version", "last", "this", "elements", "blocks", "carried_share", "carried", "promises", "shortcomings",
        "remarks",
    ]  # fmt: skip
    assert data["promises"][0]["outcome"] == "kept"


def test_hostile_text_in_every_display(auditor: Auditor) -> None:
    bad = "<script>alert(1)</script>\x1b[2J\u202e[link=https://e.example]=cmd|'/c calc'!A1"
    last, this = (
        read_bytes(text.replace("收到行政复议申请61件", bad + "收到行政复议申请61件").encode(), bad)
        for text in (LAST, THIS)
    )
    found = compare(last, this, auditor)
    for name, render in COMPARISON_FORMATS.items():
        for view in (View(), View(80, is_terminal=True)):
            content = render(found, view)
            assert not {"\x1b", "\u202e"} & set(content), name
            assert name != "html" or "<script>alert" not in content


def test_a_long_plan_is_compared_in_time_that_grows_with_it() -> None:
    def told(role: str, words: str) -> list[Told]:
        lines = [f"{words}{number}件工作取得新的成效" for number in range(3000)]
        return [Told(Statement(line, 0, 1, 1, 1), role, line) for line in lines]  # type: ignore[arg-type]

    begun = time.process_time()
    found = promises(told("plan", "推动机关负责人出庭应诉"), told("done", "全年机关负责人出庭应诉"))
    again = shortcomings(told("problem", "少数单位没有完成的"), told("problem", "少数单位没有完成的"))
    assert time.process_time() - begun < 5  # pair by pair it took half a minute
    assert {each.outcome for each in found} == {"kept"}
    assert len(again) == 3000


@pytest.mark.parametrize("name", sorted(COMPARISON_FORMATS.keys() - {"json"}))
def test_personal_data_are_not_printed(auditor: Auditor, name: str) -> None:
    number = "13907312288"
    last, this = (text.replace("基层司法所", f"联系人{number}，基层司法所") for text in (LAST, THIS))
    found = compare(read_bytes(last.encode(), "a.txt"), read_bytes(this.encode(), "b.txt"), auditor)
    printed = COMPARISON_FORMATS[name](found, View(detail="verbose"))
    assert "139****2288" in printed
    assert number not in printed
