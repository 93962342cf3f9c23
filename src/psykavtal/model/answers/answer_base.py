"""The base of all answers: common fields, access to the value, and combination.

`map` changes a value; `derive` adds rules and basis.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, cast

import attrs

from psykavtal.errors import Message, UndeterminedError
from psykavtal.model.answers.in_force import InForce
from psykavtal.model.answers.missing_values import (
    LOOK_AT_IN_FORCE,
    LOOK_AT_STATUS,
    no_value,
    not_shown_to_apply,
    remedies_or,
)
from psykavtal.model.answers.see_also import SeeAlso
from psykavtal.model.answers.statuses import STATUSES
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.display import Shown
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import Definition, Provision, Review
from psykavtal.model.remarks import Remark
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.model.answers.ambiguity import Answer

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
U = TypeVar("U")


class Remedies(Protocol):
    """Finds the arguments that give an undetermined answer a value."""

    def ways_out(self, answer: "Answer[object]") -> tuple[str, ...]:
        """Return the arguments and calls that give a value."""
        ...


class CountyNames(Protocol):
    """The names and labels of a county's ids, and its definitions of facts."""

    def __call__(self, thing_id: str, lang: str, /) -> str:
        """Return the name or label for an id."""
        ...

    def definitions_of(self, facts: Iterable[str], documents: Iterable[str]) -> tuple[Definition, ...]:
        """Return the definitions of facts that documents state."""
        ...


@attrs.frozen(kw_only=True, repr=False)
class AnswerBase(Shown, Generic[T_co]):
    """The fields and methods that every answer has.

    Attributes:
        topic: id of the topic asked; empty for a question without a topic.
        subject: id of the document, agreement or county that was asked.
        on: the day asked for.
        basis: the provisions that the answer rests on.
        notes: notes on how the answer was found.
        remarks: the remarks of its provisions, or of its silence.
        reports: reports from elsewhere on the subject asked, whether the answer rests on them or not.
        missing_facts: ids of facts not given that could change the answer.
        unused_inputs: ids of facts given on which nothing asked for depends; for a case, also "lives_in", "placed_by".
        see_also: other provisions of the county on the topic: about another subject, or by another document.
        ambiguous_members: ids of the members that have several readings which differ on the topic.
        in_force: whether the document asked, or the county's agreement, applies on the day.
        requires_in_force: whether `value` needs a true verdict.
        remedies: finds the arguments that give a value, if this answer has none; None for other answers.
        name_of: returns names and labels by id, for display; None if the answer has no county behind it.
    """

    status: ClassVar[str] = ""

    topic: str = ""
    subject: str = ""
    on: date | None = None
    basis: tuple[Provision, ...] = ()
    notes: tuple[Wording, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reports: tuple[Provision, ...] = ()
    missing_facts: tuple[str, ...] = ()
    unused_inputs: tuple[str, ...] = ()
    see_also: tuple[SeeAlso, ...] = ()
    ambiguous_members: tuple[str, ...] = ()
    in_force: InForce | None = None
    requires_in_force: bool = False
    remedies: "Remedies | None" = attrs.field(default=None, eq=False, repr=False)
    name_of: CountyNames | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def ways_out(self) -> tuple[str, ...]:
        """The arguments and calls that give a value, each tried; empty after a pickle."""
        return () if self.remedies is None else self.remedies.ways_out(cast("Answer[object]", self))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that the answer rests on, each once."""
        return tuple(dict.fromkeys(citation for each in self.basis for citation in each.citations))

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions of the missing facts by its documents; empty after a pickle."""
        return self.definitions_of(self.missing_facts)

    def definitions_of(self, facts: Iterable[str]) -> tuple[Definition, ...]:
        """Return the definitions of facts by the answer's documents; empty after a pickle."""
        return (
            () if self.name_of is None else self.name_of.definitions_of(facts, (each.document for each in self.basis))
        )

    @property
    def open_questions(self) -> tuple[Wording, ...]:
        """The questions that the text leaves open or contradicts itself on, each once."""
        return tuple(dict.fromkeys(each.text for each in self.remarks if each.type.is_open))

    @property
    def review(self) -> Review | None:
        """The lowest review of the passages cited; None if none is cited."""
        cited = [each.review for each in self.basis if each.citations]
        return min(cited, key=list(Review).index, default=None)

    @property
    def sources(self) -> tuple[WebSource, ...]:
        """The addresses that the answer rests on, each once."""
        return tuple(dict.fromkeys(source for each in self.basis for source in each.reported))

    @property
    def label(self) -> Wording:
        """The label of the status."""
        return STATUSES[self.status]

    def content(self) -> object:
        """Return the value, of whatever type.

        Raises:
            UndeterminedError: the answer has no value.
        """
        summary = Message.written(en=self._for_code(), sv=self.summary("sv"))
        raise UndeterminedError(
            no_value(self.status, self.label, summary),
            value=self.status,
            place=self.topic or self.subject,
            fix=remedies_or(self.ways_out, LOOK_AT_STATUS),
        )

    def _check_in_force(self) -> None:
        """Check that the text applies, if the value needs it.

        Raises:
            UndeterminedError: the verdict is false or unknown.
        """
        if not self.requires_in_force or self.in_force is None or self.in_force.verdict is Truth.TRUE:
            return
        raise UndeterminedError(
            not_shown_to_apply(self.in_force.sentence),
            value=self.in_force.key,
            place=self.topic or self.subject,
            fix=remedies_or(self.ways_out, LOOK_AT_IN_FORCE),
        )

    def map(self, change: Callable[[T_co], U]) -> "Answer[U]":
        """Change the value, under each reading too; status, basis and notes stay."""
        del change
        return cast("Answer[U]", self)

    def derive(
        self, *, before: tuple[Rule, ...] = (), after: tuple[Rule, ...] = (), basis: tuple[Provision, ...] = ()
    ) -> "Answer[T_co]":
        """Add rules and basis to a value, under each reading too.

        An answer without a value stays as it is.

        Args:
            before: rules that go before the answer's own.
            after: rules that come after them.
            basis: provisions that the answer rests on in addition.
        """
        del before, after, basis
        return cast("Answer[T_co]", self)

    def summary(self, lang: str = "sv") -> str:
        """Return the value or the reason in one line, in `lang`."""
        return self.label.to(lang)

    def _for_code(self) -> str:
        """Return the summary in English, with the names by which code refers to its parts."""
        return self.summary("en")

    def __iter__(self: "AnswerBase[Sequence[T]]") -> Iterator[T]:
        """Iterate over the members of a value that is a sequence.

        Raises:
            UndeterminedError: the answer has no value. An empty list never means "silent".
        """
        return iter(_sequence(self))

    def __getitem__(self: "AnswerBase[Sequence[T]]", index: int) -> T:
        """Return a member of a value that is a sequence."""
        return _sequence(self)[index]

    def __len__(self: "AnswerBase[Sequence[object]]") -> int:
        """Return the number of members of a value that is a sequence."""
        return len(_sequence(self))

    def __bool__(self) -> bool:
        """Return the truth of the value.

        Raises:
            UndeterminedError: the answer has no value.
        """
        return bool(self.content())

    def __repr__(self) -> str:
        """Return status, question, and the value or the reason, in English."""
        place = " ".join(part for part in (self.topic, f"of {self.subject}" if self.subject else "") if part)
        cited = len(self.citations) + len(self.sources)
        tail = f" [{cited} citation{'s' if cited != 1 else ''}]" if cited else ""
        applies = f"; {self.in_force.label.to('en')}" if self.in_force is not None else ""
        reported = f"; reported: {self.reports[0].in_language('en')}" if self.reports else ""
        see_also = f"; see_also: {len(self.see_also)}" if self.see_also else ""
        return f"<{type(self).__name__}{': ' + place if place else ''}: {self._for_code()}{tail}{applies}{reported}{see_also}>"


def common_fields(answer: AnswerBase[object]) -> dict[str, Any]:
    """Return the fields that every answer has."""
    return {each.name: getattr(answer, each.name) for each in attrs.fields(AnswerBase)}


def _sequence(answer: "AnswerBase[Sequence[T]]") -> "Sequence[T]":
    content = answer.content()
    if not isinstance(content, tuple):
        raise TypeError(f"the value is one {type(content).__name__}, not a sequence")
    return cast("Sequence[T]", content)
