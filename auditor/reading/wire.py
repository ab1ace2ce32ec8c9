"""Requests to the reading process and its answers, one JSON object a line.

JSON and not pickle, and checked: a file that got hold of the reading process must not get hold of this one.
"""

import json
from dataclasses import asdict
from typing import Any, get_args

from auditor.reading.document import Document, Paragraph
from auditor.reading.failure import ReadingError
from auditor.reading.limits import Limits
from auditor.terms import FailureKind


def request(data: bytes, path: str, limits: Limits) -> bytes:
    """What is sent to have a file read: one line, then the bytes of the file."""
    return _line({"path": path, "size": len(data), "limits": asdict(limits)}) + data


def parse_request(line: bytes) -> tuple[str, int, Limits]:
    """The path, the number of bytes that follow, and the limits of a request."""
    told = json.loads(line)
    return told["path"], told["size"], Limits(**told["limits"])


def answer(outcome: Document | ReadingError) -> bytes:
    """The last line of an answer."""
    if isinstance(outcome, ReadingError):
        return _line({"failure": [outcome.message, outcome.kind]})
    paragraphs = [[each.start, each.end, each.page, each.heading, each.place] for each in outcome.paragraphs]
    return _line(
        {
            "text": outcome.text,
            "format": outcome.format,
            "paragraphs": paragraphs,
            "metadata": outcome.metadata,
            "notes": outcome.notes,
            "unread": outcome.unread,
        }
    )


def recognising() -> bytes:
    """A line that may come first: characters of pictures are being recognised, which takes longer."""
    return _line({"recognising": True})


def is_recognising(line: bytes) -> bool:
    """Whether a line is the one made by `recognising`."""
    return line == recognising()


def parse_answer(line: bytes, path: str) -> Document | ReadingError:
    """The outcome that an answer tells.

    Args:
        line: One whole line.
        path: The path for the Document.

    Raises:
        ValueError: When it is no proper answer.
    """
    told = json.loads(line)
    try:
        if "failure" in told:
            message, kind = told["failure"]
            return ReadingError(_text(message), _kind(kind))
        text = _text(told["text"])
        return Document(
            path,
            text,
            _text(told["format"]),
            _paragraphs(told["paragraphs"], len(text)),
            {_text(name): _text(value) for name, value in told["metadata"].items()},
            tuple(map(_text, told["notes"])),
            tuple(map(_text, told["unread"])),
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("no answer") from error


def _paragraphs(rows: Any, length: int) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    last = 0
    for start, end, page, heading, place in rows:
        if not last <= _whole(start) < _whole(end) <= length:
            raise ValueError("paragraph out of place")
        if not all(each is None or _whole(each) > 0 for each in (page, heading)):
            raise ValueError("page or heading out of place")
        found.append(Paragraph(start, end, page, heading, _text(place)))
        last = end
    return tuple(found)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:  # True is no number either
        raise ValueError("no whole number")
    return value


def _kind(value: Any) -> FailureKind:
    for kind in get_args(FailureKind):
        if kind == value:
            return kind  # type: ignore[no-any-return]
    raise ValueError("no kind of failure")


def _line(message: dict[str, Any]) -> bytes:
    return json.dumps(message).encode("ascii") + b"\n"
