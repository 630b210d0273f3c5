"""Two families of errors: problems a person can act on, and bugs (everything else)."""

from desktop_app.domain.message import Message


class Problem(Exception):  # noqa: N818 - the word a person would use
    """Something a person can act on, said in one sentence.

    Which value, what is wrong, what is allowed or what to do next.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.id)
        self.message = message
