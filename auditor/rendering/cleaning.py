"""Makes a string of a document, or a file name, safe to print: control characters become visible escapes.

A terminal obeys what it is sent: an escape sequence hidden in a report can clear the screen or rename the
window, and a bidirectional control can make a line read as what it is not.
"""

import re

_NOT_PRINTED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f"  # soft hyphen, fillers, zero-width, direction marks
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # separators, bidirectional controls, joiners
    "\ufffe\uffff"  # no characters at all, and refused by XML
    "\ud800-\udfff"  # undecodable bytes of file names
    "\U000e0000-\U000e007f"  # tags
)
UNSAFE = re.compile(f"[{_NOT_PRINTED}]")
_BREAKS = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*(?:\r\n|[\r\n\t])\s*")


def clean(text: str) -> str:
    r"""The text with every character that a terminal might obey or hide as an escape (ESC as “\x1b”)."""
    return UNSAFE.sub(_escape, text)


def one_line(text: str) -> str:
    """The cleaned text on one line: a line break or tab with the blanks around it becomes one space."""
    return clean(_BREAKS.sub(" ", text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
