"""Answers with a value: stated by a text, derived by rules, or reported from elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Never, TypeVar, cast

import attrs

from psykavtal.model.answers.answer_base import AnswerBase
from psykavtal.model.answers.statuses import short_form
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.model.answers.ambiguity import Answer
    from psykavtal.model.answers.context import AnswerContext

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")

_FOLLOWS = Wording(sv="följer av", en="follows by")


@attrs.frozen(kw_only=True, repr=False)
class Stated(AnswerBase[T_co]):
    """The text states it; cited.

    Attributes:
        value: the statement.
    """

    status: ClassVar[str] = "stated"

    value: T_co = attrs.field(kw_only=False)

    def content(self) -> object:
        """Return the value."""
        return self.value

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the value; status, basis and notes stay."""
        return attrs.evolve(cast("Stated[Any]", self), value=change(self.value))

    def derive(
        self, *, before: tuple[Rule, ...] = (), after: tuple[Rule, ...] = (), basis: tuple[Provision, ...] = ()
    ) -> "Answer[T_co]":
        """Derive the value by rules, and add basis."""
        return Derived(
            self.value,
            topic=self.topic,
            subject=self.subject,
            on=self.on,
            basis=_joined(self.basis, basis),
            notes=self.notes,
            also_reported=self.also_reported,
            missing_facts=self.missing_facts,
            rules=tuple(dict.fromkeys((*before, *after))),
        )

    def then(
        self,
        ask: "Callable[[T_co], Answer[U]]",
        otherwise: "Callable[[Answer[Never]], Answer[U]]",
        *,
        context: "AnswerContext",
        if_reported: Wording,
    ) -> "Answer[U]":
        """Return the further answer as it is."""
        del otherwise, context, if_reported
        return ask(self.value)

    def follow(self, rules: tuple[Rule, ...], basis: tuple[Provision, ...]) -> "Answer[T_co]":
        """Derive the value by rules that go before its own."""
        return self.derive(before=rules, basis=basis)

    def as_reported(self, basis: tuple[Provision, ...], note: Wording) -> "Answer[T_co]":
        """Return the value as a report."""
        return Reported(
            self.value,
            topic=self.topic,
            subject=self.subject,
            on=self.on,
            basis=_joined(self.basis, basis),
            notes=(note, *self.notes),
            missing_facts=self.missing_facts,
        )

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return short_form(self.value, lang)


@attrs.frozen(kw_only=True, repr=False)
class Derived(AnswerBase[T_co]):
    """The value follows from statements by named rules.

    Attributes:
        value: the conclusion.
        rules: the rules applied.
    """

    status: ClassVar[str] = "derived"

    value: T_co = attrs.field(kw_only=False)
    rules: tuple[Rule, ...]

    def content(self) -> object:
        """Return the value."""
        return self.value

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the value; status, basis and notes stay."""
        return attrs.evolve(cast("Derived[Any]", self), value=change(self.value))

    def derive(
        self, *, before: tuple[Rule, ...] = (), after: tuple[Rule, ...] = (), basis: tuple[Provision, ...] = ()
    ) -> "Answer[T_co]":
        """Add rules and basis."""
        return Derived(
            self.value,
            topic=self.topic,
            subject=self.subject,
            on=self.on,
            basis=_joined(self.basis, basis),
            notes=self.notes,
            also_reported=self.also_reported,
            missing_facts=self.missing_facts,
            rules=tuple(dict.fromkeys((*before, *self.rules, *after))),
        )

    def then(
        self,
        ask: "Callable[[T_co], Answer[U]]",
        otherwise: "Callable[[Answer[Never]], Answer[U]]",
        *,
        context: "AnswerContext",
        if_reported: Wording,
    ) -> "Answer[U]":
        """Return the further answer, derived by the rules of this one."""
        del otherwise, context, if_reported
        return ask(self.value).follow(self.rules, self.basis)

    def follow(self, rules: tuple[Rule, ...], basis: tuple[Provision, ...]) -> "Answer[T_co]":
        """Derive the value by rules that go before its own."""
        return self.derive(before=rules, basis=basis)

    def as_reported(self, basis: tuple[Provision, ...], note: Wording) -> "Answer[T_co]":
        """Return the value as a report."""
        return Reported(
            self.value,
            topic=self.topic,
            subject=self.subject,
            on=self.on,
            basis=_joined(self.basis, basis),
            notes=(note, *self.notes),
            missing_facts=self.missing_facts,
        )

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        by = ", ".join(rule.label.to(lang) for rule in self.rules)
        return f"{short_form(self.value, lang)} ({_FOLLOWS.to(lang)}: {by})"

    def _for_code(self) -> str:
        """Return the summary in English, with the ids of the rules."""
        return f"{short_form(self.value, 'en')} (by {', '.join(rule.id for rule in self.rules)})"


@attrs.frozen(kw_only=True, repr=False)
class Reported(AnswerBase[T_co]):
    """The value is known from elsewhere; no available document states it.

    Attributes:
        reported_value: the report. It is not `value`, so that nobody takes it for a statement of the text.
    """

    status: ClassVar[str] = "reported"

    reported_value: T_co = attrs.field(kw_only=False)

    @property
    def value(self) -> Never:
        """Refuse: no available text gives a value.

        Raises:
            UndeterminedError: always.
        """
        self.content()
        raise AssertionError

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the reported value; status, basis and notes stay."""
        return attrs.evolve(cast("Reported[Any]", self), reported_value=change(self.reported_value))

    def then(
        self,
        ask: "Callable[[T_co], Answer[U]]",
        otherwise: "Callable[[Answer[Never]], Answer[U]]",
        *,
        context: "AnswerContext",
        if_reported: Wording,
    ) -> "Answer[U]":
        """Return the further answer as a report."""
        del otherwise, context
        return ask(self.reported_value).as_reported(self.basis, if_reported)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return short_form(self.reported_value, lang)


def _joined(own: tuple[Provision, ...], more: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return provisions with further ones, each once."""
    return tuple(dict.fromkeys((*own, *more))) if more else own
