"""What a check reports, before it is cited."""

from dataclasses import dataclass

from auditor.structure import Section

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip of form or of number.

    Attributes:
        check: Id of the check.
        message: What is wrong, where, and how to mend it, in Chinese.
        advice: How to mend it, where the reason that the check gives for itself is to stand before that; else "".
        spans: [start, end) of the plain text, the passages that show it.
        rule: Id of the list entry behind it, "" for none.
        is_doubtful: Whether it may have a good reason; its severity is then one step lower.
    """

    check: str
    message: str
    spans: tuple[Span, ...] = ()
    rule: str = ""
    advice: str = ""
    is_doubtful: bool = False


def heading_span(section: Section) -> Span:
    """Where the heading of a section stands; of one opened by a sentence, that sentence."""
    end = section.body if section.body > section.start else section.start + len(section.heading)
    return section.start, max(end, section.start + 1)
