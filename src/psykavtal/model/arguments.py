"""Check the types of arguments of public functions."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

from psykavtal.errors import NO_MESSAGE, InvalidValueError, Message

T = TypeVar("T")


def text(value: object, name: str) -> str:
    """Return an argument that is text.

    Raises:
        InvalidValueError: it is of another type.

    Examples:
        >>> text("sip.convener", "topic")
        'sip.convener'
        >>> text(5, "topic")
        Traceback (most recent call last):
        psykavtal.errors.InvalidValueError: topic: must be text, not int.
    """
    if isinstance(value, str):
        return value
    raise InvalidValueError(
        Message(en="must be text, not {kind}.", sv="ska vara text, inte {kind}.", kind=type(value).__name__), place=name
    )


def flag(value: object, name: str) -> bool:
    """Return an argument that is true or false.

    Raises:
        InvalidValueError: it is not.
    """
    if isinstance(value, bool):
        return value
    kind = type(value).__name__
    fault = Message(en="must be true or false, not {kind}.", sv="ska vara sant eller falskt, inte {kind}.", kind=kind)
    raise InvalidValueError(fault, place=name)


def texts(value: object, name: str) -> tuple[str, ...]:
    """Return an argument that is one text or a list of texts, as a tuple.

    Raises:
        InvalidValueError: it is neither.
    """
    if isinstance(value, str):
        return (value,)
    kind = type(value).__name__
    if isinstance(value, Mapping) or not isinstance(value, Iterable):
        fault = Message(
            en="must be text or a list of texts, not {kind}.",
            sv="ska vara text eller en lista med texter, inte {kind}.",
            kind=kind,
        )
        raise InvalidValueError(fault, place=name)
    return tuple(text(each, name) for each in cast("Iterable[object]", value))


def table(value: object, name: str) -> Mapping[str, Any]:
    """Return an argument that is a mapping by texts.

    Raises:
        InvalidValueError: it is of another type. The message shows no value of it.
    """
    kind = type(value).__name__
    if not isinstance(value, Mapping):
        fault = Message(
            en="must be a mapping, not {kind}.", sv="ska vara en tabell med nycklar, inte {kind}.", kind=kind
        )
        raise InvalidValueError(fault, place=name)
    given = cast("Mapping[object, Any]", value)
    if not all(isinstance(each, str) for each in given):
        raise InvalidValueError(Message(en="must have text for its keys.", sv="ska ha text som nycklar."), place=name)
    return cast("Mapping[str, Any]", given)


def instance(value: object, cls: type[T], name: str, fix: Message = NO_MESSAGE) -> T:
    """Return an argument that is an object of a class.

    Raises:
        InvalidValueError: it is of another type.
    """
    if isinstance(value, cls):
        return value
    fault = Message(
        en="must be {article} {name}, not {kind}.",
        sv="ska vara {article}{name}, inte {kind}.",
        article=Message.written(en="an" if cls.__name__[0] in "AEIOU" else "a", sv=""),
        name=cls.__name__,
        kind=type(value).__name__,
    )
    raise InvalidValueError(fault, place=name, fix=fix)
