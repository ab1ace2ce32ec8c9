"""Document -> Report: who reports on which year, under which headings, in which sentences."""

from auditor.structure.report import Report, Section, Sentence, structure

__all__ = ["Report", "Section", "Sentence", "structure"]
