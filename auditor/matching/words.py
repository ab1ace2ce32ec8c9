"""Word borders, asked of spaCy's Chinese tokenizer with the segmenter that comes with the auditor.

Loaded only when a match may straddle two words (反应|诉诸 holds 应诉): most reports never need it.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

MODEL = Path(__file__).resolve().parent / "segmenter"


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    import spacy
    import spacy_pkuseg

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    nlp.tokenizer.pkuseg_seg = spacy_pkuseg.pkuseg(str(MODEL), user_dict=None)
    return nlp.tokenizer


@lru_cache(maxsize=256)
def _segmented(sentence: str) -> Any:
    return _tokenizer()(sentence)


def is_whole(sentence: str, start: int, end: int) -> bool:
    """Whether [start, end) of a sentence begins and ends at word borders."""
    return _segmented(sentence).char_span(start, end) is not None
