"""`check --year` and `--roster`."""

import json
from pathlib import Path

import pytest
from cli_running import Run


@pytest.fixture
def folder(report: Path, tmp_path: Path) -> Path:
    """Reports of 稷川县 on 2023 and 2022, one of 和宁县, an empty file, and the roster among them."""
    text = report.read_text(encoding="utf-8")
    folder = tmp_path / "报告"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text.replace("2023", "2022").replace("稷川", "青禾"), encoding="utf-8")
    (folder / "c.txt").write_text(text.replace("稷川", "和宁"), encoding="utf-8")
    (folder / "d.txt").touch()
    (folder / "名单.txt").write_text("单位\n稷川县政府\n青禾县\n澜汀县\n", encoding="gbk")
    return folder


def asked(folder: Path, *more: str) -> list[str]:
    return ["check", str(folder), "--roster", str(folder / "名单.txt"), "--year", "2023", *more]


TOLD = """\
报送情况
  名单共3个单位，已报送1个，未报送2个；名单外1份。
  另有1个文件未能审核，不算报送，其中可能有未报送单位的报告，请核对。
未报送（2个单位，按名单的顺序）
  青禾县（报来的是2022年度的）  {0}/b.txt（写为“青禾县人民政府”）
  澜汀县
名单外（1份）
  {0}/c.txt  和宁县人民政府
"""


def test_quiet_tells_it_below_the_counts(run: Run, folder: Path) -> None:
    done = run(*asked(folder, "--quiet"))
    counts = (
        "共审核3份；计入统计2份，平均64.0分；不计入统计1份（未见年度报告标题，不是2023年度的，或者同一单位重复报送）"
    )
    assert f"{counts}；未能审核1个。\n{TOLD.format(folder)}" in done.err
    assert [("2022年度，不是2023年度的，不排名" in line) for line in done.out.splitlines()] == [False, True, False]


@pytest.mark.parametrize("format_name", ["jsonl", "junit"])
def test_formats_without_it_leave_it_to_the_screen(run: Run, folder: Path, format_name: str) -> None:
    done = run(*asked(folder, "--format", format_name))
    other_year = f"不是2023年度的报告（1份，不排名）\n  {folder}/b.txt  青禾县人民政府  2022年度\n"
    assert done.err.endswith(other_year + TOLD.format(folder))
    assert done.out == run("check", *map(str, sorted(folder.glob("?.txt"))), "--format", format_name).out


@pytest.mark.parametrize("more", [[], ["--workers", "1"], ["--workers", "1", "--resume"]])
def test_json_is_as_without_it_but_for_one_key(run: Run, folder: Path, more: list[str]) -> None:
    told = json.loads(run(*asked(folder, "--format", "json", *more)).out)
    submission = told.pop("submission")
    (folder / "名单.txt").rename(folder.parent / "名单.txt")
    assert told == json.loads(run("check", folder, "--format", "json").out)
    assert [(each["unit"], each["handed_in"]) for each in submission["units"]] == [
        ("稷川县政府", True), ("青禾县", False), ("澜汀县", False),
    ]  # fmt: skip
    assert [each["path"] for each in submission["other_year"]] == [f"{folder}/b.txt"]
    assert [each["unit"] for each in submission["unlisted"]] == ["和宁县人民政府"]
    assert submission["not_audited"] == 1


def test_a_year_alone_tells_of_no_units(run: Run, folder: Path) -> None:
    done = run("check", folder / "b.txt", "--year", "2023", "--format", "json")
    arrival = {"path": f"{folder}/b.txt", "unit": "青禾县人民政府", "year": 2022, "status": "other_year"}
    assert json.loads(done.out)["submission"] == {"year": 2023, "not_audited": 0, "other_year": [arrival]}


def test_the_roster_is_neither_audited_nor_overwritten(run: Run, folder: Path) -> None:
    assert "名单.txt" not in run(*asked(folder, "--quiet")).out
    done = run(*asked(folder, "--output", str(folder / "名单.txt")))
    assert (done.status, "是单位名单，不能用来存结果" in done.err) == (2, True)
    assert (folder / "名单.txt").read_bytes().startswith("单位".encode("gbk"))


def test_a_roster_with_mistakes_is_wrong_usage(run: Run, folder: Path) -> None:
    (folder / "名单.txt").write_text("稷川县\n稷川縣政府\n", encoding="utf-8")
    done = run(*asked(folder))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{folder}/名单.txt:2: “稷川縣政府”和第1行的“稷川县”是同一个名称。")


@pytest.mark.parametrize(("year", "told"), [("23", "2000到2039之间的年份"), ("今年", "应当是整数")])
def test_a_year_that_is_none(run: Run, folder: Path, year: str, told: str) -> None:
    done = run("check", folder, "--year", year)
    assert (done.status, told in done.err) == (2, True)
