"""The errors that cattrs gathers, one by one."""

from collections.abc import Iterator

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError


def leaves(error: BaseException, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], BaseException]]:
    """Each error that has none within, with the names and numbers that lead to it."""
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
    """The keys that a table had too many; none for any other error."""
    return sorted(error.extra_fields) if isinstance(error, ForbiddenExtraKeysError) else []
