"""Two families of errors: problems a person can act on, and bugs (everything else)."""

from typing import Final

from desktop_app.domain.message import Message, message


class Problem(Exception):  # noqa: N818 - the word a person would use
    """Something a person can act on, said in one sentence.

    Which value, what is wrong, what is allowed or what to do next.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message


def reason_of(error: OSError) -> Message:
    """Why the system would not read or write a file, in words; the system's own where there are none."""
    reason = next((name for kind, name in _REASONS.items() if isinstance(error, kind)), "other")
    return message(f"problems.reason.{reason}", said=error.strerror or str(error))


_REASONS: Final[dict[type[OSError], str]] = {
    FileNotFoundError: "absent",
    NotADirectoryError: "absent",
    IsADirectoryError: "folder",
    PermissionError: "forbidden",
}
