"""`auditor text --places` shows where each paragraph stands, as citations do."""

from pathlib import Path

from cli_running import Run
from reading_samples import Pdf, paragraph, word


def test_tables_and_headings_of_a_word_document(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('3件')}</w:tc></w:tr></w:tbl>"
    file.write_bytes(word(paragraph("一、举措", '<w:outlineLvl w:val="0"/>') + table))
    assert run("text", file, "--places").out == "第1段，1级标题\t一、举措\n第2段（表格1第1行）\t甲\t3件\n"


def test_pages_and_notes_of_a_pdf(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    line = "本镇全面推进依法行政工作。"
    file.write_bytes(Pdf().page((57, 700, line)).page(picture=True).page((57, 600, line)).bytes())
    done = run("text", file, "--places", "--max", "识别页数=1")
    assert done.out == f"第1页第1段\t{line}\n第3页第2段\t{line}\n"
    assert "第2页是图片" in done.err
