"""Small facts about Chinese text that more than one stage needs."""

import re
from collections.abc import Mapping

NUMBER = r"(?:[0-9][0-9.,]*[万亿千百]?[余多]?|[一二两三四五六七八九十百千]+[余多]?)"

PERCENT = r"(?:[0-9][0-9.]*%|百分之[一二三四五六七八九十百零点]+|百分百|[一二三四五六七八九]成[多半]?|满格)"


class Replacement:
    """Single characters read as others; on Chinese text many times quicker than `str.translate`."""

    def __init__(self, table: Mapping[int, int]) -> None:
        """Prepare a table of code points."""
        self._table = {chr(old): chr(new) for old, new in table.items() if old != new}
        self._old = re.compile(f"[{re.escape(''.join(self._table))}]" if self._table else "(?!)")

    def __call__(self, text: str) -> str:
        """The text with its characters replaced, every offset as it was."""
        return self._old.sub(self._new, text)

    def _new(self, found: re.Match[str]) -> str:
        return self._table[found[0]]


_HALF_WIDTH = str.maketrans(",:;()!?", "，：；（）！？")
_FULL_WIDTH = {code: _HALF_WIDTH.get(code - 0xFEE0, code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
FORMS: dict[int, int] = _HALF_WIDTH | _FULL_WIDTH | str.maketrans("﹐﹑･．﹒〔〕【】", "，、、..（）（）")
"""What characters of other widths and shapes are read as, by code points: letters half-width, marks Chinese."""


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (CJK unified ideographs, extension A, compatibility)."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char == "〇"
