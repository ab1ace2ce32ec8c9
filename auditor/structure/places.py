"""Where a passage stands: the number of its paragraph in the document, the headings above it."""

from auditor.structure.report import Report
from auditor.structure.sentences import Sentence


def paragraph_number(report: Report, offset: int, sentence: Sentence) -> int:
    """The document paragraph, from 0, that holds an offset of the document within a sentence."""
    paragraph = report.plain.paragraphs[sentence.paragraph]
    for number in range(paragraph.first, paragraph.last + 1):
        if report.document.paragraphs[number].end > offset:
            return number
    return paragraph.last


def heading_path(report: Report, index: int) -> str:
    """The headings above section number `index`, its own last."""
    names: list[str] = []
    while index > 0:
        section = report.sections[index]
        if section.heading:
            names.append(section.heading)
        index = section.parent
    return " > ".join(reversed(names))
