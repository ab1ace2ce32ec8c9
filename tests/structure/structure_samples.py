"""Documents made by hand, and the words of the auditor's own catalogue."""

from functools import lru_cache

from auditor.catalogue import load_catalogue
from auditor.catalogue.lexicon import Words
from auditor.reading import Document, Paragraph
from auditor.structure import Report, structure

# Longer than any page is wide: lines beside it are never taken for one hard-wrapped paragraph.
LONG = "本报告所述情况由各科室和下属单位分别提供并经办公室逐项核对，" * 3


@lru_cache(maxsize=1)
def words() -> Words:
    return Words(load_catalogue())


def document(text: str, kind: str = "text") -> Document:
    """A text as its reader makes it: every line that is not blank a paragraph."""
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = at + line.index(body)
            paragraphs.append(Paragraph(start, start + len(body)))
        at += len(line) + 1
    return Document("某报告.txt", text, kind, tuple(paragraphs))


def report(text: str) -> Report:
    return structure(document(text), words())
