"""The labels of the statuses, and the short form of a value."""

from typing import Protocol, cast, runtime_checkable

from psykavtal.model.display import OfCase
from psykavtal.model.wording import Wording

STATUSES = {
    "stated": Wording(sv="sagt", en="stated"),
    "derived": Wording(sv="härlett", en="derived"),
    "reported": Wording(sv="uppgift från annat håll", en="reported"),
    "ambiguous": Wording(sv="tvetydigt", en="ambiguous"),
    "silent": Wording(sv="tyst", en="silent"),
    "unreadable": Wording(sv="oläsligt", en="unreadable"),
    "not-recorded": Wording(sv="ej redovisat", en="not recorded"),
    "not-applicable": Wording(sv="ej tillämpligt", en="not applicable"),
}

# A silence whose text hands the matter over.
HANDED_OVER = Wording(sv="lämnas till annat dokument", en="left to another document")

_SHOWN = 3
_OF_CASE = Wording(sv="om ett fall", en="of a case")


@runtime_checkable
class _InLanguages(Protocol):
    """A value with a text in both languages."""

    def in_language(self, lang: str) -> str: ...


def short_form(value: object, lang: str) -> str:
    """Return a value in one line.

    A sequence is shown by its first members; nothing of a case is shown.
    """
    members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    if any(isinstance(each, OfCase) for each in members):
        return _OF_CASE.to(lang)
    more = f", … ({len(members)})" if len(members) > _SHOWN else ""
    shown = (each.in_language(lang) if isinstance(each, _InLanguages) else str(each) for each in members[:_SHOWN])
    return ", ".join(shown) + more
