"""What a hostile or broken file of the corpus is, and the reports that some of them carry."""

from dataclasses import dataclass

from reading_samples import paragraph

AUDITED = "audited"
# The outcome of files damaged at random: a right audit or any named failure.
ANY = "any"

TITLE = "禾安镇2023年法治政府建设年度报告"
LINES = (
    TITLE,
    "一、主要举措和成效",
    "镇政府聘请法律顾问2名，全年审查合同31份、行政规范性文件4件，出具法律意见书12份。",
    "主要负责人出庭应诉行政案件3件，行政机关负责人出庭应诉率达到100%。",
    "二、存在的问题",
    "个别干部运用法治思维解决问题的能力还不强，执法记录还不够规范。",
    "三、下一步打算",
    "严格落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。",
)
TEXT = "\n".join(LINES)
WORD_BODY = "".join(paragraph(line) for line in LINES)
_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
PAGE = f"<html><head><title>{TITLE}</title></head><body><div>{_PARAGRAPHS}</div></body></html>"


@dataclass(frozen=True, slots=True)
class Broken:
    """One file.

    Attributes:
        kind: What is wrong with it; the first part of its name.
        variant: Which of its kind; the second part.
        suffix: The third part, with the dot.
        content: Its bytes.
        outcome: "audited", the kind of failure that must answer it, or "any"; alternatives parted by "|".
    """

    kind: str
    variant: str
    suffix: str
    content: bytes
    outcome: str

    @property
    def name(self) -> str:
        """The name of the file."""
        return f"{self.kind}__{self.variant}{self.suffix}"
