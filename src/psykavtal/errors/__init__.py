"""The one hierarchy of errors.

Every error states its place, the fault, and a fix. Faults in a file are never raised one by
one: they are collected and raised together. Errors can be copied and pickled, so that they reach
the caller from another process; as with every Python exception, their cause stays behind.
"""

import re

from psykavtal.errors.fault_lists import with_list
from psykavtal.errors.messages import LANGUAGES, NO_MESSAGE, Bilingual, Message, as_message, in_language, parameters_of
from psykavtal.errors.portable import portable, remade
from psykavtal.errors.safe_texts import class_name, safe_repr, safe_text
from psykavtal.errors.suggestions import near_name, nearest, one_of, suggestion
from psykavtal.errors.warning_classes import NoEffectWarning, PluginWarning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any, ClassVar, Self

__all__ = [
    "LANGUAGES",
    "NO_MESSAGE",
    "Bilingual",
    "CaseError",
    "CitationError",
    "CohortError",
    "CountyFileError",
    "DuplicateIdError",
    "ExportError",
    "FaultsError",
    "InvalidDateError",
    "InvalidValueError",
    "Message",
    "MissingPluginError",
    "NoEffectWarning",
    "PluginError",
    "PluginWarning",
    "PsykavtalError",
    "SourceError",
    "UndeterminedError",
    "UnknownCountyError",
    "UnknownDocumentError",
    "UnknownFactError",
    "UnknownMunicipalityError",
    "UnknownNameError",
    "UnknownReadingError",
    "UnknownTopicError",
    "UnknownTriggerError",
    "class_name",
    "in_language",
    "near_name",
    "nearest",
    "one_of",
    "safe_repr",
    "safe_text",
    "suggestion",
    "unknown_language",
]


class PsykavtalError(Exception, Bilingual):
    """Base of all errors of this library.

    The text reads `place: fault. Fix.`, in this order. As a `str` it is English; `to("sv")` is Swedish.

    Attributes:
        code: the kind of error, for programs: "unknown-county", "case".
        place: the file and table, or the argument, at fault; empty if unknown.
        fault: what is wrong.
        fix: what to do instead; empty if there is nothing.
        value: the offending value, as it was given.

    Examples:
        >>> fault = Message(en="no topic {topic!r}.", sv="okänd fråga {topic!r}.", topic="sip.convner")
        >>> error = UnknownTopicError(fault, fix=near_name("sip.convner", ["sip.convener"]))
        >>> error.code, error.parameters
        ('unknown-topic', {'near': 'sip.convener', 'topic': 'sip.convner'})
        >>> print(error)
        no topic 'sip.convner'. Did you mean 'sip.convener'?
        >>> print(error.to("sv"))
        okänd fråga 'sip.convner'. Menade du 'sip.convener'?
    """

    code: "ClassVar[str]" = "psykavtal"

    def __init_subclass__(cls, **kwargs: object) -> None:
        """Derive the code of a subclass from its name."""
        super().__init_subclass__(**kwargs)
        cls.code = "-".join(re.findall("[A-Z][a-z]+", cls.__name__.removesuffix("Error"))).lower()

    def __init__(self, fault: Message, *, value: object = None, place: str = "", fix: Message = NO_MESSAGE) -> None:
        """Keep the parts; the text is made from them."""
        self.fault = as_message(fault)
        super().__init__(self.fault)
        self.value = value
        self.place = place
        self.fix = as_message(fix)

    @property
    def parameters(self) -> "Mapping[str, object]":
        """The values in fault and fix by name: numbers, and all else as text."""
        return {**parameters_of(self.fix), **parameters_of(self.fault)}

    def to(self, lang: str) -> str:
        """Return the place, the fault and the fix in `lang`: "sv" or "en".

        Raises:
            InvalidValueError: `lang` is another language.
        """
        place = f"{self.place}: " if self.place else ""
        fix = f" {in_language(self.fix, lang)}" if self.fix else ""
        return f"{place}{in_language(self.fault, lang)}{fix}"

    def __str__(self) -> str:
        """The place, the fault and the fix in English."""
        return self.to("en")

    def __reduce__(self) -> "tuple[Any, ...]":
        """Give the parts for pickling; one that cannot be pickled becomes text."""
        state = {name: portable(value) for name, value in vars(self).items()}
        return remade, (type(self), *(portable(each) for each in self.args)), state

    def __copy__(self) -> "Self":
        """Return an error with the same parts, notes and cause."""
        made = remade(type(self), *self.args)
        vars(made).update({name: [*value] if name == "__notes__" else value for name, value in vars(self).items()})
        made.__cause__, made.__context__ = self.__cause__, self.__context__
        made.__suppress_context__ = self.__suppress_context__
        return made

    def __deepcopy__(self, memo: "dict[int, Any]") -> "Self":
        """Return a copy: the parts of an error are never changed, so they are shared."""
        made = memo[id(self)] = self.__copy__()
        return made


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


def unknown_language(lang: object) -> InvalidValueError:
    """Return the error for an unknown language."""
    fault = Message(en="unknown language {lang!r}.", sv="okänt språk {lang!r}.", lang=lang)
    languages = ", ".join(LANGUAGES)
    return InvalidValueError(
        fault, value=lang, fix=Message(en="Languages: {languages}.", sv="Språk: {languages}.", languages=languages)
    )


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

    def __init__(self, message: Message, faults: "Sequence[object]", *, place: str = "") -> None:
        """Keep the faults and list them in the message."""
        self.faults = tuple(faults)
        super().__init__(with_list(message, self.faults), place=place)


class CaseError(FaultsError, ValueError):
    """A case that cannot be read or asked; nothing of the person is in it."""


class CountyFileError(FaultsError):
    """A county file with faults."""


class PluginError(PsykavtalError):
    """A plugin that cannot be loaded, or that claims data of another plugin."""


class DuplicateIdError(PluginError):
    """Two plugins use one id."""


class CohortError(FaultsError, ValueError):
    """A frame that cannot be classified; no value of a row is in it."""


class ExportError(PsykavtalError):
    """An export that cannot be written; nothing half written is left."""
