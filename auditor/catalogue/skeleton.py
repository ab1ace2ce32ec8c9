"""Writes a new rule as a commented skeleton, with a profile that uses it, for those who write rules by hand."""

import re
from collections.abc import Iterator
from pathlib import Path

ID = re.compile(r"[a-z][a-z0-9_]*")
PROFILE = "方案.yaml"
BLANK = "待填"

RULE = """\
# 一条要素规则。# 后面是说明，写好后可以删去；{blank} 的地方都要改成自己的内容。
# 写法详见 docs/writing-rules.md；改好一处就运行一次：auditor rules test --profile {profile}
id: {id}
kind: element
name: {blank}：全称（显示在评分表上）
short: {blank}：简称
# 权重：核心要素各为20，其他要素一般为2到6。
weight: 3
asks: {blank}：要求报告写什么、给出哪些数字。
why: {blank}：为什么要求写。
# 依据只能引用 instruments.yaml 里的文件；条文（articles）只能引用那里列出的，没有列出条文的文件不写 articles。
basis:
  - instrument: inspection_rules
    articles: [第二十五条（一）]
    says: 年度报告应当写明上一年度的主要举措和成效
    from_year: 2019
# 适用层级：direct 应当报告，by_reference 参照报告，by_function 有此职能才报告；删去的层级不适用。
binds:
  province: direct
  city: direct
  county: direct
  department: by_function
  township: by_function
  subdistrict: by_function
  zone: by_function
# 从哪个年度的报告起适用（不早于依据的施行年度）；只用到某个年度的，再写 to_year: 2025
from_year: 2019
# 信号：报告写到本项时会用的说法。短语里可以用：
#   …（隔40字以内）  ～（隔12字以内）  #（数字）  #%（比率）  (甲|乙)（任一）  ?（前面的字可省）
signals:
  - id: named
    asks: 写到{blank}
    phrases:
      - {blank}的关键说法
# 干扰项：看着像、其实说的是别的事。
decoys:
  - id: other_matter
    why: 说的是{blank}（别的事）
    reach: clause
    phrases:
      - {blank}的别的说法
# 具体内容：数字、比率、文件名称等可以核查的内容。
particulars:
  - id: numbers
    asks: 数量
    phrases:
      - {blank}的数量～#(件|项|次|个|份)
# 零报告：写明当年没有发生。
zero:
  - id: none_this_year
    asks: 写明当年没有{blank}
    phrases:
      - (没有|无|未发生)～{blank}的事项
met:
  - {{particular: true, reads: 写明了数量或可核查的做法}}
advice:
  missing: {blank}：缺失时告诉起草人怎么补。
  mentioned: 只在问题、计划或要求里提到。应补写本年度实际做了什么。
  weak: 只有概括的话。应补上数量或可核查的做法。
limits: {blank}：这条规则认不出什么。
# 例句：每条信号、干扰项、具体内容、零报告至少要有一条例句触发；结论写 met 达标、weak 笼统、
# mentioned 仅提及、missing 缺失、exempt 零报告、not_applicable 不适用。
examples:
  - kind: fires
    text: {blank}1：写一句有具体内容、应当达标的话。
    verdict: met
    fires: [named, numbers]
  - kind: fires
    text: {blank}2：写一句只有概括、应当判为笼统的话。
    verdict: weak
    fires: [named]
  - kind: fires
    text: {blank}3：写一句说明当年没有发生的话。
    verdict: exempt
    fires: [none_this_year]
  - kind: silent
    text: {blank}4：写一句与本项无关的话。
    verdict: missing
  - kind: near_miss
    text: {blank}5：写一句看着像、其实是别的事的话。
    verdict: missing
    fires: [other_matter]
  - kind: near_miss
    text: {blank}6：写一句只在下一步计划里提到的话。
    verdict: mentioned
"""

PROFILE_TEXT = """\
# 一份审核方案。extends 是所依据的方案（core 五个核心要素，full 全部要素）；own 是本文件旁边放自有规则的文件夹。
name: {blank}：方案名称
extends: core
own: .
elements: [{id}]
"""


def write_skeleton(id_: str, folder: Path) -> Iterator[str]:
    """Write a rule, and the profile when the folder has none.

    Yields:
        What was written and what to do next, in Chinese.

    Raises:
        ValueError: when the id cannot be used, the rule is there already, or nothing can be written.
    """
    if not ID.fullmatch(id_):
        raise ValueError(f"“{id_}”不能用作编号，请用小写英文字母开头，只含小写英文字母、数字和下划线。")
    rule, profile = folder / "elements" / f"{id_}.yaml", folder / PROFILE
    if rule.exists():
        raise ValueError(f"“{rule}”已经有了，请换一个编号。")
    has_profile = profile.exists()
    try:
        rule.parent.mkdir(parents=True, exist_ok=True)
        rule.write_text(RULE.format(id=id_, blank=BLANK, profile=profile), encoding="utf-8")
        if not has_profile:
            profile.write_text(PROFILE_TEXT.format(id=id_, blank=BLANK), encoding="utf-8")
    except OSError:
        raise ValueError(f"写不进“{folder}”，请检查路径和权限。") from None
    yield f"已写好规则样板：{rule}"
    yield f"请在 {profile} 的 elements 里加上 {id_}。" if has_profile else f"已写好审核方案：{profile}"
    yield f"把“{BLANK}”的地方改成自己的内容，然后运行：auditor rules test --profile {profile}"
