"""What libyaml finds wrong, said in Chinese and where the slip is rather than where libyaml stumbles over it."""

import re

import yaml

from auditor.catalogue.yaml_nodes import COLON, WIDE_BLANK, YamlError, mistake_at

_QUOTE_ALL = "请给整句话加上英文双引号"
_CHARACTER = f"不能用这个字符开头（如@、%、&、*、!、?、|、>、反引号），{_QUOTE_ALL}"
_BACKSLASH = "双引号里的反斜线无法识别，请改用单引号，或去掉反斜线"
_OTHERWISE = "格式不对，请检查这一行的缩进、冒号和引号"

_VALUE = r"\s*(?:- +)*(?:\w+: +)?"
_NOTICED_LATE = 2
_SLIPS = [
    (re.compile(pattern), message)
    for pattern, message in (
        (r"\s*(?:- +)*()[A-Za-z_]\w*：", COLON),
        (r" *()[\u3000\xa0]", WIDE_BLANK),
        (r" *()\t", "缩进用了制表符，请改用空格"),
        (r"\s*()-[^\s-]", "“-”后面要空一格"),
        (
            _VALUE + r'()"[^"]*"\s*[^\s,:#\]}]',
            "双引号里不能再有双引号，后面也不能再写字，请把句中的引号改成“”，整句话用一对双引号",
        ),
        (_VALUE + r"()'[^']*'\s*[^\s,:#\]}]", "单引号里不能再有单引号，后面也不能再写字，请改用双引号"),
        (_VALUE + r"()(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s,:#\]}]", f"以“{{”“[”开头的，{_QUOTE_ALL}"),
        (_VALUE + r"()[@%`&*!|>?](?=\S)", _CHARACTER),
    )
]
"""How a line shows its slip, the empty group where; with what to say; those noticed late come first."""

_MESSAGES = {
    "a tab character": "缩进用了制表符，请改用空格",
    "cannot start any token": _CHARACTER,
    "could not find expected ':'": COLON,
    "mapping values are not allowed": f"这里不能再有冒号；句子里有冒号的，{_QUOTE_ALL}，另起一行的，请与同级各行对齐",
    "mapping keys are not allowed": _CHARACTER,
    "block sequence entries are not allowed": "这里不能写“- ”列表，请检查缩进",
    "expected key": "缩进不对齐，或上一行没有写完",
    "expected <block end>": "缩进不对齐，请与同级各行对齐",
    "expected '-' indicator": "列表各项要用“- ”开头并对齐",
    "expected ',' or ']'": "方括号没有配对，或各项之间缺少半角逗号",
    "expected ',' or '}'": "花括号没有配对，或各项之间缺少半角逗号",
    "expected node content": "括号没有配对，或这里少写了内容",
    "unexpected end of stream": "引号或括号没有配对",
    "unexpected document indicator": "引号没有配对",
    "unknown escape character": _BACKSLASH,
    "hexdecimal": _BACKSLASH,
    "escape code": _BACKSLASH,
    "line break": _CHARACTER,
    "indentation indicator": _CHARACTER,
    "expected alphabetic": _CHARACTER,
    " tag": _CHARACTER,
    "undefined alias": "不支持别名（*名称），请把内容写全",
    "anchor": "不支持别名（&名称），请把内容写全",
    "another document": "一个文件只能写一份，请删去“---”这一行",
    "<document start>": "一个文件只能写一份，或者这一行的缩进、冒号不对",
    "YAML document": "请删去以“%”开头的这一行",
}
"""What is told by words of libyaml's own message, the first that stand in it."""


def in_chinese(error: yaml.YAMLError, text: str) -> YamlError:
    """What is wrong in a text that libyaml refused."""
    if isinstance(error, yaml.reader.ReaderError):
        before = text.encode()[: error.position].decode(errors="ignore")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return YamlError(line, column, f"有看不见的控制字符（U+{error.character:04X}），请删去")
    if not isinstance(error, yaml.MarkedYAMLError):
        return YamlError(1, 1, _OTHERWISE)
    problem = str(error.problem)
    message = next((zh for en, zh in _MESSAGES.items() if en in problem), _OTHERWISE)
    from_its_start = message == COLON or "没有配对" in message
    mark = (error.context_mark if from_its_start else None) or error.problem_mark or error.context_mark
    return _slip(text.splitlines(), mark.line if mark else 0) or mistake_at(mark, message)


def _slip(lines: list[str], at: int) -> YamlError | None:
    """The slip that a line shows, or the line before it, when it is one that is noticed late."""
    before = next((number for number in range(min(at, len(lines)) - 1, -1, -1) if lines[number].strip()), at)
    for number, slips in ((before, _SLIPS[:_NOTICED_LATE]), (at, _SLIPS)):
        for slip, message in slips:
            if number < len(lines) and (found := slip.match(lines[number])):
                return YamlError(number + 1, found.start(1) + 1, message)
    return None
