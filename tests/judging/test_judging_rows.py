"""What a row of a pasted table gives for the year reported on."""

import pytest
from ole_samples import doc
from reading_samples import paragraph, word

from auditor.catalogue import load_catalogue
from auditor.catalogue.lexicon import Words
from auditor.judging.rows import Cell, Rows
from auditor.reading import Document, read_bytes
from auditor.structure import structure

WORDS = Words(load_catalogue())
TITLE = "某县2023年度法治政府建设年度报告"


def text(lines: str) -> Document:
    return read_bytes(f"{TITLE}\n{lines}".encode(), "表.txt")


def web_row(cells: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def word_row(cells: tuple[str, ...]) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def word_97_row(cells: tuple[str, ...]) -> list[tuple[str, int, str]]:
    return [*((cell, 0, "cell") for cell in cells), ("", 0, "row")]


def last_cell(document: Document) -> Cell | None:
    report = structure(document, WORDS)
    return Rows(report).cell_of_this_year(len(report.sentences) - 1)


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("负责人出庭应诉（件） | 9 | 11", "value"),
        ("4 | 重大行政决策合法性审查 | 6/6，100%", "value"),
        ("执法记录仪 | 38台 | 新购12台", "value"),
        ("指标 | 单位 | 目标值 | 完成值\n法制审核 | 件 | ／ | 378", "value"),
        ("指标   单位   上年   本年\n（6）执法信息公示   条   1530   （平台升级，待导出）", "blank"),
        ("2 | 重大行政决策事项 | 0项（经核对，本年度未发生）", "zero"),
        ("行政诉讼 / 0 / 未当被告", "zero"),
        ("行政诉讼 | — | 12", "blank"),
        ("三项制度 | 不适用 | 无执法权", "not_applicable"),
    ],
)
def test_cells(row: str, cell: Cell) -> None:
    assert last_cell(text(f"表1 主要指标\n{row}\n")) == cell


def test_a_remark_wrapped_in_its_cell_does_not_end_the_table() -> None:
    table = "项目\t上年\t本年\t备注\n公示\t388\t空\t平台迁移，\n未导出\n审核\t27\t空\t同上"
    assert last_cell(text(table)) == "blank"


HEADER = ("指标", "2022年", "2023年", "备注")
CELLS = ("负责人出庭应诉次数", "5", "0", "")


@pytest.mark.parametrize(
    "document",
    [
        text("\t".join(HEADER) + "\n" + "\t".join(CELLS)),
        text("|".join(HEADER) + "\n" + "|".join(CELLS)),
        text(f"| {' | '.join(HEADER)} |\n| {' | '.join(CELLS)} |"),
        text("  ".join(HEADER) + "\n" + "  ".join(CELLS)),
        read_bytes(word(f"{paragraph(TITLE)}<w:tbl>{word_row(HEADER)}{word_row(CELLS)}</w:tbl>"), "表.docx"),
        read_bytes(f"<p>{TITLE}</p><table>{web_row(HEADER)}{web_row(CELLS)}</table>".encode(), "表.html"),
        read_bytes(doc([(TITLE, 0, ""), *word_97_row(HEADER), *word_97_row(CELLS)]), "表.doc"),
    ],
    ids=["tabs", "bars", "markdown", "blanks", "docx", "html", "doc"],
)
def test_an_empty_remark_does_not_make_last_years_cell_this_years(document: Document) -> None:
    assert last_cell(document) == "zero"


def test_the_name_of_a_column_may_say_whose_figures_it_holds() -> None:
    header = "项目｜单位｜本局2022年｜本局2023年｜全市2023年"
    for blank in ("待统计", "××", "__", "xx%", "○○件"):
        assert last_cell(text(f"{header}\n负责人出庭｜件｜6｜{blank}｜143")) == "blank"
    assert last_cell(text(f"{header}\n2023年整改｜件｜6\n负责人出庭｜件｜6｜0｜143")) == "zero"


def test_a_count_set_apart_by_blanks_makes_a_row() -> None:
    assert last_cell(text("作为被告的行政诉讼　　　　3\n　其中：负责人到庭　　　　2")) == "value"


def test_an_empty_cell_of_this_year_is_blank() -> None:
    assert last_cell(text("指标\t2022年\t2023年\t2024年\t备注\n应诉次数\t5\t\t7\t")) == "blank"
