"""YAML text to nodes and plain data: no aliases, tags, duplicate keys or deep nesting."""

import re
from typing import Any

import yaml

MOST_LEVELS = 20
"""How deep brackets and indentation may nest; a rule needs five levels."""

COLON = "缺少半角冒号“:”（全角冒号“：”不算），冒号后要空一格"
WIDE_BLANK = "缩进用了全角空格，请改用半角空格"

_NO_REMARK = re.compile(r" #(?=\S)")
_PLAIN_NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)")
_KINDS = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)


class YamlError(Exception):
    """What is wrong in a text, where (counted from 1), and how to mend it."""

    def __init__(self, line: int, column: int, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.suggestion = line, column, message, suggestion


def mistake_at(mark: Any, message: str, suggestion: str = "") -> YamlError:
    """A mistake at a mark of PyYAML, which counts from 0; without one, at the start."""
    return YamlError(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, message, suggestion)


class _Loader(yaml.CSafeLoader):
    """Refuses deep nesting while composing: the parser in C calls itself at each level and would overrun its stack."""

    _levels = 0

    def descend_resolver(self, parent: Any, index: Any) -> None:
        self._levels += 1
        if self._levels > MOST_LEVELS + 1:
            raise mistake_at(parent.start_mark, f"嵌套过深，最多{MOST_LEVELS}层", "请检查多余的“[”“{”“- ”和缩进")

    def ascend_resolver(self) -> None:
        self._levels -= 1


def compose(text: str) -> Any:
    """The node of a document, None for one without content.

    Raises:
        YamlError: when it nests too deep, has aliases, or “#” cuts off a text.
        yaml.YAMLError: when it is no YAML.
    """
    root = yaml.compose(text, Loader=_Loader)
    if "*" in text:
        _refuse_aliases(text)
    if cuts := {_end_of_words(text, found.start()): found.end() for found in _NO_REMARK.finditer(text)}:
        _refuse_cuts(root, cuts)
    return root


def _refuse_aliases(text: str) -> None:
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise mistake_at(event.start_mark, "不支持别名（*名称）", "请把内容写全")


def _end_of_words(text: str, end: int) -> int:
    """Where the words before some blanks end."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _refuse_cuts(node: Any, cuts: dict[int, int]) -> None:
    """Refuse a text without quotes that “ #” cuts off: in a phrase it stands for a number, only “# ” for a remark."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.end_mark
        if not node.style and not node.value.isascii() and mark.index in cuts:
            hint = "是正文的，请给整句话加上英文双引号；是说明的，“#”后面请空一格"
            column = mark.column + cuts[mark.index] - mark.index
            raise YamlError(mark.line + 1, column, "“#”以后的字不会读入", hint)
        return
    for key, value in held_by(node).values():
        _refuse_cuts(key, cuts)
        _refuse_cuts(value, cuts)


def data_of(node: Any) -> Any:
    """A node as dictionaries, lists and scalars.

    Raises:
        YamlError: at the first tag, key in brackets or key written twice.
    """
    if node.tag not in _TAGS:
        raise mistake_at(node.start_mark, f"不支持标签“{node.tag}”", "以“!”开头的，请给整句话加上英文双引号")
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise mistake_at(
                    key.start_mark, "冒号前面不能是用括号括起来的内容", "以“{”“[”开头的，请给整句话加上英文双引号"
                )
            if not key.value.isidentifier() and (slip := _slip_in(key, value)):
                raise mistake_at(key.start_mark, slip)
            if key.value in result:
                raise mistake_at(key.start_mark, f"“{key.value}”写了两次", "请删去其中一个")
            result[key.value] = data_of(value)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [data_of(item) for item in node.value]
    return _scalar(node)


def _slip_in(key: Any, value: Any) -> str:
    """What is wrong with a key, "" when nothing is: it has swallowed its value ({city：direct}) or the indentation."""
    if not key.style and value.start_mark.index == value.end_mark.index and re.search("[:：]", key.value):
        return COLON
    return WIDE_BLANK if key.value.startswith(("\u3000", "\xa0")) else ""


def held_by(node: Any) -> dict[str | int, tuple[Any, Any]]:
    """What a node of YAML holds, by key or number: the node of the key (None for a number) and that of the value."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {index: (None, item) for index, item in enumerate(node.value)}
    return {}


def _scalar(node: Any) -> Any:
    """A YAML scalar as data: only true, false, null and plain numbers; yes, no and dates stay text."""
    value, kind = node.value, node.tag.rsplit(":", 1)[-1]
    if node.style or kind == "str":
        return value
    if kind == "null":
        return None
    if value in ("true", "false"):
        return value == "true"
    try:
        if kind == "int" and _PLAIN_NUMBER.fullmatch(value):
            return int(value)
        return float(value) if kind == "float" else value
    except ValueError:
        return value
