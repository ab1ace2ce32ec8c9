"""Small facts about Chinese text that more than one stage needs."""

NUMBER = r"(?:[0-9][0-9.,]*[万亿千百]?[余多]?|[一二两三四五六七八九十百千]+[余多]?)"

PERCENT = r"(?:[0-9][0-9.]*%|百分之[一二三四五六七八九十百零点]+|百分百|[一二三四五六七八九]成[多半]?|满格)"

HAN = r"\x{3400}-\x{4dbf}\x{4e00}-\x{9fff}\x{f900}-\x{faff}"


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one (CJK unified ideographs, extension A, compatibility)."""
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or char == "〇"
