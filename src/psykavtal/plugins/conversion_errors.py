"""Errors of strict conversion, and the errors of cattrs flattened."""

from collections.abc import Iterable, Iterator

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from psykavtal.errors import InvalidValueError, Message, near_name, one_of, safe_text
from psykavtal.errors.messages import joined

NOT_A_MEMBER = Message(en="is not one of the possible values.", sv="är inte ett av de möjliga värdena.")


class NoMemberError(InvalidValueError):
    """A value that is not one of a fixed set.

    The nearest valid value is found when the error is reported.
    """

    def __init__(self, value: object, names: Iterable[str], fault: Message = NOT_A_MEMBER) -> None:
        """Keep the possible values."""
        super().__init__(fault, value=value)
        self.names = tuple(names)

    def suggestion(self) -> Message:
        """Return the nearest possible value, and all of them."""
        near = near_name(safe_text(self.value), self.names)
        return joined([near, one_of(self.names)], " ") if near else one_of(self.names)


class UnknownKeysError(ForbiddenExtraKeysError):
    """Invalid keys of a table whose class does not name the valid ones."""

    def __init__(self, cls: type, extra: Iterable[str], known: Iterable[str]) -> None:
        """Keep both."""
        super().__init__(None, cls, set(extra))
        self.known = tuple(known)


def leaves(error: BaseException, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], BaseException]]:
    """Yield each error that contains no other, with the path to it."""
    if isinstance(error, ClassValidationError):
        named, rest = error.group_exceptions()
        for inner, note in named:
            yield from leaves(inner, (*path, str(note.name)))
        for inner in rest:
            yield from leaves(inner, path)
    elif isinstance(error, IterableValidationError):
        indexed, rest = error.group_exceptions()
        for inner, place in indexed:
            yield from leaves(inner, (*path, str(place.index)))
        for inner in rest:
            yield from leaves(inner, path)
    else:
        yield path, error


def extra_keys(error: BaseException) -> list[str]:
    """Return the unknown keys of a table; none for any other error."""
    return sorted(error.extra_fields, key=str) if isinstance(error, ForbiddenExtraKeysError) else []
