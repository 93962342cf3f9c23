"""Answers: never a bare value, always a status and what it rests on.

`Answer` is a closed union with a class for each status, so that `match` over it
is exhaustive and a type checker says what was forgotten.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar, Generic, Never, Protocol, TypeAlias, TypeVar, cast, runtime_checkable

import attrs

from psykavtal.errors import UndeterminedError, UnknownReadingError, suggestion
from psykavtal.model import arguments
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.display import OfCase, ReprOnly, Shown
from psykavtal.model.provisions import Care, Provision
from psykavtal.model.readings import Because, reading_label
from psykavtal.model.rules import Rule
from psykavtal.model.validators import not_empty
from psykavtal.model.vocabulary import Duty
from psykavtal.model.wording import Wording

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

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


@attrs.frozen(kw_only=True, repr=False)
class AnswerBase(Shown, Generic[T_co]):
    """What every answer has.

    Attributes:
        topic: the question that was asked; empty for a question that is no topic.
        subject: id of what it was asked of (a document, an agreement, a county).
        on: the day for which it was asked.
        basis: the provisions that it rests on.
        notes: what a reader should know besides.
        also_reported: what is known from elsewhere on the same question, kept apart.
        would_decide: the facts not told on which it turns: whether what is said applies, or
            what the answer is.
    """

    status: ClassVar[str] = ""

    topic: str = ""
    subject: str = ""
    on: date | None = None
    basis: tuple[Provision, ...] = ()
    notes: tuple[Wording, ...] = ()
    also_reported: tuple[Provision, ...] = ()
    would_decide: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that it rests on, each once."""
        return tuple(dict.fromkeys(citation for each in self.basis for citation in each.citations))

    @property
    def care(self) -> Care | None:
        """How well its passages were read: the least of them; None where it rests on none."""
        cited = [each.care for each in self.basis if each.citations]
        return min(cited, key=list(Care).index, default=None)

    @property
    def sources(self) -> tuple[WebSource, ...]:
        """The addresses that it rests on, each once."""
        return tuple(dict.fromkeys(source for each in self.basis for source in each.reported))

    @property
    def label(self) -> Wording:
        """The status, for people."""
        return STATUSES[self.status]

    def content(self) -> object:
        """The value, of whatever type.

        Raises:
            UndeterminedError: there is none.
        """
        raise UndeterminedError(
            f"the answer is {self.status}: {self._for_code().rstrip('.')}.",
            value=self.status,
            where=self.topic or self.subject,
            hint="Match on the answer's class, or look at `status`, before asking for the value.",
        )

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return self.label.to(lang)

    def _for_code(self) -> str:
        """Return the summary in English, with the names by which code refers to its parts."""
        return self.summary("en")

    def __iter__(self: "AnswerBase[Sequence[T]]") -> Iterator[T]:
        """The members of a value that is a sequence.

        Raises:
            UndeterminedError: the answer has no value; an empty list never means "silent".
        """
        return iter(_sequence(self))

    def __getitem__(self: "AnswerBase[Sequence[T]]", index: int) -> T:
        """A member of a value that is a sequence."""
        return _sequence(self)[index]

    def __len__(self: "AnswerBase[Sequence[object]]") -> int:
        """How many members a value that is a sequence has."""
        return len(_sequence(self))

    def __bool__(self) -> bool:
        """The truth of the value.

        Raises:
            UndeterminedError: the answer has no value.
        """
        return bool(self.content())

    def __repr__(self) -> str:
        """Status, question, and the value or the reason, in English."""
        place = " ".join(part for part in (self.topic, f"of {self.subject}" if self.subject else "") if part)
        cited = len(self.citations) + len(self.sources)
        tail = f" [{cited} citation{'s' if cited != 1 else ''}]" if cited else ""
        return f"<{type(self).__name__}{': ' + place if place else ''}: {self._for_code()}{tail}>"


def _sequence(answer: "AnswerBase[Sequence[T]]") -> "Sequence[T]":
    content = answer.content()
    if not isinstance(content, tuple):
        raise TypeError(f"the value is one {type(content).__name__}, not a sequence")
    return cast("Sequence[T]", content)


@attrs.frozen(kw_only=True, repr=False)
class Stated(AnswerBase[T_co]):
    """The text says so; cited.

    Attributes:
        value: what it says.
    """

    status: ClassVar[str] = "stated"

    value: T_co = attrs.field(kw_only=False)

    def content(self) -> object:
        """The value."""
        return self.value

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return _short(self.value, lang)


@attrs.frozen(kw_only=True, repr=False)
class Derived(AnswerBase[T_co]):
    """It follows from what is stated by a rule that is named.

    Attributes:
        value: what follows.
        rules: by which rules.
    """

    status: ClassVar[str] = "derived"

    value: T_co = attrs.field(kw_only=False)
    rules: tuple[Rule, ...]

    def content(self) -> object:
        """The value."""
        return self.value

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        by = ", ".join(rule.label.to(lang) for rule in self.rules)
        return f"{_short(self.value, lang)} ({_FOLLOWS.to(lang)}: {by})"

    def _for_code(self) -> str:
        """Return the summary in English, with the ids of the rules."""
        return f"{_short(self.value, 'en')} (by {', '.join(rule.id for rule in self.rules)})"


@attrs.frozen(kw_only=True, repr=False)
class Reported(AnswerBase[T_co]):
    """It is known from elsewhere; no document that we hold says it.

    Attributes:
        reported_value: what is reported. Not `value`: it is never taken unseen for what a text says.
    """

    status: ClassVar[str] = "reported"

    reported_value: T_co = attrs.field(kw_only=False)

    @property
    def value(self) -> Never:
        """There is none that a text gives.

        Raises:
            UndeterminedError: always.
        """
        self.content()
        raise AssertionError

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return _short(self.reported_value, lang)


@attrs.frozen(kw_only=True)
class Outcome(ReprOnly, Generic[T_co]):
    """What follows when a text is read in one way.

    Attributes:
        name: the reading; of several at once, joined by "+".
        because: what leaves room for it.
        why: the reason.
        answer: what the answer is then.
    """

    name: str
    because: Because
    why: Wording
    answer: "Answer[T_co]"

    @property
    def label(self) -> Wording:
        """The reason as a label within a sentence."""
        return reading_label(self.why)


@attrs.frozen(kw_only=True, repr=False)
class Ambiguous(AnswerBase[T_co]):
    """The text allows more than one reading.

    Attributes:
        readings: each with its reason and what follows from it.
        chosen: the name of the reading that the caller chose; None where none was.
    """

    status: ClassVar[str] = "ambiguous"

    readings: tuple[Outcome[T_co], ...] = attrs.field(kw_only=False, validator=not_empty)
    chosen: str | None = None

    @property
    def value(self) -> T_co:
        """The value under the reading that was chosen.

        Raises:
            UndeterminedError: none was chosen, or it leads to no value.
        """
        if self.chosen is None:
            self.content()
        return self.under(self.chosen or "").value

    def under(self, reading: str) -> "Answer[T_co]":
        """The answer under one reading.

        Raises:
            UnknownReadingError: there is no such reading.
        """
        for each in self.readings:
            if each.name == reading:
                return each.answer
        names = [each.name for each in self.readings]
        arguments.text(reading, "reading")
        raise UnknownReadingError(
            f"no reading {reading!r}.",
            value=reading,
            where=self.topic,
            hint=suggestion(reading, names, what="readings"),
        )

    def content(self) -> object:
        """The value."""
        return super().content() if self.chosen is None else self.under(self.chosen).content()

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
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


class _Undetermined(AnswerBase[T_co]):
    """An answer without a value."""

    __slots__ = ()

    @property
    def value(self) -> Never:
        """There is none.

        Raises:
            UndeterminedError: always, with the status and the reason.
        """
        self.content()
        raise AssertionError


@attrs.frozen(kw_only=True, repr=False)
class Silent(_Undetermined[T_co]):
    """The whole text was read for this and says nothing. Silence is not exemption.

    Attributes:
        document: id of the document that is silent.
        read_on: the day of the reading.
        near: the nearest passage, where there is one.
        duties: what a statute lays down anyway on the day asked for.
    """

    status: ClassVar[str] = "silent"

    document: str = attrs.field(kw_only=False)
    read_on: date
    near: Citation | None = None
    duties: tuple[Duty, ...] = ()

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        duties = f"; {_LAW.to(lang)}: {', '.join(each.law for each in self.duties)}" if self.duties else ""
        return _SILENT.to(lang).format(self.document, self.read_on.isoformat()) + duties


@attrs.frozen(kw_only=True, repr=False)
class Unreadable(_Undetermined[T_co]):
    """It stands there, but the copy that we hold cannot be read.

    Attributes:
        at: where it stands.
        reason: what hinders.
    """

    status: ClassVar[str] = "unreadable"

    at: Citation
    reason: Wording = attrs.field(kw_only=False)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return f"{self.reason.to(lang)} ({self.at})"


@attrs.frozen(kw_only=True, repr=False)
class NotRecorded(_Undetermined[T_co]):
    """Nobody has looked, the document is not held, or a fact that decides is not given.

    Attributes:
        reason: which of these.
    """

    status: ClassVar[str] = "not-recorded"

    reason: Wording = attrs.field(kw_only=False)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return self.reason.to(lang)

    def _for_code(self) -> str:
        """Return the summary in English, with the ids of the facts that would decide."""
        decide = f" (would decide: {', '.join(self.would_decide)})" if self.would_decide else ""
        return f"{self.summary('en')}{decide}"


@attrs.frozen(kw_only=True, repr=False)
class NotApplicable(_Undetermined[T_co]):
    """The question does not arise for this kind of document.

    Attributes:
        reason: why not.
    """

    status: ClassVar[str] = "not-applicable"

    reason: Wording = attrs.field(kw_only=False)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason, in short, in `lang`."""
        return self.reason.to(lang)


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


_SHOWN = 3
_OF_CASE = Wording(sv="om ett fall", en="of a case")
_FOLLOWS = Wording(sv="följer av", en="follows by")
_CHOSEN = Wording(sv="vald", en="chosen")
_SILENT = Wording(sv="{}, läst {}, säger inget om det", en="{}, read {}, says nothing of it")
_LAW = Wording(sv="lagen gäller ändå", en="the law holds all the same")


@runtime_checkable
class _InLanguages(Protocol):
    """A value with a text in both languages."""

    def in_language(self, lang: str) -> str: ...


def _short(value: object, lang: str) -> str:
    members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
    if any(isinstance(each, OfCase) for each in members):
        return _OF_CASE.to(lang)
    more = f", … ({len(members)})" if len(members) > _SHOWN else ""
    shown = (each.in_language(lang) if isinstance(each, _InLanguages) else str(each) for each in members[:_SHOWN])
    return ", ".join(shown) + more
