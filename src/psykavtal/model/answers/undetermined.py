"""Answers without a value: silent, unreadable, not applicable."""

from datetime import date
from typing import ClassVar, Never, TypeVar

import attrs

from psykavtal.model.answers.answer_base import AnswerBase
from psykavtal.model.citations import Citation
from psykavtal.model.provisions import Provision
from psykavtal.model.vocabulary import Duty
from psykavtal.model.wording import Wording

T_co = TypeVar("T_co", covariant=True)

_SILENT = Wording(sv="{}, läst {}, säger inget om det", en="{}, read {}, states nothing of it")
_LAW = Wording(sv="lagen gäller ändå", en="the law applies all the same")


class Undetermined(AnswerBase[T_co]):
    """An answer without a value."""

    __slots__ = ()

    @property
    def value(self) -> Never:
        """Refuse: the answer has no value.

        Raises:
            UndeterminedError: always, with the status and the reason.
        """
        self.content()
        raise AssertionError


@attrs.frozen(kw_only=True, repr=False)
class Silent(Undetermined[T_co]):
    """The whole text was read for the question and states nothing. Silence is not exemption.

    Attributes:
        document: id of the document that is silent.
        read_on: the day of the reading.
        question: the question on which it is silent.
        defers_to: id of the provision by which the document hands the matter over; empty if it does not.
        near: the nearest passage, or None.
        duties: duties by statute on the day asked for.
    """

    status: ClassVar[str] = "silent"

    document: str = attrs.field(kw_only=False)
    read_on: date
    question: Wording
    defers_to: str = ""
    near: Citation | None = None
    duties: tuple[Duty, ...] = ()

    @property
    def open_questions(self) -> tuple[Wording, ...]:
        """The question on which the document is silent, and those of its remarks."""
        return (self.question, *super().open_questions)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        duties = f"; {_LAW.to(lang)}: {', '.join(each.law for each in self.duties)}" if self.duties else ""
        return _SILENT.to(lang).format(self.document, self.read_on.isoformat()) + duties


@attrs.frozen(kw_only=True, repr=False)
class Unreadable(Undetermined[T_co]):
    """The passage exists, but our copy cannot be read.

    Attributes:
        at: the place of the passage.
        reason: the obstacle.
    """

    status: ClassVar[str] = "unreadable"

    at: Citation
    reason: Wording = attrs.field(kw_only=False)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return f"{self.reason.to(lang)} ({self.at})"


@attrs.frozen(kw_only=True, repr=False)
class NotApplicable(Undetermined[T_co]):
    """The kind of document excludes the question, or the facts given exclude all provisions.

    Attributes:
        reason: the reason, for people.
        cause: "kind" or "facts".
    """

    status: ClassVar[str] = "not-applicable"

    reason: Wording = attrs.field(kw_only=False)
    cause: str = "kind"

    @property
    def excluded(self) -> tuple[Provision, ...]:
        """The provisions that the facts given exclude."""
        return self.basis if self.cause == "facts" else ()

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return self.reason.to(lang)
