"""The one hierarchy of errors.

Every error states its place, the fault, and a fix. Faults in a file are never raised one by
one: they are collected and raised together. Errors can be copied and pickled, so that they reach
the caller from another process; as with every Python exception, their cause stays behind.
"""

import re
from difflib import get_close_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any, ClassVar, Self, TypeVar

    E = TypeVar("E", bound="PsykavtalError")

LISTED = 100
"""The number of faults that a report lists; it gives the number of all."""

_NAMED = 30
_COMPARED = 1000
_LONGEST = 100


def nearest(value: str, known: "Iterable[str]") -> str | None:
    """Return the known name most similar to `value`, or None if none is similar.

    The work is bounded: a long `value` has no similar name; of thousands only some are compared.

    Examples:
        >>> nearest("exmpel", ["annat", "exempel"])
        'exempel'
        >>> nearest("xyz", ["exempel"]) is None
        True
    """
    names = list(known) if len(value) <= _LONGEST else []
    if len(names) > _COMPARED:
        names = [each for each in names if each[:1] == value[:1]][:_COMPARED]
    found = get_close_matches(value, (each for each in names if len(each) <= _LONGEST), n=1, cutoff=0.6)
    return found[0] if found else None


def safe_text(value: object, *, longest: int = 1000) -> str:
    """Return `str(value)`, shortened; the name of its class if writing it raises anything."""
    return _safe(str, value, longest)


def safe_repr(value: object, *, longest: int = 200) -> str:
    """Return `repr(value)`, shortened; the name of its class if writing it raises anything."""
    return _safe(repr, value, longest)


def _safe(write: "Callable[[object], str]", value: object, longest: int) -> str:
    try:
        text = write(value)
        return text if len(text) <= longest else f"{text[:longest]}…"
    except BaseException:  # noqa: BLE001 (an object that cannot be written must not hide the error that names it)
        return f"<{class_name(value)}>"


def class_name(value: object) -> str:
    """Return the name of the class of `value`, whatever its metaclass does."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name


def suggestion(value: str, known: "Iterable[str]", *, what: str) -> str:
    """Return a fix: the nearest known name, and the known names.

    Examples:
        >>> suggestion("exmpel", ["annat", "exempel"], what="counties")
        "Did you mean 'exempel'? Known counties: annat, exempel."
    """
    names = sorted(known)
    near = nearest(value, names)
    start = f"Did you mean {near!r}? " if near else ""
    listed = ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
    return f"{start}Known {what}: {listed or 'none'}."


class PsykavtalError(Exception):
    """Base of all errors of this library.

    The text reads `place: fault. Fix.`, in this order.

    Attributes:
        code: the kind of error, for programs: "unknown-county", "case".
        place: the file and table, or the argument, at fault; empty if unknown.
        fault: what is wrong.
        fix: what to do instead; empty if there is nothing.
        value: the offending value, as it was given.
    """

    code: "ClassVar[str]" = "psykavtal"

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Derive the code of a subclass from its name."""
        super().__init_subclass__(**kwargs)
        cls.code = "-".join(re.findall("[A-Z][a-z]+", cls.__name__.removesuffix("Error"))).lower()

    def __init__(self, fault: str, *, value: object = None, place: str = "", fix: str = "") -> None:
        """Keep the parts; the text is made from them."""
        super().__init__(fault)
        self.fault = fault
        self.value = value
        self.place = place
        self.fix = fix

    def __str__(self) -> str:
        """The place, the fault and the fix."""
        place = f"{self.place}: " if self.place else ""
        fix = f" {self.fix}" if self.fix else ""
        return f"{place}{self.fault}{fix}"

    def __reduce__(self) -> "tuple[Any, ...]":
        """Give the parts for pickling; one that cannot be pickled becomes text."""
        state = {name: _portable(value) for name, value in vars(self).items()}
        return _remade, (type(self), *(_portable(each) for each in self.args)), state

    def __copy__(self) -> "Self":
        """Return an error with the same parts, notes and cause."""
        made = _remade(type(self), *self.args)
        vars(made).update({name: [*value] if name == "__notes__" else value for name, value in vars(self).items()})
        made.__cause__, made.__context__ = self.__cause__, self.__context__
        made.__suppress_context__ = self.__suppress_context__
        return made

    def __deepcopy__(self, memo: "dict[int, Any]") -> "Self":
        """Return a copy: the parts of an error are never changed, so they are shared."""
        made = memo[id(self)] = self.__copy__()
        return made


def _remade(cls: "type[E]", *args: object) -> "E":
    """Return an error of a class without calling its `__init__`."""
    return cls.__new__(cls, *args)


def _portable(value: object) -> object:
    """Return `value` if it can be pickled and read back, else its text."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    import pickle  # noqa: PLC0415 (only for a value that is not plain)

    try:
        pickle.loads(pickle.dumps(value))  # noqa: S301 (written by this process just before)
    except Exception:  # noqa: BLE001 (a caller's value can raise any error)
        return tuple(map(_portable, value)) if isinstance(value, tuple) else safe_repr(value)  # pyright: ignore[reportUnknownArgumentType] (members of a caller's tuple)
    return value


class UnknownNameError(PsykavtalError, KeyError):
    """Unknown name. Also a KeyError, so that mappings behave as usual."""


class UnknownCountyError(UnknownNameError):
    """Unknown county: no installed county has this name or code."""


class UnknownMunicipalityError(UnknownNameError):
    """Unknown municipality: no installed county has one of this name or code."""


class UnknownDocumentError(UnknownNameError):
    """Unknown document of a county."""


class UnknownTopicError(UnknownNameError):
    """Unknown topic."""


class UnknownFactError(UnknownNameError):
    """Unknown fact or event."""


class UnknownReadingError(UnknownNameError):
    """Unknown reading of a provision."""


class UnknownTriggerError(UnknownNameError):
    """Unknown occasion for escalation."""


class InvalidValueError(PsykavtalError, ValueError):
    """A value that is not valid for its argument or field."""


class InvalidDateError(InvalidValueError):
    """A text that is not a date, or a date that does not exist."""


class UndeterminedError(PsykavtalError):
    """The value of an answer was requested, but is not determined."""


class SourceError(PsykavtalError):
    """A source text is missing or cannot be read."""


class CitationError(PsykavtalError):
    """A citation that cannot be parsed or does not resolve."""


class MissingPluginError(PsykavtalError):
    """No county is installed."""


class FaultsError(PsykavtalError):
    """All faults of one contribution. The message lists the first hundred and gives their number.

    Attributes:
        faults: every fault, each with its place, the value and a fix.
    """

    def __init__(self, message: str, faults: "Sequence[object]", *, place: str = "") -> None:
        """Keep the faults and list them in the message."""
        self.faults = tuple(faults)
        listed = "".join(f"\n  - {safe_text(fault, longest=2000)}" for fault in self.faults[:LISTED])
        count = len(self.faults)
        rest = f"\n  (first {LISTED} of {count})" if count > LISTED else ""
        super().__init__(f"{message}{listed}{rest}", place=place)


class CaseError(FaultsError, ValueError):
    """A case that cannot be read or asked; nothing of the person is in it."""


class CountyFileError(FaultsError):
    """A county file with faults."""


class PluginError(PsykavtalError):
    """A plugin that cannot be loaded, or that claims data of another plugin."""


class DuplicateIdError(PluginError):
    """Two plugins use one id."""


class PluginWarning(UserWarning):
    """A plugin was disabled; the others keep working."""


class NoEffectWarning(UserWarning):
    """Facts, an age or another input were given and have no effect on the result."""


class CohortError(FaultsError, ValueError):
    """A frame that cannot be classified; no value of a row is in it."""
