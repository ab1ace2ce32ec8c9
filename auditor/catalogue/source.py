"""YAML files to checked objects; every mistake with file, line, column and, where possible, its mending."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from auditor.catalogue.shape_mistakes import explain
from auditor.catalogue.yaml_mistakes import in_chinese
from auditor.catalogue.yaml_nodes import YamlError, compose, data_of, held_by
from auditor.error import AuditorError

MAX_BYTES = 2_000_000
Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]

_UNREADABLE = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有读取权限",
    errno.EISDIR: "这是文件夹，不是文件",
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
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except OSError as error:
            raise self._error(_UNREADABLE.get(error.errno or 0, "无法读取")) from None
        except UnicodeDecodeError:
            raise self._error("不是 UTF-8 编码", "请另存为 UTF-8") from None
        if len(raw) > MAX_BYTES:
            raise self._error("文件过大")
        try:
            self._root = _compose(text)
            self.data: Any = data_of(self._root)
        except YamlError as wrong:
            found = Problem(self.name, wrong.line, wrong.column, wrong.message, wrong.suggestion)
            raise CatalogueError([found]) from None

    def _error(self, message: str, suggestion: str = "") -> CatalogueError:
        return CatalogueError([Problem(self.name, 1, 1, message, suggestion)])

    def problem(self, at: Location, message: str, suggestion: str = "", *, key: bool = False) -> Problem:
        """A mistake at a place of the data, such as ("signals", 0, "phrases")."""
        mark = self._mark_of(at, key=key)
        return Problem(self.name, mark.line + 1, mark.column + 1, message, suggestion)

    def _mark_of(self, at: Location, *, key: bool) -> Any:
        """Where a value, or its key, stands; of what is not there, what should hold it."""
        node, mark = self._root, None
        for number, step in enumerate(at, start=1):
            held = held_by(node).get(step)
            if held is None:
                break
            its_key, node = held
            mark = its_key.start_mark if key and number == len(at) and its_key is not None else None
        return mark or node.start_mark

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
        message, hint = explain(model, item)
        at = (*prefix, *(step for step in item["loc"] if step != "[key]"))
        if item["type"] == "missing":
            return self.problem(at[:-1], message, hint)
        return self.problem(at, message, hint, key=item["type"] == "extra_forbidden" or "[key]" in item["loc"])


def _compose(text: str) -> Any:
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        raise in_chinese(error, text) from None
    if root is None:
        raise YamlError(1, 1, "文件是空的")
    return root
