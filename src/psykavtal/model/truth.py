"""Three-valued logic (Kleene's strong logic): what is not known stays unknown."""

import enum
from collections.abc import Iterable

from psykavtal.errors import UndeterminedError


class Truth(enum.Enum):
    """True, false or unknown.

    The operators are Kleene's: unknown yields only where the other side decides.

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
        """True, false, or unknown for None."""
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
        """Both."""
        if Truth.FALSE in (self, other):
            return Truth.FALSE
        return Truth.TRUE if self is other is Truth.TRUE else Truth.UNKNOWN

    def __or__(self, other: "Truth") -> "Truth":
        """Either."""
        if Truth.TRUE in (self, other):
            return Truth.TRUE
        return Truth.FALSE if self is other is Truth.FALSE else Truth.UNKNOWN

    def __invert__(self) -> "Truth":
        """The contrary; what is unknown stays so."""
        return _CONTRARY[self]

    def __bool__(self) -> bool:
        """A bool where it is known.

        Raises:
            UndeterminedError: it is unknown; unknown is not false.
        """
        if self is Truth.UNKNOWN:
            raise UndeterminedError("unknown is neither true nor false", fix="Compare with Truth.UNKNOWN.")
        return self is Truth.TRUE


_CONTRARY = {
    Truth.TRUE: Truth.FALSE,
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
}
