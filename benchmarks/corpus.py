"""Reports to measure on: made from the fixtures, the same in every run, and each of them different."""

import random
import re
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
CHARACTERS = 4_200
HEAD = 2
SOURCES = 4
SENTENCE = re.compile(r"[^。；]+[。；]?")


@lru_cache(maxsize=1)
def originals() -> list[list[str]]:
    """The paragraphs of every report among the fixtures, in the order of their paths."""
    files = sorted(path for path in FIXTURES.rglob("*report*.txt") if "broken" not in path.parts)
    texts = (path.read_text(encoding="utf-8-sig") for path in files)
    return [[line for line in text.splitlines() if line.strip()] for text in texts]


def report(number: int, length: int = 1) -> str:
    """The report of that number: the head of one fixture, then paragraphs of several in random order, each varied.

    Args:
        number: Also the seed.
        length: How many times the usual CHARACTERS it shall have.
    """
    chance = random.Random(number)  # noqa: S311 (the same in every run)
    first, *others = chance.sample(originals(), SOURCES)
    pool = first[HEAD:] + [line for other in others for line in other[HEAD:]]
    lines, size = first[:HEAD], 0
    while size < CHARACTERS * length:
        chance.shuffle(pool)
        for line in pool:
            lines.append(_varied(line, chance))
            size += len(line) + 1
            if size >= CHARACTERS * length:
                break
    return "\n".join(lines) + "\n"


def build(folder: Path, count: int, length: int = 1) -> int:
    """Writes that many reports into a folder.

    Returns:
        Their characters.
    """
    folder.mkdir(parents=True)
    total = 0
    for number in range(count):
        text = report(number, length)
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
        total += len(text)
    return total


def _varied(paragraph: str, chance: random.Random) -> str:
    """The paragraph with other figures, and the clauses after the first of each sentence in another order.

    Reports of different places share few sentences; without this, what is remembered of a sentence would be found
    again far more often than in earnest.
    """
    sentences = (_shuffled(found.group(), chance) for found in SENTENCE.finditer(paragraph))
    return re.sub(r"(?<![0-9])[1-9](?![0-9]{3})", lambda _: str(chance.randint(1, 9)), "".join(sentences))


def _shuffled(sentence: str, chance: random.Random) -> str:
    first, *clauses = sentence.rstrip("。；").split("，")
    chance.shuffle(clauses)
    return "，".join([first, *clauses]) + sentence[len(sentence.rstrip("。；")) :]
