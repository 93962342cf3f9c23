"""Answers made of answers: one for each interpretation, or for each candidate; and their union."""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeAlias, TypeVar, cast

import attrs

from psykavtal.errors import Message, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.answers.answer_base import AnswerBase
from psykavtal.model.answers.determined import Derived, Reported, Stated
from psykavtal.model.answers.undetermined import NotApplicable, Silent, Undetermined, Unreadable
from psykavtal.model.display import ReprOnly
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.readings import Because, reading_label
from psykavtal.model.validators import not_empty
from psykavtal.model.wording import Wording

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
U = TypeVar("U")

_CHOSEN = Wording(sv="vald", en="chosen")


@attrs.frozen(kw_only=True)
class Outcome(ReprOnly, Generic[T_co]):
    """The answer under one interpretation of the text.

    Attributes:
        name: the reading; several are joined by "+".
        because: the kind of ambiguity.
        why: the reason for the reading.
        answer: the answer under it.
    """

    name: str
    because: Because
    why: Wording
    answer: "Answer[T_co]"

    @property
    def label(self) -> Wording:
        """The reason as a label within a sentence."""
        return reading_label(self.why)

    def with_answer(self, answer: "Answer[U]") -> "Outcome[U]":
        """Return the same reading with another answer."""
        return Outcome(name=self.name, because=self.because, why=self.why, answer=answer)


@attrs.frozen(kw_only=True, repr=False)
class Ambiguous(AnswerBase[T_co]):
    """The text allows several readings.

    Attributes:
        readings: each reading with its reason and the answer under it.
        chosen: name of the reading that the caller chose; None if none.
    """

    status: ClassVar[str] = "ambiguous"

    readings: tuple[Outcome[T_co], ...] = attrs.field(kw_only=False, validator=not_empty)
    chosen: str | None = None

    @property
    def value(self) -> T_co:
        """The value under the chosen reading.

        Raises:
            UndeterminedError: no reading was chosen, or it gives no value.
        """
        if self.chosen is None:
            self.content()
        self._check_in_force()
        return self.under(self.chosen or "").value

    def under(self, reading: str) -> "Answer[T_co]":
        """Return the answer under one reading.

        Raises:
            UnknownReadingError: the answer has no reading of this name.
        """
        for each in self.readings:
            if each.name == reading:
                return each.answer
        names = [each.name for each in self.readings]
        arguments.text(reading, "reading")
        raise UnknownReadingError(
            Message(en="no reading {reading!r}.", sv="okänd läsning {reading!r}.", reading=reading),
            value=reading,
            place=self.topic,
            fix=suggestion(reading, names, kind="readings"),
        )

    def content(self) -> object:
        """Return the value under the chosen reading."""
        return super().content() if self.chosen is None else self.under(self.chosen).content()

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the value under each reading."""
        readings = tuple(each.with_answer(each.answer.map(change)) for each in self.readings)
        return attrs.evolve(cast("Ambiguous[Any]", self), readings=readings)

    def derive(
        self, *, before: tuple[Rule, ...] = (), after: tuple[Rule, ...] = (), basis: tuple[Provision, ...] = ()
    ) -> "Answer[T_co]":
        """Add rules and basis to the value under each reading."""
        readings = (
            each.with_answer(each.answer.derive(before=before, after=after, basis=basis)) for each in self.readings
        )
        return attrs.evolve(self, readings=tuple(readings))

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        read = (
            f"{each.label.to(lang)}{f' ({_CHOSEN.to(lang)})' if each.name == self.chosen else ''}: {each.answer.summary(lang)}"
            for each in self.readings
        )
        return "; ".join(read)

    def _for_code(self) -> str:
        """Return the summary in English, with the names of the readings."""
        outcomes = [each.answer._for_code() for each in self.readings]  # noqa: SLF001 (an answer too)
        shown = (
            each.why.to("en") if outcomes.count(text) > 1 else text
            for each, text in zip(self.readings, outcomes, strict=True)
        )
        read = "; ".join(f"{each.name}: {text}" for each, text in zip(self.readings, shown, strict=True))
        return f"{read} (chosen: {self.chosen})" if self.chosen else read


@attrs.frozen(kw_only=True)
class DocumentAnswer(ReprOnly, Generic[T_co]):
    """The answer of one of several documents that may apply.

    Attributes:
        document: id of the document.
        answer: the answer of its text.
    """

    document: str
    answer: "Answer[T_co]"


@attrs.frozen(kw_only=True, repr=False)
class NotRecorded(Undetermined[T_co]):
    """Nobody has looked, the document is not available, or no edition is known to apply.

    Attributes:
        reason: the reason, for people.
        cause: "not-read", "not-available", "edition" or "none-in-force".
        by_document: the answer of each candidate, if their answers differ (cause "edition").
    """

    status: ClassVar[str] = "not-recorded"

    reason: Wording = attrs.field(kw_only=False)
    cause: str = "not-read"
    by_document: "tuple[DocumentAnswer[Any], ...]" = ()

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return self.reason.to(lang)

    def _for_code(self) -> str:
        """Return the summary in English, with the ids of the facts that would decide."""
        decide = f" (would decide: {', '.join(self.missing_facts)})" if self.missing_facts else ""
        return f"{self.summary('en')}{decide}"


Answer: TypeAlias = (
    Stated[T_co]
    | Derived[T_co]
    | Reported[T_co]
    | Ambiguous[T_co]
    | Silent[T_co]
    | Unreadable[T_co]
    | NotRecorded[T_co]
    | NotApplicable[T_co]
)
