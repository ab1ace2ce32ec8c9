"""Programs that others would reach for, to measure beside the auditor."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORDS = HERE / "words.txt"
RULES = HERE / "textlint_rules"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to measure beside the auditor.

    Attributes:
        name: What it is called in the figures.
        command: Its command; None when it is not installed.
        advice: How to install it.
    """

    name: str
    command: list[str] | None
    advice: str = ""


def peers(corpus: Path) -> list[Peer]:
    """Those that search a folder of texts for the words of words.txt.

    Programs are looked for on PATH; AUDITOR_RG and AUDITOR_TEXTLINT may name them.
    """
    ripgrep, textlint = _program("rg"), _program("textlint")
    spacy_phrases = [sys.executable, str(HERE / "spacy_phrases.py"), str(corpus)]
    search = [ripgrep, "--fixed-strings", "--only-matching", "--file", str(WORDS), str(corpus)] if ripgrep else None
    lint = [textlint, "--rulesdir", str(RULES), "--format", "json", str(corpus)] if textlint else None
    return [
        Peer("spacy_phrases", spacy_phrases),
        Peer("ripgrep", search, "put rg on PATH or name it in AUDITOR_RG"),
        Peer("textlint", lint, "npm install textlint, then name its program in AUDITOR_TEXTLINT"),
    ]


def _program(name: str) -> str | None:
    return os.environ.get(f"AUDITOR_{name.upper()}") or shutil.which(name)
