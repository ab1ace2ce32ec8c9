import io
import zipfile

import docx
from reading_samples import paragraph, word, zipped

from auditor.reading import Document, read_bytes
from auditor.reading.numerals import chinese, write


def pieces(document: Document) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs]


def places(document: Document) -> list[str]:
    return [item.place for item in document.paragraphs]


def test_a_document_made_with_python_docx() -> None:
    made = docx.Document()
    made.core_properties.title = "属性标题"
    made.add_heading("某县2023年法治政府建设年度报告", 0)
    made.add_heading("一、主要举措", 1)
    made.add_heading("（一）三项制度", 2)
    made.add_paragraph("公示行政处罚决定126条。\n记录执法过程。")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("单位", "件数", "甲局\n乙局", "3"), strict=True
    ):
        cell.text = text
    made.add_paragraph("  ")
    made.add_paragraph("第一项", style="List Number")
    made.add_paragraph("第二项", style="List Number")
    made.sections[0].header.paragraphs[0].text = "页眉"
    made.sections[0].footer.paragraphs[0].text = "页脚"
    made.add_comment(made.paragraphs[1].runs, text="批注", author="a", initials="a")
    out = io.BytesIO()
    made.save(out)
    document = read_bytes(out.getvalue(), "a.docx")
    assert pieces(document) == [
        "某县2023年法治政府建设年度报告",
        "一、主要举措",
        "（一）三项制度",
        "公示行政处罚决定126条。",
        "记录执法过程。",
        "单位\t件数",
        "甲局 乙局\t3",
        "1.第一项",
        "2.第二项",
    ]
    assert [item.heading for item in document.paragraphs[:4]] == [None, 1, 2, None]
    assert places(document)[5:7] == ["表格1第1行", "表格1第2行"]
    assert document.metadata == {"title": "某县2023年法治政府建设年度报告"}
    assert (document.format, document.path, document.text) == ("docx", "a.docx", "\n".join(pieces(document)))


def test_what_python_docx_drops_is_kept_and_deletions_are_not() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText>"
        "</w:r></w:del><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r>"
        "<w:t>链接</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('块控件')}</w:sdtContent></w:sdt>"
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>'
        + paragraph("后半")
        + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删行')}</w:tc></w:tr></w:tbl>"
    )
    assert pieces(read_bytes(word(body), "a.docx")) == ["甲插入控件链接", "块控件", "前半后半"]


def test_comments_of_the_xml_do_not_end_a_text() -> None:
    body = paragraph("出庭应诉率<!-- x -->100%，<?x y?>应诉<![CDATA[27]]>件。")
    assert read_bytes(word(body), "a.docx").text == "出庭应诉率100%，应诉27件。"


def test_footnotes_and_text_boxes_follow_their_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r><w:r><mc:AlternateContent><mc:Choice>'
        f"<wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + paragraph("下一段")
    )
    notes = f'<w:footnote w:id="2">{paragraph("注释")}</w:footnote>'
    document = read_bytes(word(body, footnotes=notes), "a.docx")
    assert pieces(document) == ["正文", "注释", "框内", "下一段"]
    assert places(document) == ["", "脚注", "文本框", ""]


def test_headings_and_contents_by_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文标题"/>'
        '<w:basedOn w:val="1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>'
    )
    body = (
        paragraph("目录行", '<w:pStyle w:val="toc1"/>')
        + paragraph("一级", '<w:pStyle w:val="own"/>')
        + paragraph("三级", '<w:outlineLvl w:val="2"/>')
        + paragraph("正文级", '<w:pStyle w:val="own"/><w:outlineLvl w:val="9"/>')
        + paragraph("环", '<w:pStyle w:val="loop"/>')
        + paragraph("坏值", '<w:outlineLvl w:val="x"/>')
    )
    document = read_bytes(word(body, styles=styles), "a.docx")
    assert pieces(document) == ["一级", "三级", "正文级", "环", "坏值"]
    assert [item.heading for item in document.paragraphs] == [1, 3, None, None, None]
    assert document.notes == ("目录不计入正文",)


def test_automatic_numbering() -> None:
    def level(index: int, style: str, pattern: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>'
            f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        )

    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "chineseCounting", "%1、")
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        + level(0, "bullet", "●")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2">'
        '<w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )

    def item(text: str, index: int, number: int = 1) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')

    styles = (
        '<w:style w:type="paragraph" w:styleId="n"><w:name w:val="编号"/><w:pPr>'
        '<w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    body = (
        item("举措", 0)
        + item("甲", 1)
        + item("乙", 1)
        + item("细", 2)
        + item("点", 0, 2)
        + item("不足", 0)
        + item("丙", 1)
        + item("续", 2, 3)
        + paragraph("计划", '<w:pStyle w:val="n"/>')
        + paragraph("无号", '<w:pStyle w:val="n"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    expected = [
        "一、举措",
        "（一）甲",
        "（二）乙",
        "1.细",
        "点",
        "二、不足",
        "（一）丙",
        "5.续",
        "三、计划",
        "无号",
    ]
    assert pieces(read_bytes(word(body, styles=styles, numbering=numbering), "a.docx")) == expected


def test_numerals() -> None:
    numbers = (1, 10, 11, 20, 99, 100, 101, 110, 112, 120, 999)
    expected = "一 十 十一 二十 九十九 一百 一百零一 一百一十 一百一十二 一百二十 九百九十九"
    assert " ".join(map(chinese, numbers)) == expected
    styles = (
        "chineseLegalSimplified",
        "decimalEnclosedCircle",
        "upperRoman",
        "lowerLetter",
        "decimalZero",
        "none",
    )
    assert [write(12, style) for style in styles] == ["壹拾贰", "⑫", "XII", "l", "12", ""]
    assert write(0, "chineseCounting") == "0"


def test_a_table_that_lays_out_the_report_is_read_paragraph_by_paragraph() -> None:
    cell = "".join(paragraph(text) for text in ("报告标题", "一、举措", "正文。"))
    body = f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"
    document = read_bytes(word(body), "a.docx")
    assert pieces(document) == ["报告标题", "一、举措", "正文。"]
    nested = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{body}</w:tc><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>"
    assert pieces(read_bytes(word(nested), "a.docx")) == ["甲 报告标题 一、举措 正文。\t乙"]


def test_strict_office_open_xml() -> None:
    members: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(word(paragraph("正文")))) as archive:
        for name in archive.namelist():
            members[name] = (
                archive.read(name)
                .replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                .replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
            )
    assert pieces(read_bytes(zipped(members), "a.docx")) == ["正文"]
