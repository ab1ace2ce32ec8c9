"""What pydantic finds wrong with the shape of data, said in Chinese."""

import re
from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel

from auditor.catalogue.fields import WRITTEN
from auditor.catalogue.hints import did_you_mean

_MESSAGES = {
    "string": "应当是文字",
    "int": "应当是整数",
    "float": "应当是数字",
    "finite_number": "应当是数字",
    "bool": "应当是 true 或 false",
    "list": "应当是列表（每项以“- ”开头）",
    "dict": "应当是“键: 值”的形式",
    "model": "应当是“键: 值”的形式",
    "literal": "不能为空",
    "too_short": "不能为空，至少要有{min_length}项",
    "too_long": "最多{max_length}项",
    "string_too_short": "不能为空，至少要有{min_length}个字",
    "greater_than": "应当大于{gt}",
    "greater_than_equal": "不能小于{ge}",
    "less_than": "应当小于{lt}",
    "less_than_equal": "不能大于{le}",
}
"""By the type of pydantic's error, or by its first word (list_type, float_parsing)."""

_OTHERWISE = "写法不对，请对照 docs/writing-rules.md"
_QUOTE = "有冒号、以“{”“[”开头或者只有数字的，请给整句话加上英文双引号"
_NUMBER = re.compile("[0-9]{1,9}")
_COMMA = "各项之间用半角逗号“,”"


def explain(model: type[BaseModel], error: Mapping[str, Any]) -> tuple[str, str]:
    """The message and the hint for one error of a model, as pydantic lists it."""
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        key = str(error["loc"][-1])
        return f"不认识的键“{key}”", did_you_mean(key, _keys_at(model, error["loc"][:-1]))
    if kind == "missing":
        return f"缺少必填的“{error['loc'][-1]}”", ""
    if kind == "literal_error" and given is not None:
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return f"“{given}”不在可用的取值里", did_you_mean(str(given), allowed)
    if kind == "value_error":
        return str(context["error"]), ""
    if kind == "string_pattern_mismatch":
        hint = _COMMA if re.search("[，、]", given) else ""
        return f"“{given}”写法不对，{WRITTEN[context['pattern']]}", hint
    message = _MESSAGES.get(kind) or _MESSAGES.get(kind.split("_")[0], _OTHERWISE)
    return message.format(**context), _mending(kind, given)


def _mending(kind: str, given: Any) -> str:
    if given is None:
        return "这里没有写内容"
    if kind == "string_type":
        return _QUOTE
    return f"请写成 {int(given)}，不加引号" if kind == "int_type" and _NUMBER.fullmatch(str(given)) else ""


def _keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys allowed at a place of a model."""
    current: Any = model
    for step in location:
        if step not in current.model_fields:  # an item of a list, or of a mapping by ids
            continue
        current = _model_in(current.model_fields[step].annotation)
        if current is None:
            return []
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
