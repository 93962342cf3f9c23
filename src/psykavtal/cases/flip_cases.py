"""The smallest sets of facts for which two documents differ on the target group."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

import attrs

from psykavtal.agreements.diff.compared_documents import DiffDocument
from psykavtal.model.ages import AgeRange
from psykavtal.model.display import Printable
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True)
class FlipFact:
    """A fact of a flip case.

    Attributes:
        fact: id of the fact.
        label: its label.
        value: true or false.
    """

    fact: str
    label: Wording
    value: bool


@attrs.frozen(kw_only=True)
class FlipCase:
    """A smallest set of facts for which two documents differ on the target group.

    Attributes:
        facts: the facts, by id.
        ages: the ages for which they differ; None if no age is needed.
        before: whether the person is in the target group of the first document.
        after: the same for the second.
        before_by: ids of the provisions that decide the first verdict; empty if it is unknown.
        after_by: the same for the second.
    """

    facts: tuple[FlipFact, ...]
    ages: AgeRange | None
    before: Truth
    after: Truth
    before_by: tuple[str, ...] = ()
    after_by: tuple[str, ...] = ()

    @property
    def is_undecided(self) -> bool:
        """Return whether one of the documents does not decide.

        Further facts or a reading can then remove the difference.
        """
        return Truth.UNKNOWN in (self.before, self.after)

    @property
    def size(self) -> int:
        """The number of facts, an age counting as one."""
        return len(self.facts) + (self.ages is not None)


@attrs.frozen(kw_only=True, repr=False)
class FlipCases(Printable, Sequence[FlipCase]):
    """The smallest sets of facts for which two documents differ on the target group.

    Those with the fewest facts are first.

    Attributes:
        before: the first document.
        after: the second.
        on: the day.
        cases: the sets. None contains another.
        facts: ids of the facts on which the target groups depend, without those that follow from the age.
        depends_on_age: whether a target group depends on the age.
        reason: the reason if a document does not decide who is in its target group; then no case is found.
    """

    before: DiffDocument
    after: DiffDocument
    on: date
    cases: tuple[FlipCase, ...] = ()
    facts: tuple[str, ...] = ()
    depends_on_age: bool = False
    reason: Wording | None = None

    @property
    def sentence(self) -> Wording:
        """The number of cases, or the reason for none, as a sentence."""
        if self.reason is not None:
            return self.reason
        certain = sum(not each.is_undecided for each in self.cases)
        if not certain:
            return _NONE
        return Wording(
            sv=f"Målgruppen skiljer sig i {certain} minsta fall."
            if certain > 1
            else "Målgruppen skiljer sig i ett minsta fall.",
            en=f"The target group differs in {certain} smallest cases."
            if certain > 1
            else "The target group differs in one smallest case.",
        )

    @overload
    def __getitem__(self, index: int) -> FlipCase: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FlipCase]: ...
    def __getitem__(self, index: int | slice) -> FlipCase | Sequence[FlipCase]:
        """A case, or several."""
        return self.cases[index]

    def __iter__(self) -> Iterator[FlipCase]:
        """The cases."""
        return iter(self.cases)

    def __len__(self) -> int:
        """Return the number of cases."""
        return len(self.cases)

    def __repr__(self) -> str:
        """Return both ids and the number of cases."""
        return f"<FlipCases of {self.before.document} and {self.after.document} on {self.on}: {len(self)}>"


_NONE = Wording(
    sv="Inga fakta ger olika besked om målgruppen.", en="No facts give different verdicts on the target group."
)
