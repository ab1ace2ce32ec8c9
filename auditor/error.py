"""The errors that end a command and are told to the user as they are."""


class AuditorError(Exception):
    """What the user can mend; `lines`, in Chinese, say what it is."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines
