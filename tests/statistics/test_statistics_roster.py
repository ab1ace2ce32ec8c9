"""The roster as it is written, and what is said of one that cannot be used."""

from pathlib import Path

import pytest

from auditor.statistics import RosterError, read_roster


def unify(text: str) -> str:
    return text.replace("縣", "县").replace("　", " ")


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[tuple[str, tuple[str, ...]]]:
    file = tmp_path / "名单.csv"
    file.write_bytes(text.encode(encoding))
    return [(each.unit, each.names) for each in read_roster(file, unify)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_line_is_a_unit_with_its_other_names(tmp_path: Path, encoding: str) -> None:
    text = "单位，别名\r\n\r\n# 部门\r\n稷川县卫生健康局，县卫健局、县卫健委\r\n稷川縣　人民政府\t\r\n"
    assert read(tmp_path, text, encoding) == [
        ("稷川县卫生健康局", ("县卫健委", "县卫健局", "稷川县卫生健康局")),
        ("稷川縣　人民政府", ("稷川县",)),
    ]


def test_the_first_unit_is_no_head_and_quotes_are_those_of_the_format(tmp_path: Path) -> None:
    assert [unit for unit, _ in read(tmp_path, '"稷川县司法局","县司法局"\n稷川县水利局,-\n')] == [
        "稷川县司法局", "稷川县水利局",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("稷川县水利局\n稷川县水利局\n", ":2: “稷川县水利局”在第1行已经写过。请删去一处。"),
        ("稷川县人民政府\n和宁县,稷川县政府\n", ":2: “稷川县政府”和第1行的“稷川县人民政府”是同一个名称。"),
        ("单位\n1,稷川县水利局\n", ":2: 第一列“1”不是单位名称。请删去序号"),
        ("应报送单位名单\n稷川县水利局\n", ":1: “应报送单位名单”不是单位名称。"),
        ("稷川县水利局\n,县水利局\n", ":2: 第一列没有写单位。"),
        ("单位,别名\n# 暂无\n", ": 名单里没有单位。"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(RosterError) as error:
        read(tmp_path, text)
    assert len(error.value.lines) == 1
    assert error.value.lines[0].startswith(f"{tmp_path}/名单.csv{told}")


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1", b"a\x00b\n", b"<table>"])
def test_a_workbook_is_to_be_saved_as_text(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "名单.xlsx"
    file.write_bytes(data)
    with pytest.raises(RosterError, match=r"名单\.xlsx: 不是纯文本.*请在 Excel 里另存为 CSV"):
        read_roster(file, unify)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="没有这个名单文件"):
        read_roster(tmp_path / "名单.csv", unify)
    with pytest.raises(RosterError, match="这是文件夹"):
        read_roster(tmp_path, unify)
