"""Whether figures fell below those committed."""

from collections.abc import Iterable, Mapping
from typing import Any

FLOORS = (
    "accuracy",
    "macro_f1",
    "missing_precision",
    "missing_recall",
    "backed_by_citation",
    "citations_verbatim",
    "citations_relevant",
    "blocks_right",
)
Sets = Mapping[str, Mapping[str, Any]]


def fallen(committed: Sets, measured: Sets) -> list[str]:
    """What fell, one line each in Chinese, over all sets of cases and each element's accuracy.

    Args:
        committed: By set, the figures of the committed file.
        measured: By set, the figures of today; a set that is not there counts as fallen.
    """
    lines: list[str] = []
    for id_, before in committed.items():
        now = measured.get(id_)
        if now is None:
            lines.append(f"{id_}：没有测量")
            continue
        lines += _compare(id_, [(key, before.get(key), now.get(key)) for key in FLOORS])
        elements = before["per_element"].items()
        lines += _compare(id_, [(key, value, now["per_element"].get(key)) for key, value in elements])
    return lines


def _compare(id_: str, figures: Iterable[tuple[str, float | None, float | None]]) -> Iterable[str]:
    for key, before, now in figures:
        if before is not None and (now is None or now < before):
            yield f"{id_} {key}：由{before}降到{now}"
