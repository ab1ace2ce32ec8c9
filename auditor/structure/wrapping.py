"""Lines that belong together: wrapped text is joined, page marks and contents are passed over, rows stay rows."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.numbering import NUMBER
from auditor.reading.document import Document, Paragraph
from auditor.structure.contents import contents
from auditor.text import HAN

PAGE_MARK = re.compile(
    r"^[\s\-—－–_·.]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／共，,]\s*共?\s*\d{1,4}\s*页)?|[ivxIVX]{1,5})[\s\-—－–_·.]*$"
)
BEGINS = re.compile(
    rf"\s*(?:{NUMBER.pattern}|第[一二三四五六七八九十]{{1,3}}条|[·●■◆▪•○★☆◇◎]|——|[（【][^（）【】]{{2,20}}[）】]$|附件|特此报告)"
)
STANDS_ALONE = re.compile(
    r"(?:政府|局|厅|委|办|办事处|委员会|管委会|中心|站|队|馆)$|^(?:20[0-9]{2}|二[〇○零])年.{0,12}日$|法[治制]政府|报告$|总结$|情况$|"
    r"问题$|不足$|打算$|安排$|成效$|[：:|>]|首页|打印"
)
SEPARATOR = re.compile(r"\t+|[|｜]")
# A number set off by spaces within a sentence (等 3 项决策) makes no cells.
SPACED_NUMBER = re.compile(rf" (?<={HAN} )([0-9][0-9.,]*%?) (?=[件项次个名场份条人台部起宗家处期年月日]{HAN})")
# A row of two cells: what was counted, and far to the right how many there were.
COUNT_SET_APART = re.compile(
    r"[^，。；！？|]{2,40}?(?: {3}|\u3000{2})[ \u3000]*+[0-9][0-9.,]*(?:%|[件次人起份项个场例宗名家条处台])?"
)
SET_APART = re.compile(" {3,}|\u3000{2,}")
SENTENCE_END = "。！？：；:;!?"
TWO_VALUES = re.compile(r"\s[0-9][0-9.,]*%?\s+(?:[0-9][0-9.,]*%?|空|无|[—\-–/…]+)(?=\s|$)")
PUNCTUATION = re.compile(r"[，。；、！？,;!?]")
# All that some forms write under a heading: it answers the heading, and is read with it.
NOTHING_TO_TELL = re.compile(
    r"(?:无|没有|零报告|不涉及|不适用|未发生|无此(?:项|类)?(?:情况|事项)|无相关(?:情况|事项))[。.]?"
)
LONGEST_HEADING = 30
LONGEST_ROW = 1500  # a text that has lost its line breaks may hold signs of a table
HEADING_LINES = 3
WIDEST_PAGE = 60
NARROWEST_PAGE = 14
# One line as long as this that ends in mid-sentence is enough to tell that a short text was wrapped.
SURELY_CUT = 35
# Of the width: a line as long goes on where the next begins no paragraph, even if a sentence ends with it.
FULL = 0.85
SHORT = 0.7
JOINED = frozenset({"pdf", "ofd"})
INDENT = re.compile("(?:  |[\t　])[ \t　]*$")
# An indent or an empty line tells the first line of a paragraph where most lines have none; else the page is so.
MOST_BEGINNING = 0.6
# The title of a report, whose last line may be as long as the lines that go on.
HEADLINE = re.compile(r"[^，。；：、]*(?:法[治制]政府|依法行政|法治建设)[^，。；：、]*(?:报告|总结|汇报)")


@dataclass(frozen=True, slots=True)
class Group:
    """Document paragraphs (numbers from 0) that make one paragraph."""

    lines: tuple[int, ...]
    is_row: bool


CutsTerm = Callable[[str, str], bool]


def cuts_nothing(_: str, __: str) -> bool:
    """For those who know no terms."""
    return False


def joined_lines(document: Document, read: str, cuts_term: CutsTerm = cuts_nothing) -> list[Group]:
    """Group the paragraphs of a document; the readers of pages have joined their lines by their places already.

    Args:
        document: The document as read.
        read: Its text, characters of other forms replaced or not.
        cuts_term: Whether a term of the field is cut between two lines (法律 | 顾问), which only wrapping does.
    """
    texts = [read[p.start : p.end] for p in document.paragraphs]
    listed = contents(texts)
    marks = [n in listed or _is_page_mark(texts[n], p) for n, p in enumerate(document.paragraphs)]
    lines = [text.strip() for text, mark in zip(texts, marks, strict=True) if not mark]
    indented = _indented(document)
    width = 0
    if document.format not in JOINED:
        width = _page_width(lines) or _width_of_cuts(lines, cuts_term) or _width_of_indented(texts, indented)
    groups: list[Group] = []
    current: list[int] = []
    joined: list[str] = []
    beginning = indented | _after_empty_lines(document, marks)
    for number, text in enumerate(texts):
        if marks[number]:
            continue
        is_cut = joined and width and (marks[number - 1] or cuts_term(joined[-1].strip(), text.strip()))
        if joined and not _continues(
            joined, text, width, is_cut=bool(is_cut), begins=number in beginning, is_told=bool(beginning)
        ):
            groups.append(_group(current, texts))
            current, joined = [], []
        current.append(number)
        joined.append(text)
    if current:
        groups.append(_group(current, texts))
    return groups


def _group(numbers: list[int], texts: list[str]) -> Group:
    return Group(tuple(numbers), len(numbers) == 1 and is_row(texts[numbers[0]]))


def _is_page_mark(text: str, paragraph: Paragraph) -> bool:
    return paragraph.place == "" and len(text.strip()) <= 16 and PAGE_MARK.match(text.strip()) is not None


def is_row(text: str) -> bool:
    """Whether a line is a row of a table pasted as text: three or more cells, or a count set apart, and no sentence.

    Only a row set out in columns, or with two figures side by side, may have a remark with punctuation in it.
    """
    if len(text) > LONGEST_ROW and "。" in text:
        return False
    separators = len(SEPARATOR.findall(text.strip()))
    if separators >= 2 or (separators == 1 and PUNCTUATION.search(text) is None):
        return True
    if COUNT_SET_APART.fullmatch(text.strip()):
        return True
    cells = SPACED_NUMBER.sub(r"\1", text).split()
    if len(cells) < 3 or sum(len(cell) for cell in cells) > 120:
        return False
    is_set_out = len(SET_APART.findall(text.strip())) > 1 or TWO_VALUES.search(text) is not None
    return PUNCTUATION.search(text) is None or (is_set_out and "。" not in text)


def _page_width(lines: list[str]) -> int:
    """The width to which a text was wrapped, 0 when it was not."""
    unended = [line for line in lines if _is_unended(line)]
    widths = [len(line) for line in unended]
    best, count = 0, 0
    for width in sorted({w for w in widths if NARROWEST_PAGE <= w <= WIDEST_PAGE}, reverse=True):
        full = sum(1 for w in widths if 0.75 * width <= w <= width)
        if full > count:
            best, count = width, full
    certain = count >= 2 or any(len(line) >= SURELY_CUT and not STANDS_ALONE.search(line) for line in unended)
    wider = sum(1 for line in lines if len(line) > 1.3 * best)
    return best if certain and count >= 0.3 * len(lines) and wider <= 0.15 * len(lines) else 0


def _width_of_cuts(lines: Sequence[str], cuts_term: CutsTerm) -> int:
    """The width of the widest line that ends within a term, 0 when none does."""
    return max((len(line) for line, following in itertools.pairwise(lines) if cuts_term(line, following)), default=0)


def _width_of_indented(texts: Sequence[str], indented: frozenset[int]) -> int:
    """The width of the indented lines that go on in one without indent, 0 when there are fewer than two of a width."""
    begun = [n for n in indented if n + 1 < len(texts) and n + 1 not in indented]
    cut = [len(texts[n]) for n in begun if _is_unended(texts[n]) and BEGINS.match(texts[n + 1]) is None]
    width = max(cut, default=0)
    alike = sum(0.75 * width <= each for each in cut) > 1
    return width if alike and all(len(text) <= 1.3 * width for text in texts) else 0


def _is_unended(line: str) -> bool:
    return line[-1] not in SENTENCE_END and PUNCTUATION.search(line) is not None and not is_row(line)


def _indented(document: Document) -> frozenset[int]:
    """The lines of a text (numbers from 0) whose indent tells that a paragraph begins with them."""
    if document.format != "text":
        return frozenset()
    gaps = enumerate(_gaps(document))
    found = (n for n, (start, end) in gaps if INDENT.search(document.text, start, end))
    return _few(found, len(document.paragraphs))


def _after_empty_lines(document: Document, marks: Sequence[bool]) -> frozenset[int]:
    """The lines of a text (numbers from 0) that an empty line parts from the one before, and no page mark."""
    if document.format != "text":
        return frozenset()
    gaps = enumerate(_gaps(document))
    found = [n for n, (start, end) in gaps if document.text.count("\n", start, end) > 1]
    return _few(found, len(document.paragraphs)) - {n + 1 for n, mark in enumerate(marks) if mark}


def _gaps(document: Document) -> Iterator[tuple[int, int]]:
    """What stands before each line, [start, end) of the text."""
    end = 0
    for paragraph in document.paragraphs:
        yield end, paragraph.start
        end = paragraph.end


def _few(found: Iterable[int], lines: int) -> frozenset[int]:
    """Some of the lines, none where they are most."""
    numbers = frozenset(found)
    return numbers if len(numbers) <= MOST_BEGINNING * lines else frozenset()


def _continues(joined: Sequence[str], following: str, width: int, *, is_cut: bool, begins: bool, is_told: bool) -> bool:
    """Whether a line goes on with the sentence of the lines joined so far.

    Args:
        joined: Those lines.
        following: The line.
        width: The width of the page; 0 when the text was not wrapped.
        is_cut: Whether it can be no end of a paragraph: a page mark follows it, or it cuts a term in two.
        begins: Whether its indent or an empty line tells that a paragraph begins with it.
        is_told: Whether indents or empty lines tell where the paragraphs of the text begin.
    """
    line, following = joined[-1].strip(), following.strip()
    if NOTHING_TO_TELL.fullmatch(following):
        return len(line) <= LONGEST_HEADING and line[-1:] not in SENTENCE_END and not is_row(line)
    goes_over = is_told and line[-1:] != "：" and len(line) >= FULL * width
    if width == 0 or begins or len(line) > 1.3 * width or (line[-1:] in SENTENCE_END and not goes_over):
        return False
    head = "".join(map(str.strip, joined)) if len(joined) <= HEADING_LINES else ""
    is_heading = BEGINS.match(head) is not None and "。" not in head
    stands_alone = STANDS_ALONE.search(line) is not None
    is_short = len(line) < (FULL if is_heading and stands_alone else SHORT) * width
    if is_short and not is_cut and (is_heading or stands_alone or STANDS_ALONE.search(following)):
        return False
    if HEADLINE.fullmatch(head):
        return False
    return BEGINS.match(following) is None and not is_row(line) and not is_row(following)
