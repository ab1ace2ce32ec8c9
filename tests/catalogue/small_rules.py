"""A rules folder small enough to read at a glance; tests write it to disk and spoil one file."""

import shutil
from pathlib import Path

from auditor.catalogue import default_folder

FILES = {
    "catalogue.yaml": """\
name: 小目录
version: "1.0"
elements: [counsel]
blocks: [plan]
scoring:
  points: {met: 100, weak: 50, mentioned: 20, missing: 0, exempt: 100, not_applicable: 100}
  grades:
    - {name: 优秀, at_least: 85}
    - {name: 较差, at_least: 0}
""",
    "instruments.yaml": """\
instruments:
  - id: inspection
    title: 督察工作规定
    status: read
    articles: [第二十五条, 第二十五条（一）]
  - id: opinion
    title: 意见
    status: title
""",
    "elements/counsel.yaml": """\
id: counsel
kind: element
name: 法律顾问
short: 法律顾问
weight: 20
asks: 写到法律顾问。
why: 督察内容。
basis:
  - {instrument: inspection, articles: [第二十五条], says: 年度报告}
binds: {county: direct}
slips: [法律顾问制度]
signals:
  - id: named
    asks: 写到法律顾问
    phrases:
      - 法律顾问
      - "{engage}～律师"
particulars:
  - id: people
    asks: 人数
    phrases: ["#名"]
decoys:
  - id: village
    why: 村里的法律顾问不是机关的
    reach: clause
    phrases: [村法律顾问]
met:
  - {particular: true, reads: 写明人数}
advice: {missing: 没有写, mentioned: 只是提到, weak: 太笼统}
limits: 只认这几个词。
examples:
  - kind: fires
    text: 县政府聘请律师3名。
    verdict: met
    fires: [named, people]
  - kind: silent
    text: 全年开展普法。
    verdict: missing
  - kind: near_miss
    text: 村法律顾问进村入户。
    verdict: missing
    fires: [village]
""",
    "blocks/plan.yaml": """\
id: plan
kind: block
name: 下一年度安排
asks: 写明安排。
why: 法定内容。
basis:
  - {instrument: inspection, articles: [第二十五条], says: 年度报告}
sections: [plan]
phrases: [下一步]
roles: [plan]
limits: 只认标题。
examples:
  - kind: fires
    text: |-
      某县2023年法治政府建设工作报告
      一、下一步打算
      继续开展法治宣传教育，完善审查制度。
    verdict: present
  - kind: silent
    text: |-
      某县2023年法治政府建设工作报告
      全年开展普法，群众反响良好。
    verdict: absent
  - kind: near_miss
    text: |-
      某县2023年法治政府建设工作报告
      完成年度计划，群众反响良好。
    verdict: absent
""",
    "lexicon/concepts.yaml": """\
concepts:
  - id: engage
    means: 聘请
    words: [聘请, 聘用]
    but_not: [聘用制]
    examples:
      counts: [聘请律师]
      does_not: [推行聘用制改革]
""",
    "lexicon/cues/plan.yaml": """\
cues:
  - id: next_step
    role: plan
    means: 下一步
    reach: forward
    phrases: [下一步]
    examples:
      - {text: "下一步，【聘请律师】。", role: plan}
""",
    "lexicon/sections.yaml": """\
sections:
  - role: plan
    means: 安排
    headings: [打算]
    examples:
      counts: [一、下一步打算]
      does_not: [一、主要做法]
""",
    "lexicon/borders.yaml": """\
borders:
  - word: 应诉
    before: 反
    after: 诸
    examples:
      counts: [依法应诉]
      does_not: [群众反应诉诸法院]
""",
    "lexicon/slips.yaml": """\
look_alikes: [问间]
never: [法律问题]
""",
    "lexicon/continuations.yaml": "openers: [其中]\n",
    "lexicon/traditional.tsv": "# 繁简对照\n聘\t聘\n應\t应\n",
}


def write(folder: Path, *, file: str = "", old: str = "", new: str = "") -> Path:
    """Write the rules; in one file replace `old` (which must stand there once) by `new`.

    Word lists that the small rules do not name are those of the auditor.
    """
    for name, text in FILES.items():
        if name == file:
            assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for real in (default_folder() / "lexicon").glob("*.yaml"):
        if not (folder / "lexicon" / real.name).exists():
            shutil.copy(real, folder / "lexicon")
    return folder
