"""Parts of errors that can be pickled."""

from psykavtal.errors.safe_texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    E = TypeVar("E", bound=BaseException)


def remade(cls: "type[E]", *args: object) -> "E":
    """Return an error of a class, made without calling its `__init__`."""
    return cls.__new__(cls, *args)


def portable(value: object) -> object:
    """Return `value` if it can be pickled and read back, else its text."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    import pickle  # noqa: PLC0415 (only for a value that is not plain)

    try:
        pickle.loads(pickle.dumps(value))  # noqa: S301 (written by this process just before)
    except Exception:  # noqa: BLE001 (a caller's value can raise any error)
        return tuple(map(portable, value)) if isinstance(value, tuple) else safe_repr(value)  # pyright: ignore[reportUnknownArgumentType] (members of a caller's tuple)
    return value
