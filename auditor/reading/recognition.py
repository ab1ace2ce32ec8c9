"""Recognises the characters of page images with rapidocr, whose models come in its package: nothing is fetched."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

# Below this mean score a page is taken to lie upside down: turned pages score 0.60, upright ones 0.98 (measured
# on rendered pages, as were the engine's settings).
_DOUBTFUL = 0.8
# Boxes narrower than this share of their height are lines of a page that lies on its side.
_UPRIGHT = 0.5
_SETTINGS = {
    # The classifier of directions turns upright lines over now and then; whole pages are turned here instead.
    "Global.use_cls": False,
    "Global.log_level": "critical",
    "Det.limit_side_len": 1600,
    "Det.limit_type": "max",
    # One line at a time: 190 MB less than six, and no slower.
    "Rec.rec_batch_num": 1,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A line of characters recognised; lengths in pixels from the upper left corner of the upright page.

    Attributes:
        text: What it says.
        score: How sure the engine is, 0 to 1.
        left: Left edge.
        right: Right edge.
        top: Upper edge.
        bottom: Lower edge, greater than `top`.
    """

    text: str
    score: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageWords:
    """What was recognised on one page.

    Attributes:
        words: Its lines, in no order.
        height: Height of the upright page, in pixels.
        score: Mean score, weighted by length, 0 to 1; 0 when there is nothing.
    """

    words: tuple[Word, ...]
    height: int
    score: float


def is_available() -> bool:
    """Whether the extra `auditor[ocr]` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def recognise(image: Any) -> PageWords:
    """Recognises the characters of a page, turned whichever way.

    Args:
        image: A numpy array of height × width × 3 bytes.
    """
    import numpy

    found = _run(image)
    lies_on_side = found.words and _mean_shape(found) < _UPRIGHT
    if found.score >= _DOUBTFUL and not lies_on_side:
        return found
    quarters = (1, 3) if lies_on_side else (2,)
    turned = [_run(numpy.ascontiguousarray(numpy.rot90(image, count))) for count in quarters]
    return max(turned if lies_on_side else [found, *turned], key=lambda page: page.score)


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


def _run(image: Any) -> PageWords:
    words = tuple(_words(_engine()(image)))
    length = sum(len(word.text) for word in words)
    score = sum(word.score * len(word.text) for word in words) / length if length else 0.0
    return PageWords(words, int(image.shape[0]), score)


def _words(result: Any) -> Iterator[Word]:
    if result.boxes is None:
        return
    for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        across, down = [float(point[0]) for point in box], [float(point[1]) for point in box]
        if text.strip():
            yield Word(text, float(score), min(across), max(across), min(down), max(down))


def _mean_shape(page: PageWords) -> float:
    """Width over height of the boxes, all together."""
    height = sum(word.bottom - word.top for word in page.words)
    return sum(word.right - word.left for word in page.words) / max(height, 1.0)
