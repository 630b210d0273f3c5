"""Values told apart by who they are, not by what they say."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Wraps a value, so that what follows from it can be remembered without comparing all that is in it.

    Keeps the value alive: nothing else can come to stand where it stood.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value
