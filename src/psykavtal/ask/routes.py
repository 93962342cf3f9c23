"""A route through the bodies: the steps, and where the text stops."""

import enum

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Relation
from psykavtal.model.wording import Wording


class RouteEnd(enum.Enum):
    """Why a route goes no further."""

    UNNAMED = "unnamed"
    LEADS_OUT = "leads-out"
    NOTHING_FURTHER = "nothing-further"
    CYCLE = "cycle"


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """One step of a route.

    Attributes:
        number: from 1.
        source: id of the body that it goes out from; None where the matter enters.
        target: id of the body or document that it goes to.
        target_name: its name, or the words by which the text refers to it.
        unnamed: whether the text names no body here, only describes one.
        relation: the provision that says so.
    """

    number: int
    source: str | None
    target: str
    target_name: str
    unnamed: bool
    relation: Relation

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it says so."""
        return self.relation.citations

    @property
    def modality(self) -> Modality:
        """How strongly the text puts it."""
        return self.relation.modality

    @property
    def trigger(self) -> tuple[str, ...]:
        """The occasions that move the matter here."""
        return self.relation.trigger

    def __str__(self) -> str:
        """Number and name."""
        return f"{self.number}. {self.target_name}{' (namnges inte)' if self.unnamed else ''}"

    def __repr__(self) -> str:
        """Number, name and where it says so."""
        places = "; ".join(str(each) for each in self.citations)
        return f"<Step {self} [{places}]>"


@attrs.frozen(kw_only=True)
class Branch:
    """Where one branch of a route goes no further.

    Attributes:
        step: the number of its last step.
        end: why it goes no further.
        end_reason: the same for people.
    """

    step: int
    end: RouteEnd
    end_reason: Wording


@attrs.frozen(kw_only=True, repr=False)
class Route:
    """The way that a matter takes.

    Attributes:
        trigger: the occasion that started it.
        steps: in order; where the text lets it branch, the branches follow in its order.
        branches: where each branch ends; one where the route does not branch.
        leads_out_to: ids of the documents and bodies to which the text hands the matter over.
        not_stated: what the text leaves open about the route.
    """

    trigger: str
    steps: tuple[Step, ...]
    branches: tuple[Branch, ...]
    leads_out_to: tuple[str, ...] = ()
    not_stated: tuple[Wording, ...] = ()

    @property
    def end(self) -> RouteEnd:
        """Why the route goes no further; of several branches, the last one in the order of the text."""
        return self.branches[-1].end

    @property
    def end_reason(self) -> Wording:
        """Why the route goes no further, for people: of every branch."""
        if len(self.branches) == 1:
            return self.branches[0].end_reason
        return Wording(
            sv=" ".join(f"Efter steg {each.step}: {each.end_reason.sv}" for each in self.branches),
            en=" ".join(f"After step {each.step}: {each.end_reason.to('en')}" for each in self.branches),
        )

    def __str__(self) -> str:
        """The steps and the end."""
        return f"{' → '.join(str(step) for step in self.steps)} ∎ {self.end_reason}"

    def __repr__(self) -> str:
        """Each step on its line, with where it says so, and the end."""
        lines = "".join(f"\n  {step!r}" for step in self.steps)
        return f"<Route {self.trigger}:{lines}\n  ends: {', '.join(each.end.value for each in self.branches)}: {self.end_reason}>"
