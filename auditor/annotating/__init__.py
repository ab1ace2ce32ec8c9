"""The drafter's own .docx back: unchanged but for Word comments on the cited passages."""

from auditor.annotating.annotate import Annotated, annotate

__all__ = ["Annotated", "annotate"]
