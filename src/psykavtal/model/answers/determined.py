"""Answers with a value: stated by a text, derived by rules, or reported from elsewhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Never, TypeVar, cast

import attrs

from psykavtal.model.answers.answer_base import AnswerBase, common_fields
from psykavtal.model.answers.statuses import short_form
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Provision
from psykavtal.model.provisions.ambiguous_member import as_member
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.model.answers.ambiguity import Answer

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")

_FOLLOWS = Wording(sv="följer av", en="follows by")


@attrs.frozen(kw_only=True, repr=False)
class Determined(AnswerBase[T_co]):
    """An answer that a text determines.

    Attributes:
        by_text: the value by the text, whether the text applies on the day or not.
    """

    by_text: T_co = attrs.field(kw_only=False)

    @property
    def value(self) -> T_co:
        """The value, if the text applies.

        A field of an ambiguous member that differs between its readings raises the same error.

        Raises:
            UndeterminedError: the answer is a county's, and no text is shown to apply.
        """
        self._check_in_force()
        value: object = self.by_text
        if not self.ambiguous_members or not isinstance(value, tuple):
            return self.by_text
        return cast("T_co", tuple(self._member(each) for each in cast("tuple[object, ...]", value)))

    def _member(self, member: object) -> object:
        """Return a member that refuses what its readings leave open."""
        if _id_of(member) not in self.ambiguous_members:
            return member
        if isinstance(member, Provision):
            return as_member(member)
        matched = cast("Any", member)
        return attrs.evolve(matched, provision=as_member(matched.provision))

    def content(self) -> object:
        """Return the value, if the text applies."""
        return self.value

    @property
    def certain(self) -> tuple[object, ...]:
        """The members of a list that have one meaning on the topic."""
        value: object = self.by_text
        members = cast("tuple[object, ...]", value) if isinstance(value, tuple) else (value,)
        return tuple(each for each in members if _id_of(each) not in self.ambiguous_members)

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the value; status, basis and notes stay."""
        return cast("Answer[U]", attrs.evolve(cast("Determined[Any]", self), by_text=change(self.by_text)))

    def derive(
        self, *, before: tuple[Rule, ...] = (), after: tuple[Rule, ...] = (), basis: tuple[Provision, ...] = ()
    ) -> "Answer[T_co]":
        """Derive the value by rules, and add basis."""
        own = self.rules if isinstance(self, Derived) else ()
        common = common_fields(self)
        common["basis"] = _joined(self.basis, basis)
        return Derived(self.by_text, rules=tuple(dict.fromkeys((*before, *own, *after))), **common)

    def summary(self, lang: str = "sv") -> str:
        """Return the value in one line, in `lang`."""
        return short_form(self.by_text, lang)


@attrs.frozen(kw_only=True, repr=False)
class Stated(Determined[T_co]):
    """The text states it; cited."""

    status: ClassVar[str] = "stated"


@attrs.frozen(kw_only=True, repr=False)
class Derived(Determined[T_co]):
    """The value follows from statements by named rules.

    Attributes:
        rules: the rules applied.
    """

    status: ClassVar[str] = "derived"

    rules: tuple[Rule, ...]

    def summary(self, lang: str = "sv") -> str:
        """Return the value and the rules in one line, in `lang`."""
        by = ", ".join(rule.label.to(lang) for rule in self.rules)
        return f"{super().summary(lang)} ({_FOLLOWS.to(lang)}: {by})"

    def _for_code(self) -> str:
        """Return the summary in English, with the ids of the rules."""
        return f"{super().summary('en')} (by {', '.join(rule.id for rule in self.rules)})"


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

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return short_form(self.reported_value, lang)


def _joined(own: tuple[Provision, ...], more: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return provisions with further ones, each once."""
    return tuple(dict.fromkeys((*own, *more))) if more else own


def _id_of(member: object) -> str:
    """Return the id of a provision, or of the provision that a member is about."""
    provision = getattr(member, "provision", member)
    return provision.id if isinstance(provision, Provision) else ""
