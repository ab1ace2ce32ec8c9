"""Numbers as Word's automatic numbering writes them: 一, 壹, ①, iv, b."""

_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_COUNTING = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographTraditional",
    }
)


def write(count: int, style: str) -> str:
    """Writes a number in a w:numFmt style.

    Args:
        count: The number; beyond what a style can write it comes out in Arabic digits.
        style: Word's name of the style ("chineseCounting"); unknown ones give Arabic digits, "none" and
            "bullet" give "".
    """
    if style in {"bullet", "none"}:
        return ""
    if count < 1 or count > 999:
        return str(count)
    written = str(count)
    if style in _COUNTING:
        written = chinese(count)
    elif style == "chineseLegalSimplified":
        # Unlike 十二, the legal form keeps the leading one: 壹拾贰.
        written = ("一" if 10 <= count < 20 else "") + chinese(count)
        written = written.translate(_LEGAL)
    elif style == "ideographDigital":
        written = "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in written)
    elif style in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}:
        written = chr(0x2460 + count - 1) if count <= 20 else written
    elif style == "decimalZero":
        written = f"{count:02}"
    elif style == "decimalFullWidth":
        written = "".join(chr(ord(digit) + 0xFEE0) for digit in written)
    elif style in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        written = letters.upper() if style == "upperLetter" else letters
    elif style in {"lowerRoman", "upperRoman"}:
        written = _roman(count).upper() if style == "upperRoman" else _roman(count)
    return written


def chinese(count: int) -> str:
    """A number from 1 to 999 in Chinese counting: 十一, 一百一十, 一百零一."""
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    written = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        written += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        written += "零"
    return written + (_DIGITS[ones] if ones else "")


def _roman(count: int) -> str:
    written = ""
    for amount, letters in _ROMAN:
        times, count = divmod(count, amount)
        written += letters * times
    return written
