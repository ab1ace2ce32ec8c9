"""Build the pruned word-segmentation model in ``auditor/matching/segmenter``.

The PyPI wheel of pkuseg 0.0.25 carries a full model (183 MB unpacked).  This script keeps the features
that matter, in the files that spacy-pkuseg reads.  Fetch the wheel once (it is not installed)::

    pip download --no-deps --only-binary=:all: --python-version 3.7 \
        --implementation cp --abi cp37m --platform manylinux1_x86_64 pkuseg==0.0.25
    python tools/build_segmenter.py pkuseg-0.0.25-*.whl --texts DIR [DIR ...]

A feature's five tag weights may be shifted together without changing any decoded path, so they are
centred on zero.  Features are numbered by falling frequency in the training corpus; a feature's score,
(max - min) / 2 * rank ** -0.25, puts forward those that are both strong and common.  Weights are rounded
to sixteenths, which compress well.  Words that no kept feature names are dropped, and so is the list of
bigrams, which only training reads.
"""

import argparse
import datetime
import hashlib
import io
import pickle
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy_pkuseg
import srsly

WHEEL_SHA256 = "6fc2f97d0f66cc6722cf772e65dbcde1b01d8cc53b66ac4aa7bce639de79588f"
DEFAULT_OUTPUT = Path(__file__).parents[1] / "auditor" / "matching" / "segmenter"
RANK_POWER = -0.25
ROUNDING_STEP = 1 / 16
MODEL_FILES = ("features.msgpack", "weights.npz")

# Run in a fresh process; the argument is the model folder.
TIME_LOADING = """
import sys, time; start = time.perf_counter()
import spacy_pkuseg; spacy_pkuseg.pkuseg(sys.argv[1], user_dict=None)
print(time.perf_counter() - start)
"""

README = """\
# Word-segmentation model

A pruned copy of the default model in pkuseg 0.0.25 (PyPI), https://github.com/lancopku/pkuseg-python,
under the MIT licence in `LICENSE` (the wheel's own file). spacy-pkuseg reads this folder.

- Built: {date}, by `tools/build_segmenter.py`
- Source wheel: `{wheel}`
- sha256 of the wheel: `{sha256}`
- Pruning: (max - min) / 2 * rank ** -0.25 > {threshold}; {kept:,} of {total:,} features kept,
  their weights centred and rounded to sixteenths
- Size: {size:.2f} MB (both model files)
- Load time in a fresh process, with `import spacy_pkuseg`: {seconds:.2f} s
- Agreement with the full model over {texts} texts ({characters:,} characters):
  boundary F1 {boundary:.4f}, word F1 {word:.4f} (both without spacy-pkuseg's dictionary)
"""


@dataclass(frozen=True)
class SegmentationModel:
    """A pkuseg model: feature names by index, and their weights."""

    names: list[str]
    tag_to_idx: dict[str, int]
    node_weights: np.ndarray[Any, np.dtype[np.float64]]  # features x tags
    edge_weights: np.ndarray[Any, np.dtype[np.float64]]  # tags x tags, flat

    def save(self, folder: Path) -> None:
        """Write the two files that spacy-pkuseg loads."""
        features = {
            "unigram": sorted({w for name in self.names for w in named_words(name)}),
            "bigram": [],
            "feature_to_idx": {name: i for i, name in enumerate(self.names)},
            "tag_to_idx": self.tag_to_idx,
        }
        srsly.write_msgpack(folder / MODEL_FILES[0], features)
        np.savez_compressed(
            folder / MODEL_FILES[1],
            sizes=np.array([len(self.tag_to_idx), len(self.names)]),
            w=np.concatenate([self.node_weights.ravel(), self.edge_weights]),
        )


def named_words(feature: str) -> list[str]:
    """Dictionary words in a feature name (``w1.X``, ``w-1.X``, ``ww.l.X*Y``)."""
    if feature.startswith(("w1.", "w-1.")):
        return [feature.split(".", 1)[1]]
    if feature.startswith(("ww.l.", "ww.r.")):
        return feature[len("ww.l.") :].split("*")
    return []


def read_wheel(path: Path) -> tuple[SegmentationModel, bytes]:
    """Read the full model and the licence text from the checked wheel."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{path}: not the expected wheel (sha256 differs)")
    with zipfile.ZipFile(path) as wheel:
        # Unpickling is safe here only because the digest above is pinned.
        features = pickle.loads(wheel.read("pkuseg/models/default/features.pkl"))
        weights = np.load(io.BytesIO(wheel.read("pkuseg/models/default/weights.npz")))
        licence = wheel.read("pkuseg-0.0.25.dist-info/LICENSE")
    index: dict[str, int] = features["feature_to_idx"]
    nodes, edges = np.split(weights["w"], [len(index) * len(features["tag_to_idx"])])
    model = SegmentationModel(
        names=sorted(index, key=index.__getitem__),
        tag_to_idx=features["tag_to_idx"],
        node_weights=nodes.reshape(len(index), -1),
        edge_weights=edges,
    )
    return model, licence


def prune(model: SegmentationModel, threshold: float) -> SegmentationModel:
    """Keep feature 0 (always active) and those that score above the threshold."""
    weights = model.node_weights
    top, bottom = weights.max(axis=1), weights.min(axis=1)
    score = (top - bottom) / 2 * np.arange(1.0, len(weights) + 1) ** RANK_POWER
    score[0] = np.inf
    kept = np.flatnonzero(score > threshold)
    centred = weights[kept] - (top + bottom)[kept, np.newaxis] / 2
    return SegmentationModel(
        names=[model.names[i] for i in kept],
        tag_to_idx=model.tag_to_idx,
        node_weights=np.round(centred / ROUNDING_STEP) * ROUNDING_STEP,
        edge_weights=np.round(model.edge_weights / ROUNDING_STEP) * ROUNDING_STEP,
    )


def segment(folder: Path, texts: Sequence[str]) -> set[tuple[int, int, int]]:
    """Words of the texts as (text number, start, end), white space left out."""
    segmenter = spacy_pkuseg.pkuseg(str(folder), user_dict=None)
    words: set[tuple[int, int, int]] = set()
    for number, text in enumerate(texts):
        end = 0
        for word in (w for line in text.splitlines() for w in segmenter.cut(line)):
            start, end = end, end + len(word)
            words.add((number, start, end))
    return words


def compare(pruned: Path, full: Path, texts: Sequence[str]) -> dict[str, float]:
    """Boundary and word F1 of the pruned model against the full one."""
    found, expected = segment(pruned, texts), segment(full, texts)
    ends, expected_ends = ({(number, end) for number, _, end in words} for words in (found, expected))
    # Both sets hold one item for each word, so their sizes serve for both scores.
    size = len(found) + len(expected)
    return {"boundary": 2 * len(ends & expected_ends) / size, "word": 2 * len(found & expected) / size}


def load_seconds(folder: Path, runs: int = 5) -> float:
    """Median of the load times that fresh processes report."""
    command = [sys.executable, "-c", TIME_LOADING, str(folder)]
    return float(np.median([float(subprocess.check_output(command)) for _ in range(runs)]))


def main() -> None:
    """Build the model folder and report on it in its README."""
    parser = argparse.ArgumentParser(description="Build the segmentation model.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True, metavar="DIR")
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT)
    parser.add_argument("--threshold", type=float, default=0.0145)
    options = parser.parse_args()
    output: Path = options.output
    texts = [p.read_text(encoding="utf-8") for folder in options.texts for p in sorted(folder.glob("*.txt"))]

    model, licence = read_wheel(options.wheel)
    pruned = prune(model, options.threshold)
    output.mkdir(parents=True, exist_ok=True)
    pruned.save(output)
    (output / "LICENSE").write_bytes(licence)
    with tempfile.TemporaryDirectory() as full:
        model.save(Path(full))
        scores = compare(output, Path(full), texts)
    readme = README.format(
        date=datetime.date.today().isoformat(),
        wheel=options.wheel.name,
        sha256=WHEEL_SHA256,
        threshold=options.threshold,
        kept=len(pruned.names),
        total=len(model.names),
        size=sum((output / name).stat().st_size for name in MODEL_FILES) / 1e6,
        seconds=load_seconds(output),
        texts=len(texts),
        characters=sum(map(len, texts)),
        **scores,
    )
    (output / "README.md").write_text(readme, encoding="utf-8")


if __name__ == "__main__":
    main()
