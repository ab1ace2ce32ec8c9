import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import Pdf

from auditor.reading import Document, Limits, ReadingError, read_bytes

WIDTH = 30
SENTENCE = "我镇坚持以习近平法治思想为指导，深入学习贯彻党的精神，全面推进依法行政各项工作，办理行政复议案件3件，"
FULL = [f"{digit}项法律援助案件全年办结，为群众挽回损失，群众满意度测评良好，" for digit in "二三四五六七八九十"]
TEXT = SENTENCE + SENTENCE + "各单位负责人出庭应诉率全年达到100%。"


def pieces(document: Document) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs]


def printed(text: str, y: float, indent: int = 2) -> tuple[list[tuple[float, float, str]], float]:
    """A paragraph set in lines of WIDTH characters from y down; the lines, and where the next one goes."""
    lines: list[tuple[float, float, str]] = []
    room = WIDTH - indent
    while text:
        lines.append((57 + 16 * (WIDTH - room), y, text[:room]))
        text, room, y = text[room:], WIDTH, y - 28
    return lines, y


def report(pages: int, indent: int = 2) -> bytes:
    made = Pdf()
    for number in range(1, pages + 1):
        lines: list[tuple[float, float, str]] = [(180, 800, "内部资料注意保存"), (280, 40, f"— {number} —")]
        y = 750.0
        if number == 1:
            lines.append((160, y, "某镇2023年法治政府建设年度报告"))
            y -= 56
        for text in (f"{'一二三四五'[number - 1]}、主要举措", TEXT, TEXT + "甲乙丙"[number - 1] * 3):
            more, y = printed(text, y, indent)
            lines += more
        made.page(*lines)
    return made.bytes("Microsoft Word - 年度报告.doc")


def failure(data: bytes, limits: Limits | None = None) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a.pdf", limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize("indent", [2, 0])
def test_paragraphs_without_headers_and_page_numbers(indent: int) -> None:
    document = read_bytes(report(3, indent), "a.pdf")
    assert pieces(document) == [
        "某镇2023年法治政府建设年度报告",
        *("一、主要举措", TEXT, TEXT + "甲甲甲"),
        *("二、主要举措", TEXT, TEXT + "乙乙乙"),
        *("三、主要举措", TEXT, TEXT + "丙丙丙"),
    ]
    assert [item.page for item in document.paragraphs] == [1] * 4 + [2] * 3 + [3] * 3
    assert document.metadata == {"title": "年度报告"}
    assert document.notes == ()


def test_a_paragraph_runs_over_the_page() -> None:
    lines, _ = printed(TEXT, 700)
    data = Pdf().page(*lines[:2], (290, 40, "1")).page(*((x, y + 56, text) for x, y, text in lines[2:]), (290, 40, "2"))
    document = read_bytes(data.bytes(), "a.pdf")
    assert pieces(document) == [TEXT]
    assert document.paragraphs[0].page == 1


def test_spaces_beside_chinese_go_and_columns_stay_apart() -> None:
    data = Pdf().page((57, 700, "某市 2023 年 Rule of Law"), (57, 600, "单位名称"), (300, 600, "案件数量"))
    assert pieces(read_bytes(data.bytes(), "a.pdf")) == ["某市2023年Rule of Law", "单位名称\t案件数量"]


@pytest.mark.parametrize(
    "following",
    [
        "（2022—2025年）》，实施方案已经印发。",
        "导）》，依法行政水平不断提高。",
        "13907312288是举报电话。",
        "以‘把法条读到群众心里’为题讲党课。",
        "72%。",
        "访、热线工单736件。",
    ],
)
def test_a_line_that_ends_early_in_mid_sentence_runs_on(following: str) -> None:
    lines = [*FULL, FULL[0][:-4], following]
    made = Pdf().page(*((57, 700 - 28 * row, text) for row, text in enumerate(lines)))
    assert pieces(read_bytes(made.bytes(), "a.pdf")) == ["".join(lines)]


def test_a_number_after_a_comma_of_a_list_begins_no_paragraph() -> None:
    lines = [*FULL, FULL[0][:-8] + "逢每月初三、", "八、十三日值班。"]
    made = Pdf().page(*((57, 700 - 28 * row, text) for row, text in enumerate(lines)))
    assert pieces(read_bytes(made.bytes(), "a.pdf")) == ["".join(lines)]


def test_a_short_line_without_a_mark_is_a_heading_of_its_own() -> None:
    heading = "行政执法规范化建设各项工作取得新的明显进展的有关情况"
    page = [(57, 700, FULL[0]), (57, 672, "到位。"), (57, 644, heading), (57, 616, FULL[1])]
    assert heading in pieces(read_bytes(Pdf().page(*page).bytes(), "a.pdf"))


def test_a_title_over_two_lines_is_one_paragraph() -> None:
    title = [(82, 740, "某某某某区人民政府二〇一九年法治政府建设年"), (280, 704, "度报告")]
    body = [(89, 660, FULL[0][:-2]), *((57, 632 - 28 * row, FULL[row]) for row in range(8)), (57, 408, "到位。")]
    assert pieces(read_bytes(Pdf().page(*title, *body, large=2).bytes(), "a.pdf"))[0] == title[0][2] + "度报告"


def test_the_body_above_the_title_is_no_header_because_it_signs_on_the_last_page() -> None:
    title = [(200, 740, "某县民政局"), (89, 700, "法治政府建设工作报告"), (89, 650, FULL[0]), (57, 622, "到位。")]
    signed = [(300, 738, "某县民政局"), (300, 700, "2024年1月5日")]
    document = read_bytes(Pdf().page(*title, large=2).page(*signed).bytes(), "a.pdf")
    assert pieces(document)[0] == "某县民政局"
    assert pieces(document)[-2] == "某县民政局"


def test_signs_of_another_font_come_into_their_place() -> None:
    made = Pdf().page((57, 700, "落实执法  三项制度  ，公示信息千条"), (121, 700, "——"), (217, 700, "……"))
    assert pieces(read_bytes(made.bytes(), "a.pdf")) == ["落实执法——三项制度……，公示信息千条"]


def test_lines_written_from_the_bottom_up_are_sorted() -> None:
    data = Pdf().page(*((57, 300 + 60 * row, f"第{row}行文字") for row in range(5)))
    assert pieces(read_bytes(data.bytes(), "a.pdf")) == [f"第{row}行文字" for row in range(4, -1, -1)]


def test_a_header_with_the_only_title_is_kept_once() -> None:
    made = Pdf()
    for number in range(3):
        made.page((57, 800, "某镇法治政府建设情况报告"), (57, 500, f"{'甲乙丙'[number]}项工作。"))
    assert pieces(read_bytes(made.bytes(), "a.pdf")) == [
        "某镇法治政府建设情况报告",
        "甲项工作。",
        "乙项工作。",
        "丙项工作。",
    ]


@pytest.fixture
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.reading.recognition.is_available", lambda: False)


@pytest.mark.usefixtures("no_recognition")
def test_scans_are_named_and_mixed_files_noted() -> None:
    scan = failure(Pdf().page(picture=True).page((280, 40, "2"), picture=True).bytes())
    assert scan.kind == "unsupported"
    assert "扫描件" in scan.message
    assert "auditor[ocr]" in scan.message
    assert failure(Pdf().page().bytes()).kind == "unsupported"
    made = Pdf().page((57, 700, "本镇全面推进依法行政工作。"))
    for _ in range(3):
        made.page(picture=True)
    document = read_bytes(made.bytes(), "a.pdf")
    assert document.unread == ("第2至4页是图片，没有文字，未能审核",)
    assert document.notes == (
        "图片页没有识别。请安装文字识别组件（pip install 'auditor[ocr]'）后再审核，或提供报告的Word文件。",
    )


def test_radicals_are_read_as_the_characters_that_they_look_like() -> None:
    data = Pdf().page((57, 700, "⼀、⾏政执法⼯作"), (57, 660, "全⾯落实⻓期制度。")).bytes()
    assert read_bytes(data, "a.pdf").text.splitlines() == ["一、行政执法工作", "全面落实长期制度。"]


@pytest.mark.usefixtures("no_recognition")
def test_a_scan_with_a_printed_header_is_a_picture_and_a_title_on_one_is_none() -> None:
    made = Pdf().page((57, 700, "本镇全面推进依法行政工作。"))
    made.page((57, 780, "某某镇人民政府文件汇编"), (280, 50, "第二页"), picture=True)
    made.page((57, 500, "某某镇法治政府建设年度报告"), picture=True)
    assert read_bytes(made.bytes(), "a.pdf").unread == ("第2页是图片，没有文字，未能审核",)


@pytest.mark.usefixtures("no_recognition")
def test_fonts_without_text_are_named() -> None:
    caught = failure(Pdf(to_unicode=b"").page((57, 700, "\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12")).bytes())
    assert caught.kind == "unsupported"


def test_broken_files_and_bounds() -> None:
    whole = report(2)
    assert failure(b"%PDF-1.7\n" + b"\0" * 500).kind == "unreadable"
    assert failure(whole[:60]).kind == "unreadable"
    assert failure(whole, Limits(pages=1)).kind == "too_large"
    assert failure(whole, Limits(characters=100)).kind == "too_large"


def test_a_broken_title_does_not_matter() -> None:
    data = Pdf().page((57, 700, "本镇全面推进依法行政工作。")).bytes("题目")
    document = read_bytes(data.replace("题目".encode("utf-16-be").hex().encode(), b"d800d800"), "a.pdf")
    assert document.text == "本镇全面推进依法行政工作。"
    assert document.metadata == {}


COLUMN = 15
LEFT, RIGHT = 57.0, 320.0


def in_columns(texts: list[str], top: float) -> list[tuple[float, float, str]]:
    """Paragraphs set in two columns, as (x, y, line); the lines of both halves begin at the same height."""
    lines: list[str] = []
    for text in texts:
        text = "　　" + text
        lines += [text[at : at + COLUMN] for at in range(0, len(text), COLUMN)]
    half = -(-len(lines) // 2)
    placed = [(LEFT, top - 24 * row, line) for row, line in enumerate(lines[:half])]
    placed += [(RIGHT, top - 24 * row, line) for row, line in enumerate(lines[half:])]
    return [(x + 32 if line.startswith("　　") else x, y, line.strip("　")) for x, y, line in placed]


@pytest.mark.parametrize("order", ["by column", "by row"])
def test_two_columns_are_read_one_after_the_other(order: str) -> None:
    texts = [TEXT, TEXT + "甲", TEXT + "乙"]
    placed = in_columns(texts, 700)
    if order == "by row":
        placed.sort(key=lambda line: (-line[1], line[0]))
    title = (140.0, 780.0, "某镇2023年法治政府建设年度报告情况")
    document = read_bytes(Pdf().page(title, *placed).bytes(), "a.pdf")
    assert pieces(document) == [title[2], *texts]


def test_the_rows_of_a_table_stay_whole() -> None:
    rows = [(f"事项名称之{number}", f"{number}件") for number in "一二三四五六七八九十"]
    placed = [
        (x, 700.0 - 30 * row, cell) for row, cells in enumerate(rows) for x, cell in zip((57, 320), cells, strict=True)
    ]
    assert pieces(read_bytes(Pdf().page(*placed).bytes(), "a.pdf")) == ["\t".join(cells) for cells in rows]


def test_a_password_is_named() -> None:
    locked = (
        Pdf()
        .page((57, 700, "正文"))
        .bytes()
        .replace(
            b"/Info 8 0 R",
            b"/ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>] "
            b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
        )
    )
    caught = failure(locked)
    assert caught.kind == "encrypted"
    assert "密码" in caught.message


WHERE = "/Rect [0 0 595 842] /F 4"
SHOWN = "/AP << /N 7 0 R >>"


def boxed(*annotations: str, shown: tuple[tuple[float, float, str], ...] = ()) -> Document:
    """A page of two paragraphs with annotations; those with SHOWN show some texts."""
    first, y = printed(TEXT, 700)
    second, _ = printed(TEXT, y)
    made = Pdf().page(*first, *second, annotations=annotations)
    return read_bytes(made.bytes(picture=Pdf().shown(*shown)), "a.pdf")


def test_text_boxes_and_form_fields_follow_the_paragraph_that_begins_above_them() -> None:
    stated = "全年应诉27件。".encode("utf-16-be").hex()
    document = boxed(
        f"/Subtype /FreeText /Rect [57 100 400 130] /F 4 /Contents <feff{stated}>",
        f"/Subtype /Widget /FT /Tx /T (a) /V (100%) /Rect [57 640 400 660] /F 4 {SHOWN}",
    )
    assert pieces(document) == [TEXT, "100%", TEXT, "全年应诉27件。"]
    assert [(item.page, item.place) for item in document.paragraphs] == [(1, ""), (1, "表单"), (1, ""), (1, "注释框")]
    assert document.unread == ()


def test_a_text_box_says_what_it_shows() -> None:
    lines, _ = printed(TEXT, 680)
    document = boxed(f"/Subtype /FreeText {WHERE} /Contents (x) {SHOWN}", shown=tuple(lines))
    assert pieces(document) == [TEXT, TEXT, TEXT]
    assert [item.place for item in document.paragraphs] == ["注释框", "", ""]


def test_what_stands_in_two_boxes_is_read_once() -> None:
    lines, _ = printed(TEXT, 680)
    inner = "/Subtype /FreeText /Rect [57 670 580 700] /F 4"
    document = boxed(f"/Subtype /FreeText {WHERE} {SHOWN}", inner, shown=tuple(lines[:2]))
    assert pieces(document) == [lines[1][2], TEXT, lines[0][2], TEXT]


@pytest.mark.parametrize(
    "annotation",
    [
        "/Subtype /FreeText /Contents (hidden) /F 2",
        "/Subtype /FreeText /Contents (on paper only) /F 36",
        "/Subtype /Text /Contents (comment)",
        "/Subtype /Link /Contents (link)",
        "/Subtype /Popup /Contents (popup)",
        "/Subtype /Widget /FT /Sig /T (a) /V << /Name (seal) >>",
        "/Subtype /Widget /FT /Btn /T (a) /V /Yes /AS /Yes",
        "/Subtype /Widget /Parent 11 0 R /AS /Yes",
    ],
)
def test_other_annotations_are_no_text(annotation: str) -> None:
    assert pieces(boxed(f"/Rect [57 100 400 130] {annotation} {SHOWN}", shown=((60, 110, "甲乙"),))) == [TEXT, TEXT]


def test_text_boxes_that_cannot_be_read_are_a_part_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pypdfium2.raw.FPDFPage_Flatten", lambda *_: 0)
    assert boxed(f"/Subtype /FreeText {WHERE}").unread == ("第1页的注释框、表单无法读取，未能审核",)


def test_a_page_of_text_boxes_alone_is_no_scan() -> None:
    made = Pdf().page(annotations=["/Subtype /FreeText /Rect [57 100 400 130] /F 4 /Contents (Report 2023)"])
    assert pieces(read_bytes(made.bytes(), "a.pdf")) == ["Report 2023"]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=30))
def test_damage_anywhere_gives_a_document_or_a_reading_error(place: int, damage: bytes) -> None:
    data = bytearray(report(1))
    data[place : place + len(damage)] = damage
    try:
        read_bytes(bytes(data), "a.pdf", limits=Limits(recognition_pages=0))
    except ReadingError as error:
        assert error.message
