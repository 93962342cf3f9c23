"""The base of all answers: common fields, access to the value, and combination.

`map` changes a value, `derive` adds rules and basis, `then` goes on to a further answer.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, Never, Self, TypeVar, cast

import attrs

from psykavtal.errors import UndeterminedError
from psykavtal.model.answers.statuses import STATUSES
from psykavtal.model.citations import Citation, WebSource
from psykavtal.model.display import Shown
from psykavtal.model.inference_rules import Rule
from psykavtal.model.provisions import NameOf, Provision, Review
from psykavtal.model.wording import Wording

if TYPE_CHECKING:
    from psykavtal.model.answers.ambiguity import Answer
    from psykavtal.model.answers.context import AnswerContext

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")
U = TypeVar("U")


@attrs.frozen(kw_only=True, repr=False)
class AnswerBase(Shown, Generic[T_co]):
    """The fields and methods that every answer has.

    Attributes:
        topic: id of the topic asked; empty for a question without a topic.
        subject: id of the document, agreement or county that was asked.
        on: the day asked for.
        basis: the provisions that the answer rests on.
        notes: remarks on the answer.
        also_reported: reports from elsewhere on the same question.
        missing_facts: ids of facts not given that could change the answer.
        name_of: returns names and labels by id, for display; None if the answer has no county behind it.
    """

    status: ClassVar[str] = ""

    topic: str = ""
    subject: str = ""
    on: date | None = None
    basis: tuple[Provision, ...] = ()
    notes: tuple[Wording, ...] = ()
    also_reported: tuple[Provision, ...] = ()
    missing_facts: tuple[str, ...] = ()
    name_of: NameOf | None = attrs.field(default=None, init=False, eq=False, repr=False)

    def named_by(self, name_of: NameOf) -> Self:
        """Set the names for display, and return the answer.

        They belong neither to its value nor to its JSON.
        """
        object.__setattr__(self, "name_of", name_of)
        return self

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The passages that the answer rests on, each once."""
        return tuple(dict.fromkeys(citation for each in self.basis for citation in each.citations))

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
        raise UndeterminedError(
            f"the answer is {self.status}: {self._for_code().rstrip('.')}.",
            value=self.status,
            place=self.topic or self.subject,
            fix="Match on the answer's class, or look at `status`, before asking for the value.",
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

    def then(
        self,
        ask: "Callable[[T_co], Answer[U]]",
        otherwise: "Callable[[Answer[Never]], Answer[U]]",
        *,
        context: "AnswerContext",
        if_reported: Wording,
    ) -> "Answer[U]":
        """Go on from the value to a further answer.

        The further answer is never more certain than this one. The further answer is derived if this one is, reported if this one is, and ambiguous if this one is.

        Args:
            ask: answers the further question, given the value.
            otherwise: answers it if this answer has no value.
            context: the further question, for an answer that becomes ambiguous.
            if_reported: the note on an answer that is reported because this one is.
        """
        del ask, context, if_reported
        return otherwise(cast("Answer[Never]", self))

    def follow(self, rules: tuple[Rule, ...], basis: tuple[Provision, ...]) -> "Answer[T_co]":
        """Make the answer depend on rules: part of a value's derivation, else noted."""
        del basis
        notes = (*self.notes, *(rule.wording for rule in rules))
        return cast("Answer[T_co]", attrs.evolve(self, notes=notes))

    def as_reported(self, basis: tuple[Provision, ...], note: Wording) -> "Answer[T_co]":
        """Make the answer depend on a report, with a note."""
        del basis
        return cast("Answer[T_co]", attrs.evolve(self, notes=(note, *self.notes)))

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
        return f"<{type(self).__name__}{': ' + place if place else ''}: {self._for_code()}{tail}>"


def _sequence(answer: "AnswerBase[Sequence[T]]") -> "Sequence[T]":
    content = answer.content()
    if not isinstance(content, tuple):
        raise TypeError(f"the value is one {type(content).__name__}, not a sequence")
    return cast("Sequence[T]", content)
