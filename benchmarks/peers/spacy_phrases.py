"""What one writes first: spaCy's PhraseMatcher over a folder of texts, the phrases of words.txt.

python benchmarks/peers/spacy_phrases.py FOLDER
"""

import sys
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher

WORDS = Path(__file__).with_name("words.txt")


def main() -> int:
    """Print the number of matches."""
    nlp = spacy.blank("zh")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("words", [nlp.make_doc(word) for word in WORDS.read_text(encoding="utf-8").split()])
    files = sorted(Path(sys.argv[1]).iterdir())
    matches = sum(len(matcher(nlp.make_doc(file.read_text(encoding="utf-8")))) for file in files)
    sys.stdout.write(f"{matches}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
