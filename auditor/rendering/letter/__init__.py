"""The format “letter”: a letter to each unit on what to mend in its report (整改建议函), as .docx."""

from auditor.rendering.letter.letters import files, names, render
from auditor.rendering.letter.seal import is_changed

__all__ = ["files", "is_changed", "names", "render"]
