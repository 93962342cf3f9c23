"""The one hierarchy of errors.

Every error says what was wrong, where, and what would be right. Faults in a
file are never raised one by one: they are collected and raised together.
"""

from difflib import get_close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def nearest(value: str, known: "Iterable[str]") -> str | None:
    """The known value most like `value`, or None when none is near.

    Examples:
        >>> nearest("exmpel", ["annat", "exempel"])
        'exempel'
        >>> nearest("xyz", ["exempel"]) is None
        True
    """
    found = get_close_matches(value, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def suggestion(value: str, known: "Iterable[str]", *, what: str) -> str:
    """A sentence that says what would have been right.

    Examples:
        >>> suggestion("exmpel", ["annat", "exempel"], what="counties")
        "Did you mean 'exempel'? Known counties: annat, exempel."
    """
    names = sorted(known)
    most = 30
    near = nearest(value, names)
    start = f"Did you mean {near!r}? " if near else ""
    listed = ", ".join(names[:most]) + (", ..." if len(names) > most else "")
    return f"{start}Known {what}: {listed or 'none'}."


class PsykavtalError(Exception):
    """Whatever this library raises.

    Attributes:
        message: what was wrong.
        value: the offending value, as it was given.
        where: the place it was met at (a file and table, an argument).
        hint: what would be right.
    """

    def __init__(self, message: str, *, value: object = None, where: str = "", hint: str = "") -> None:
        """Keep the parts; the text is made from them."""
        super().__init__(message)
        self.message = message
        self.value = value
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """The place, what was wrong, and what would be right."""
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{hint}"


class UnknownNameError(PsykavtalError, KeyError):
    """A name that nothing here bears; a KeyError too, so that mappings behave."""

    __str__ = PsykavtalError.__str__


class UnknownCountyError(UnknownNameError):
    """No installed county has this name or code."""


class UnknownMunicipalityError(UnknownNameError):
    """No installed county has a municipality of this name or code."""


class UnknownDocumentError(UnknownNameError):
    """The county has no document of this id."""


class UnknownTopicError(UnknownNameError):
    """No topic of this id is in the vocabulary."""


class UnknownFactError(UnknownNameError):
    """No fact or event of this id is in the vocabulary."""


class UnknownReadingError(UnknownNameError):
    """The provision has no reading of this name."""


class UnknownTriggerError(UnknownNameError):
    """No occasion of this name starts or moves a matter."""


class InvalidValueError(PsykavtalError, ValueError):
    """A value that cannot be what it is given for."""

    __str__ = PsykavtalError.__str__


class InvalidDateError(InvalidValueError):
    """A text that is no date, or a date that does not exist."""


class UndeterminedError(PsykavtalError):
    """The value of an answer that does not determine one was asked for."""


class SourceError(PsykavtalError):
    """A source text is missing or cannot be read."""


class CitationError(PsykavtalError):
    """A citation that cannot be parsed or does not resolve."""


class MissingPluginError(PsykavtalError):
    """No county is installed."""


class FaultsError(PsykavtalError):
    """All the faults of one contribution together.

    Attributes:
        faults: one line each, with its place, the value and what would be right.
    """

    def __init__(self, message: str, faults: "Sequence[object]", *, where: str = "") -> None:
        """Keep the faults and list them in the message."""
        self.faults = tuple(faults)
        listed = "".join(f"\n  - {fault}" for fault in self.faults)
        super().__init__(f"{message}{listed}", where=where)


class CaseError(FaultsError, ValueError):
    """A case that cannot be read or asked; nothing of the person is in it."""

    __str__ = PsykavtalError.__str__


class CountyFileError(FaultsError):
    """A county file that does not hold what a county file can hold."""


class PluginError(PsykavtalError):
    """A plugin that could not be loaded, or that claims what is another's."""


class DuplicateIdError(PluginError):
    """Two plugins give one id."""


class PluginWarning(UserWarning):
    """A plugin was set aside; the others work on."""


class CohortError(FaultsError, ValueError):
    """A frame that cannot be classified; no value of a row is in it."""

    __str__ = PsykavtalError.__str__
