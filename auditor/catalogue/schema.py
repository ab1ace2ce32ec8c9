"""The shape of the rule files as JSON Schema, with every key explained in Chinese, for editors."""

from typing import Any

from pydantic import BaseModel

from auditor.catalogue.model import Block, Element
from auditor.catalogue.profile import Profile

KINDS: dict[str, type[BaseModel]] = {"element": Element, "block": Block, "profile": Profile}

MEANINGS = {
    "id": "编号：小写英文字母、数字和下划线；规则文件的编号要与文件名相同",
    "kind": "种类：element 要素，block 法定内容；例句用 fires 会触发、silent 不触发、near_miss 相近而不算",
    "name": "全称，显示在评分表上",
    "short": "简称",
    "weight": "权重，1到100",
    "asks": "要求报告写什么",
    "why": "为什么要求写，或者为什么不算",
    "basis": "依据；只能引用 instruments.yaml 里的文件和其中列出的条文",
    "instrument": "依据文件在 instruments.yaml 里的编号",
    "articles": "条文；没有核对过原文的文件不写条文",
    "says": "依据里说了什么，用自己的话写",
    "from_year": "从哪个年度的报告起适用",
    "to_year": "到哪个年度的报告为止",
    "binds": "适用于哪些层级：direct 应当报告，by_reference 参照报告，by_function 有此职能才报告；不写的层级不适用",
    "parts": "组成部分的编号和名称",
    "slips": "容易打错、扫错的词（4个字以上），按它纠正笔误",
    "signals": "写到本项的说法，每组一个编号",
    "phrases": "短语；… 隔40字以内，～ 隔12字以内，# 数字，#% 比率，(甲|乙) 任一，? 可省，{编号} 概念词",
    "unless": "同一分句里有这些说法时不算",
    "strength": "claim 只是提到，shown 本身就带有具体内容，support 要与其他信号同现才算",
    "role": "这组说法自带的性质（done 已做、problem 问题、plan 计划等）；一般不写",
    "teaches": "true 表示说的就是学习、宣传本身，不因为是学习题目而不算",
    "last_resort": "true 表示说法宽泛，别的信号够不上达标、也没有零报告时才找",
    "rows": "zero 表示只在表格中本年度为零的行里算，value 表示本年度为零的行不算，only 只在表中有数的行里算",
    "anchors": "support 信号要靠近的说法",
    "support_needs": "support 信号要凑够几个组成部分",
    "own": "表示本单位的说法，干扰项的作用到此为止",
    "decoys": "看着像、其实不是本项的说法",
    "reach": "干扰到哪里：phrase 只这几个字，clause 到分句末，sentence 到分号、句号、转折（但、不过、然而、却、只是）",
    "particulars": "可核查的具体内容：数字、比率、文件、平台等",
    "zero": "写明当年没有发生的说法（零报告）",
    "met": "达标条件，满足一条即可",
    "particular": "是否要有具体内容",
    "reads": "这个条件用话怎么说",
    "advice": "缺失、仅提及、笼统时，告诉起草人怎么补",
    "missing": "缺失时的建议",
    "mentioned": "仅提及时的建议",
    "weak": "笼统时的建议",
    "limits": "这条规则的局限",
    "examples": "例句：auditor rules test 逐条检验",
    "text": "例句原文",
    "verdict": "应当得到的结论",
    "fires": "应当触发的信号、干扰项、具体内容的编号",
    "level": "例句出自哪一级单位的报告",
    "year": "例句出自哪个年度的报告",
    "element": "写同一件事的要素的编号：它已有的引文，在本项法定内容缺失时一并列出",
    "sections": "哪些部分算作本项内容",
    "but_not": "有这些说法时不算",
    "not_after": "同一分句里前面有这些说法时不算",
    "roles": "句子的性质要是其中之一",
    "at_least": "至少几句",
    "within": "这几句要在全文（report）还是同一段（paragraph）",
    "version": "版本",
    "means": "说明这个方案做什么用",
    "extends": "以哪个方案为基础：方案名称，或同处文件的路径",
    "elements": "增加的要素编号，按显示顺序",
    "blocks": "增加的法定内容编号",
    "changes": "对已有规则的改动，没写到的保持原样",
    "rule": "规则的编号",
    "drop": "不用的规则和理由",
    "waivers": "豁免",
    "reason": "豁免理由",
    "author": "批准人",
    "until": "有效期截止日，如 2026-12-31",
    "scope": "适用范围，至少写一项",
    "units": "单位名称，* 代表任意字",
    "levels": "层级",
    "years": "报告年度",
}


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of rule file, one of KINDS."""
    schema = KINDS[kind].model_json_schema()
    _explain(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _explain(node: Any) -> None:
    """Replace the English docstrings by the Chinese meaning of every key."""
    if isinstance(node, list):
        for item in node:
            _explain(item)
    if not isinstance(node, dict):
        return
    node.pop("title", None)
    if isinstance(node.get("description"), str):
        del node["description"]
    for key, item in node.get("properties", {}).items():
        _explain(item)
        item["description"] = MEANINGS[key]
    for key, item in node.items():
        if key != "properties":
            _explain(item)
