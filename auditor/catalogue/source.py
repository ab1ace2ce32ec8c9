"""YAML files to checked objects; every mistake with file, line, column and, where possible, its mending."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from auditor.catalogue.hints import did_you_mean
from auditor.error import AuditorError

MAX_BYTES = 2_000_000
Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]

_KINDS = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value")
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in _KINDS)
_QUOTE = "以“{”“[”开头的，请给整句话加上英文双引号"

_YAML_MESSAGES = {
    "found character '\\t' that cannot start any token": "缩进用了制表符，请改用空格",
    "found a tab character": "缩进用了制表符，请改用空格",
    "found character that cannot start any token": "不能用这个字符开头（如@、%、反引号），请给整句话加上引号",
    "did not find expected ',' or '}'": "花括号没有配对，或各项之间缺少半角逗号",
    "block sequence entries are not allowed": "这里不能写“- ”列表，请检查缩进",
    "found unknown escape character": "双引号里的反斜线无法识别，请改用单引号，或去掉反斜线",
    "control characters are not allowed": "文件里有看不见的控制字符，请删去",
    "did not find expected whitespace or line break": "“!”有特别用途，请给整句话加上引号",
    "did not find expected alphabetic": "“&”“*”“!”有特别用途，请给整句话加上引号",
    "did not find expected <document start>": "格式不对，请检查这一行的缩进和冒号",
    "mapping values are not allowed here": "这里不能再出现冒号，请给整句话加上引号",
    "could not find expected ':'": "缺少半角冒号“:”（全角冒号“：”不算），冒号后要空一格",
    "did not find expected key": "缩进不对齐，或上一行没有写完",
    "expected <block end>, but found": "缩进不对齐，请与同级各行对齐",
    "did not find expected ',' or ']'": "方括号没有配对，或各项之间缺少半角逗号",
    "did not find expected '-' indicator": "列表各项要用“- ”开头并对齐",
    "found unexpected end of stream": "引号或括号没有配对",
}

_CHECK_MESSAGES = {
    "missing": "缺少必填的“{key}”",
    "string_type": "应当是文字",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "float_type": "应当是数字",
    "float_parsing": "应当是数字",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "list_type": "应当是列表（每项以“- ”开头）",
    "dict_type": "应当是“键: 值”的形式",
    "model_type": "应当是“键: 值”的形式",
    "too_short": "不能为空，至少要有{min_length}项",
    "string_too_short": "不能为空，至少要有{min_length}个字",
    "string_pattern_mismatch": "写法不对，应当符合 {pattern}",
    "greater_than": "应当大于{gt}",
    "greater_than_equal": "不能小于{ge}",
    "less_than_equal": "不能大于{le}",
    "finite_number": "应当是数字",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a rule file; line and column count from 1."""

    file: str
    line: int
    column: int
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        hint = f"（{self.suggestion}）" if self.suggestion else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{hint}"


class CatalogueError(AuditorError):
    """A rules folder that cannot be used; `problems` lists every mistake found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(*map(str, problems))
        self.problems = problems


class Source:
    """A parsed rule file: its data, and where in the file each value stands."""

    def __init__(self, path: Path) -> None:
        """Read and parse a file.

        Raises:
            CatalogueError: when it cannot be read or is no plain YAML (no aliases, tags, duplicate keys).
        """
        self.name = path.as_posix()
        self._root: Any = None
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except OSError as error:
            raise self._error(None, f"无法读取：{error.strerror}") from None
        except UnicodeDecodeError:
            raise self._error(None, "不是 UTF-8 编码", "请另存为 UTF-8") from None
        if len(raw) > MAX_BYTES:
            raise self._error(None, "文件过大")
        self.data: Any = self._parse(text)

    def _parse(self, text: str) -> Any:
        try:
            if "*" in text:
                self._refuse_aliases(text)
            self._root = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.MarkedYAMLError as error:
            problem = str(error.problem)
            known = next((zh for en, zh in _YAML_MESSAGES.items() if en in problem), f"格式错误：{problem}")
            unclosed = "没有配对" in known and error.context_mark is not None
            mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
            raise self._error(mark, known) from None
        except yaml.YAMLError as error:
            raise self._error(None, f"格式错误：{error}") from None
        try:
            return self._build(self._root) if self._root is not None else {}
        except RecursionError:
            raise self._error(None, "嵌套过深") from None

    def _refuse_aliases(self, text: str) -> None:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise self._error(event.start_mark, "不支持别名（*名称）", "请把内容写全")

    def _build(self, node: Any) -> Any:
        if node.tag not in _TAGS:
            raise self._error(node.start_mark, f"不支持标签“{node.tag}”", "以“!”开头的，请给整句话加上英文双引号")
        if isinstance(node, yaml.MappingNode):
            result: dict[str, Any] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise self._error(key.start_mark, "冒号前面不能是用括号括起来的内容", _QUOTE)
                if key.value in result:
                    raise self._error(key.start_mark, f"“{key.value}”写了两次", "请删去其中一个")
                result[key.value] = self._build(value)
            return result
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item) for item in node.value]
        return _scalar(node)

    def _error(self, mark: Any, message: str, suggestion: str = "") -> CatalogueError:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        return CatalogueError([Problem(self.name, line, column, message, suggestion)])

    def problem(self, at: Location, message: str, suggestion: str = "", *, key: bool = False) -> Problem:
        """A mistake at a place of the data, such as ("signals", 0, "phrases")."""
        mark = self._mark_of(at, key=key)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        return Problem(self.name, line, column, message, suggestion)

    def _mark_of(self, at: Location, *, key: bool) -> Any:
        """Where a value, or its key, stands; of what is not there, what should hold it. None in an empty file."""
        node, mark = self._root, None
        for number, step in enumerate(at, start=1):
            held = _held_by(node).get(step)
            if held is None:
                break
            its_key, node = held
            mark = its_key.start_mark if key and number == len(at) and its_key is not None else None
        return mark or (node.start_mark if node is not None else None)

    def check(self, model: type[Model], at: Location = ()) -> Model:
        """Turn the data, or the part of it that stands at `at`, into a model.

        Raises:
            CatalogueError: with every mistake at its place.
        """
        data = self.data
        for step in at:
            data = data[step]
        try:
            return model.model_validate(data)
        except ValidationError as error:
            raise CatalogueError([self._explain(model, item, at) for item in error.errors()]) from None

    def _explain(self, model: type[BaseModel], item: Mapping[str, Any], prefix: Location) -> Problem:
        at = (*prefix, *item["loc"])
        kind, context = item["type"], item.get("ctx", {})
        if kind == "extra_forbidden":
            hint = did_you_mean(str(at[-1]), _keys_at(model, item["loc"][:-1]))
            return self.problem(at, f"不认识的键“{at[-1]}”", hint, key=True)
        if kind == "missing":
            return self.problem(at[:-1], _CHECK_MESSAGES[kind].format(key=at[-1]))
        if kind == "literal_error":
            return self._wrong_word(at, item)
        if kind == "value_error":
            return self.problem(at, str(context.get("error", item["msg"])))
        message = _CHECK_MESSAGES.get(kind)
        hint = _QUOTE if kind == "string_type" and isinstance(item["input"], dict | list) else ""
        return self.problem(at, message.format(**context) if message else str(item["msg"]), hint)

    def _wrong_word(self, at: Location, item: Mapping[str, Any]) -> Problem:
        allowed = str(item["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return self.problem(at, f"“{item['input']}”不在可用的取值里", did_you_mean(str(item["input"]), allowed))


def _held_by(node: Any) -> dict[str | int, tuple[Any, Any]]:
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
        if kind == "int" and not (len(value) > 1 and value[0] == "0"):
            return int(value)
        return float(value) if kind == "float" else value
    except ValueError:
        return value


def _keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """The keys allowed at a place of a model."""
    current: Any = model
    for step in location:
        if isinstance(step, int):
            continue
        current = _model_in(current.model_fields[step].annotation) if step in current.model_fields else None
        if current is None:
            return []
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
