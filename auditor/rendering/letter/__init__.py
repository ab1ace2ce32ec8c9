"""The format “letter”: a letter to each unit on what to mend in its report (整改建议函), as .docx."""

from auditor.rendering.letter.letters import files, render

__all__ = ["files", "render"]
