"""The one way in which a reader says that a file cannot be audited."""

from auditor.terms import FailureKind


class ReadingError(Exception):
    """A file that cannot be audited.

    Attributes:
        message: What is wrong and how to mend it, in Chinese, for the user.
        kind: One of the failure kinds of the JSON contract.
    """

    def __init__(self, message: str, kind: FailureKind) -> None:
        super().__init__(message)
        self.message = message
        self.kind: FailureKind = kind
