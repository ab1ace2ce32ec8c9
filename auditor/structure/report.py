"""The report as the judge reads it: its identity, its outline, its sentences."""

from bisect import bisect_right
from dataclasses import dataclass

from auditor.catalogue.lexicon import Words
from auditor.reading.document import Document
from auditor.structure.identity import Identity, identify
from auditor.structure.outline import Section, outline
from auditor.structure.plain import Plain, make_plain
from auditor.structure.sentences import Sentence, split_sentences
from auditor.structure.slips import Repair, mend_slips

__all__ = ["Report", "Section", "Sentence", "structure"]


@dataclass(frozen=True, slots=True)
class Report:
    """A document with its structure.

    Attributes:
        document: The document as read; citations point into its text.
        plain: The text that rules read, with the offsets of its characters in the document.
        repairs: Slips of typing or scanning that were read as the term they stand for.
        identity: Who reports on which year.
        sections: The outline, in order; the first stands for what precedes any heading.
        sentences: In order, over the whole plain text.
        is_passage: Whether this is a lone passage rather than a whole report; a passage owes no blocks.
    """

    document: Document
    plain: Plain
    repairs: tuple[Repair, ...]
    identity: Identity
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    is_passage: bool

    def printed(self, start: int, end: int) -> str:
        """[start, end) of the plain text as the document has it."""
        left, right = self.plain.to_document(start, end)
        return self.document.text[left:right]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds an offset of the plain text, or else of the next, or of the last."""
        return min(bisect_right(self.sentences, offset, key=lambda sentence: sentence.end), len(self.sentences) - 1)


def structure(document: Document, words: Words) -> Report:
    """Find the structure of a document."""
    plain, repairs = mend_slips(make_plain(document, words.characters, words.cuts_term), words)
    identity = identify(document, plain)
    title = identity.evidence.get("title")
    sections = outline(plain, words, range(title.start, title.end) if title else range(0), identity.year)
    sentences = split_sentences(plain, sections)
    return Report(
        document=document,
        plain=plain,
        repairs=repairs,
        identity=identity,
        sections=sections,
        sentences=sentences,
        is_passage=_is_passage(document, identity, sections),
    )


def _is_passage(document: Document, identity: Identity, sections: tuple[Section, ...]) -> bool:
    """A short text without the title of a report; a whole report says what it is or has several chapters."""
    chapters = sum(1 for section in sections if section.level == 1)
    return not identity.is_report and chapters < 2 and len(document.text) < 1200
