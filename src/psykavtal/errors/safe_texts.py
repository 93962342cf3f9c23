"""Texts of objects that may raise anything while they are written."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def safe_text(value: object, *, longest: int = 1000) -> str:
    """Return `str(value)`, shortened; the name of its class if writing it raises anything."""
    return safely_written(str, value, longest)


def safe_repr(value: object, *, longest: int = 200) -> str:
    """Return `repr(value)`, shortened; the name of its class if writing it raises anything."""
    return safely_written(repr, value, longest)


def safely_written(write: "Callable[[object], str]", value: object, longest: int) -> str:
    """Return `write(value)`, shortened; the name of the value's class if it raises anything."""
    try:
        text = write(value)
        return text if len(text) <= longest else f"{text[:longest]}…"
    except BaseException:  # noqa: BLE001 (an object that cannot be written must not hide the error that names it)
        return f"<{class_name(value)}>"


def class_name(value: object) -> str:
    """Return the name of the class of `value`, whatever its metaclass does."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name
