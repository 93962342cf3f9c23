"""The arguments that all pictures share: the overview and the language."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar, cast

from psykavtal.agreements.comparison.subjects import Subjects
from psykavtal.errors import LANGUAGES, InvalidValueError, Message, unknown_language

T = TypeVar("T")


def overview_of(
    kind: type[T], given: T | Subjects, on: date | str | None, make: Callable[[Subjects, date | str], T]
) -> T:
    """Return the overview that is given, or make one of counties or documents.

    Raises:
        InvalidValueError: the day is missing, or given beside an overview.
    """
    if isinstance(given, kind):
        if on is not None:
            fault = Message(en="{kind} is of a day already.", sv="{kind} gäller redan en dag.", kind=kind.__name__)
            raise InvalidValueError(
                fault, value=str(on), place="on", fix=Message(en="Leave `on` out.", sv="Utelämna `on`.")
            )
        return given
    if on is None:
        fault = Message(en="the day is missing.", sv="dagen saknas.")
        fix = Message(en='Give the day: on="2026-01-10".', sv='Ange dagen: on="2026-01-10".')
        raise InvalidValueError(fault, place="on", fix=fix)
    return make(cast("Subjects", given), on)


def checked_language(lang: str) -> str:
    """Return a language.

    Raises:
        InvalidValueError: it is neither "sv" nor "en".
    """
    if lang not in LANGUAGES:
        raise unknown_language(lang)
    return lang
