"""Three-valued logic (Kleene's strong logic): true, false and unknown."""

import enum
from collections.abc import Iterable

from psykavtal.errors import Message, UndeterminedError

COMPARE = Message(
    en="Write `truth is Truth.TRUE` for what is certain, `truth is not Truth.FALSE` for what is possible, "
    "and `&`, `|` and `~` in place of `and`, `or` and `not`.",
    sv="Skriv `truth is Truth.TRUE` för det som är säkert, `truth is not Truth.FALSE` för det som är möjligt, "
    "och `&`, `|` och `~` i stället för `and`, `or` och `not`.",
)
"""The fix for an unknown truth that is used as a condition."""


class Truth(enum.Enum):
    """True, false or unknown.

    The operators are Kleene's: an operation on unknown is unknown unless the other operand decides.

    Examples:
        >>> Truth.UNKNOWN & Truth.FALSE
        <Truth.FALSE: 'false'>
        >>> Truth.UNKNOWN | Truth.FALSE
        <Truth.UNKNOWN: 'unknown'>
        >>> ~Truth.UNKNOWN
        <Truth.UNKNOWN: 'unknown'>
    """

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, value: bool | None) -> "Truth":
        """Return true, false, or unknown for None."""
        if value is None:
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE

    @classmethod
    def all_of(cls, parts: Iterable["Truth"]) -> "Truth":
        """The conjunction; true of nothing."""
        result = cls.TRUE
        for part in parts:
            result &= part
        return result

    @classmethod
    def any_of(cls, parts: Iterable["Truth"]) -> "Truth":
        """The disjunction; false of nothing."""
        result = cls.FALSE
        for part in parts:
            result |= part
        return result

    def __and__(self, other: "Truth") -> "Truth":
        """Return the conjunction."""
        if Truth.FALSE in (self, other):
            return Truth.FALSE
        return Truth.TRUE if self is other is Truth.TRUE else Truth.UNKNOWN

    def __or__(self, other: "Truth") -> "Truth":
        """Return the disjunction."""
        if Truth.TRUE in (self, other):
            return Truth.TRUE
        return Truth.FALSE if self is other is Truth.FALSE else Truth.UNKNOWN

    def __invert__(self) -> "Truth":
        """Return the negation; unknown stays unknown."""
        return _CONTRARY[self]

    def __bool__(self) -> bool:
        """Return a bool if the truth is known.

        Raises:
            UndeterminedError: it is unknown; unknown is not false.
        """
        if self is Truth.UNKNOWN:
            raise UndeterminedError(
                Message(en="unknown is neither true nor false.", sv="okänt är varken sant eller falskt."),
                fix=COMPARE,
            )
        return self is Truth.TRUE


_CONTRARY = {
    Truth.TRUE: Truth.FALSE,
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
}
