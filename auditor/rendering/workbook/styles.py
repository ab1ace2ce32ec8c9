"""Cell formats of the workbook."""

from typing import Any

from auditor.terms import BlockState, Verdict

FONT = "宋体"
LINE = "#BFBFBF"
HEAD_FILL = "#1F3864"
VERDICT_COLOURS: dict[Verdict, tuple[str, str]] = {
    "met": ("#D5EBD8", "#1B5E20"),
    "weak": ("#FFF2CC", "#7F6000"),
    "mentioned": ("#FBE0CD", "#843C0C"),
    "missing": ("#F8CBCB", "#9C0006"),
    "exempt": ("#DDEBF7", "#1F4E78"),
    "not_applicable": ("#EDEDED", "#595959"),
    "unread": ("#E9E1D2", "#5B4A26"),
}
CHART_COLOURS: dict[Verdict, str] = {
    "met": "#5B9F65",
    "weak": "#F0C24B",
    "mentioned": "#E5894A",
    "missing": "#C74440",
    "exempt": "#7FA8CF",
    "not_applicable": "#BDBDBD",
    "unread": "#8C7A5B",
}
ABSENT = VERDICT_COLOURS["missing"]


class Styles:
    """The formats, made once for a workbook.

    Attributes:
        title: Head of a sheet.
        note: A remark under the head.
        heading: Head of a table within a sheet.
        header: Head of a column.
        text: A cell of running text.
        center: A short value.
        score: A number with one decimal.
        count: A whole number.
        rate: A part as a percentage.
        high_rate: One to be looked into.
        verdicts: A verdict in its colours.
        blocks: The same for a statutory block.
    """

    def __init__(self, book: Any) -> None:
        def style(**options: Any) -> Any:
            return book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **options})

        def cell(**options: Any) -> Any:
            return style(border=1, border_color=LINE, **options)

        centered = {"align": "center", "text_wrap": True}
        self.title = style(bold=True, font_size=16)
        self.note = style(font_color="#595959")
        self.heading = style(bold=True, font_size=12)
        self.header = cell(bold=True, font_color="#FFFFFF", bg_color=HEAD_FILL, **centered)
        self.text = cell(text_wrap=True, align="left")
        self.center = cell(**centered)
        self.score = cell(num_format="0.0", align="center")
        self.count = cell(num_format="0", align="center")
        self.rate = cell(num_format="0.0%", align="center")
        self.high_rate = cell(num_format="0.0%", align="center", bg_color=ABSENT[0], font_color=ABSENT[1])
        self.verdicts: dict[Verdict, Any] = {
            verdict: cell(bg_color=fill, font_color=ink, **centered) for verdict, (fill, ink) in VERDICT_COLOURS.items()
        }
        self.blocks: dict[BlockState, Any] = {
            "present": self.verdicts["met"],
            "absent": self.verdicts["missing"],
            "unread": self.verdicts["unread"],
            "not_asked": self.verdicts["not_applicable"],
        }
