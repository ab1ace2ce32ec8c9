"""The look of official papers (GB/T 9704-2012: A4, type area 156 by 225 mm, third-size 仿宋, 28 points a line)."""

import re
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TITLE_FONT, BODY_FONT, HEAD_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体"
# What a system without these fonts may take instead, for word/fontTable.xml.
FALLBACKS = {
    TITLE_FONT: "方正小标宋_GBK,华文中宋,宋体",
    BODY_FONT: "仿宋,华文仿宋,FangSong",
    HEAD_FONT: "SimHei,微软雅黑",
}
SECOND, THIRD, FIFTH = Pt(22), Pt(16), Pt(10.5)
LINE = Pt(28)
RED = RGBColor(0xE6, 0x00, 0x12)
CENTER, LEFT, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def set_up_page(document: Any) -> None:
    """A4 with the margins of official papers."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    set_font(document.styles["Normal"].element.get_or_add_rPr(), BODY_FONT)
    document.styles["Normal"].font.size = THIRD


def name_fallbacks(document: Any) -> None:
    """Tell in the font table what to take where a font is not installed."""
    part = next(part for part in document.part.package.iter_parts() if part.partname.endswith("/fontTable.xml"))
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    part._blob = re.sub(rb"</w:fonts>\s*$", fonts.encode() + b"</w:fonts>", part.blob)


def set_font(properties: Any, name: str) -> None:
    """Set one font for Chinese and Western characters of a run or style."""
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def write(
    paragraph: Any,
    text: str,
    *,
    font: str = BODY_FONT,
    size: Pt = THIRD,
    align: WD_ALIGN_PARAGRAPH = BOTH,
    line: Pt = LINE,
    indent: float = 0,
    bold: bool = False,
    color: RGBColor | None = None,
) -> Any:
    """Set a paragraph as one run of text; `indent` is the first line's, in characters."""
    layout = paragraph.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, line
    layout.alignment = align
    layout.first_line_indent = size * indent
    run = paragraph.add_run(text)
    set_font(run._r.get_or_add_rPr(), font)
    run.font.size, run.bold = size, bold
    if color is not None:
        run.font.color.rgb = color
    return paragraph


def rule(paragraph: Any) -> None:
    """The red double line under the head of a letter."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "thickThinSmallGap"), ("sz", "24"), ("space", "4"), ("color", "E60012")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
