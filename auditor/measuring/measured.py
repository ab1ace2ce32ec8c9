"""The figures committed beside the rules (rules/measured.json), made by benchmarks/accuracy.py."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.catalogue import default_folder

FILE = "measured.json"


@dataclass(frozen=True, slots=True)
class ElementMeasured:
    """What was measured for one element on one set of cases.

    Attributes:
        set_name: What the set is, in Chinese.
        date: Day of the measurement, as 2025-01-31.
        n: Number of cases.
        shares: Percent, count and interval by name: "accuracy", "reported_precision", "reported_recall",
            "missing_precision", "missing_recall"; percent and interval are None where the count is 0.
    """

    set_name: str
    date: str
    n: int
    shares: Mapping[str, Mapping[str, Any]]

    def lines(self) -> list[str]:
        """The figures in words: the set, then each share on a line of its own."""
        told = [f"  {name}{_told(self.shares[key])}" for key, name in NAMES.items() if key in self.shares]
        return [f"{self.set_name}{self.n}份（{self.date}，括号内为95%置信区间和样本数）", *told]


NAMES = {
    "accuracy": "判断正确",
    "reported_precision": "判为已报告的准确率",
    "reported_recall": "已报告的查全率",
    "missing_precision": "判为缺失的准确率",
    "missing_recall": "缺失的查全率",
}


@dataclass(frozen=True, slots=True)
class Measurement:
    """A committed measurement.

    Attributes:
        date: Its day, as 2025-01-31.
        version: Version of the catalogue measured.
        rules: By id of the element, what its verdicts rested on (see auditor.measuring.rule_print).
        sets: By id of the set: "name" (Chinese), "cases", and the figures of Evaluation.as_dict().
    """

    date: str
    version: str
    rules: Mapping[str, str]
    sets: Mapping[str, Mapping[str, Any]]

    def of_element(self, id_: str) -> tuple[ElementMeasured, ...]:
        """The figures of one element, a set at a time; empty when it was not measured."""
        return tuple(
            ElementMeasured(each["name"], self.date, shares["accuracy"]["n"], shares)
            for each in self.sets.values()
            if (shares := each["elements"].get(id_)) is not None
        )


def load(folder: Path | None = None) -> Measurement | None:
    """The measurement beside the rules of a folder (by default the auditor's own), None when there is none.

    Raises:
        ValueError: when the file is there but is not what benchmarks/accuracy.py writes.
    """
    path = (folder or default_folder()) / FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Measurement(str(data["date"]), str(data["catalogue_version"]), data["rules"], data["sets"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path}：不是测量结果文件（{type(error).__name__}）") from None


def _told(share: Mapping[str, Any]) -> str:
    if share["interval"] is None:
        return "无样本"
    low, high = share["interval"]
    return f"{share['percent']}%（{low}–{high}，n={share['n']}）"
