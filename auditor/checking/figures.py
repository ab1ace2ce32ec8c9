"""The sentences of a report that give numbers, with the words around each number."""

import re
from bisect import bisect_left
from functools import cached_property

from auditor.checking.numbers import Number, read_numbers
from auditor.structure import Report, Sentence
from auditor.text import HAN_RANGES

BORDER = re.compile(r"[，。；：！？、（）\n]")
CELLS = re.compile(r"[|\t]")
LISTED = re.compile(f"[、和及与][{HAN_RANGES}《》]{{0,14}}")
LONGEST = 40
LOOK_BACK = 8
LOOK_AHEAD = 16


class Figure:
    """A number with its words.

    Attributes:
        number: The number.
    """

    def __init__(self, number: Number, text: str, floor: int, ceiling: int) -> None:
        """Note where its words can stand: in [floor, ceiling) of the plain text."""
        self.number = number
        self._text = text
        self._floor = floor
        self._ceiling = ceiling

    @property
    def label(self) -> str:
        """The words before it, back to the number before or to the next punctuation mark."""
        start = self.number.start
        return BORDER.split(self._text[max(self._floor, start - LONGEST) : start])[-1]

    @property
    def tail(self) -> str:
        """The words after it, up to the next number or punctuation mark."""
        end = self.number.end
        return BORDER.split(self._text[end : min(self._ceiling, end + LONGEST)], maxsplit=1)[0]


class Line:
    """A sentence with its numbers; rows of tables and links have none.

    Attributes:
        sentence: The sentence.
        start: Offset of its first character in the plain text.
        end: Offset after its last.
        figures: Its numbers, in order.
        role: What its section is about.
    """

    def __init__(self, report: Report, sentence: Sentence, numbers: list[Number]) -> None:
        self._text = report.plain.text
        self.sentence = sentence
        self.start, self.end = sentence.start, sentence.end
        self.role = report.sections[sentence.section].role
        self.figures: list[Figure] = []
        for index, number in enumerate(numbers):
            floor = numbers[index - 1].end if index else sentence.start
            ceiling = numbers[index + 1].start if index + 1 < len(numbers) else sentence.end
            self.figures.append(Figure(number, self._text, floor, ceiling))

    @cached_property
    def text(self) -> str:
        """The sentence."""
        return self._text[self.start : self.end]

    def between(self, left: int, right: int) -> str:
        """The plain text of [left, right)."""
        return self._text[left:right]

    def are_listed(self, left: Number, right: Number) -> bool:
        """Whether two numbers stand side by side in a list: 行政处罚案卷126卷、行政许可案卷80卷."""
        return LISTED.fullmatch(self.between(left.end, right.start)) is not None

    def after(self, at: int) -> list[Figure]:
        """The figures that begin at or after an offset, the first few only."""
        first = bisect_left(self.figures, at, key=lambda figure: figure.number.start)
        return self.figures[first : first + LOOK_AHEAD]

    def before(self, at: int) -> list[Figure]:
        """The figures that end at or before an offset, the last few only, nearest last."""
        stop = bisect_left(self.figures, at + 1, key=lambda figure: figure.number.end)
        return self.figures[max(0, stop - LOOK_BACK) : stop]


def figure_lines(report: Report) -> list[Line]:
    """The sentences that give a number, in order."""
    lines: list[Line] = []
    for sentence in report.sentences:
        printed = report.printed(sentence.start, sentence.end)
        if sentence.is_row or sentence.is_link or CELLS.search(printed.strip()):
            continue
        numbers = read_numbers(report.plain.text, sentence.start, sentence.end)
        if numbers:
            lines.append(Line(report, sentence, numbers))
    return lines


def alike(figures: list[Figure], unit: str) -> list[Number]:
    """The numbers of a unit."""
    return [figure.number for figure in figures if figure.number.unit == unit]


def show(value: object) -> str:
    """A value for a message: 398, 1.5, 99.80."""
    number = float(value)  # type: ignore[arg-type]
    return f"{number:,.0f}".replace(",", "") if number == int(number) else f"{number:.2f}"
