"""What a row of a pasted table gives for the year reported on."""

import pytest

from auditor.catalogue import load_catalogue
from auditor.catalogue.lexicon import Words
from auditor.judging.rows import Cell, Rows
from auditor.reading import read_bytes
from auditor.structure import structure

WORDS = Words(load_catalogue())


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("负责人出庭应诉（件） | 9 | 11", "value"),
        ("4 | 重大行政决策合法性审查 | 6/6，100%", "value"),
        ("执法记录仪 | 38台 | 新购12台", "value"),
        ("2 | 重大行政决策事项 | 0项（经核对，本年度未发生）", "zero"),
        ("行政诉讼 / 0 / 未当被告", "zero"),
        ("行政诉讼 | — | 12", "blank"),
        ("三项制度 | 不适用 | 无执法权", "not_applicable"),
    ],
)
def test_cells(row: str, cell: Cell) -> None:
    report = structure(read_bytes(f"表1 主要指标\n{row}\n".encode(), "表.txt"), WORDS)
    number = next(n for n, sentence in enumerate(report.sentences) if sentence.is_row)
    assert Rows(report).cell_of_this_year(number) == cell


def test_a_remark_wrapped_in_its_cell_does_not_end_the_table() -> None:
    text = "项目\t上年\t本年\t备注\n公示\t388\t空\t平台迁移，\n未导出\n审核\t27\t空\t同上"
    report = structure(read_bytes(text.encode(), "表.txt"), WORDS)
    rows = Rows(report)
    last = len(report.sentences) - 1
    assert rows.cell_of_this_year(last) == "blank"
