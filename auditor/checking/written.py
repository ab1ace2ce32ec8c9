"""The plain text as it was written: slips that the structure mended stand in it again."""

from bisect import bisect_right

from auditor.structure import Report


class Written:
    """The text before mending, with the way back to the plain text.

    Attributes:
        text: The plain text with every slip as it stood.
        lines: [start, end) of its lines.
    """

    def __init__(self, report: Report) -> None:
        plain = report.plain.text
        pieces: list[str] = []
        self._starts: list[int] = [0]
        self._origins: list[tuple[int, int]] = [(0, 1)]
        at = length = 0
        for repair in report.repairs:
            pieces += [plain[at : repair.start], repair.found]
            length += repair.start - at
            self._mark(length, repair.start, 0)
            length += len(repair.found)
            self._mark(length, repair.end, 1)
            at = repair.end
        self.text = "".join([*pieces, plain[at:]])
        self.lines: list[tuple[int, int]] = []
        start = 0
        for line in self.text.split("\n"):
            self.lines.append((start, start + len(line)))
            start += len(line) + 1

    def _mark(self, start: int, origin: int, moves: int) -> None:
        self._starts.append(start)
        self._origins.append((origin, moves))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) stands in the plain text; at least one character."""
        left = self._place(start)
        return left, max(self._place(end - 1) + 1, left + 1)

    def _place(self, at: int) -> int:
        """Within a slip every character stands at the start of its mending."""
        number = bisect_right(self._starts, at) - 1
        origin, moves = self._origins[number]
        return origin + (at - self._starts[number]) * moves
