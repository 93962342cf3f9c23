"""A route through the bodies: the steps, and where the text stops."""

import enum
from collections.abc import Iterator

import attrs

from psykavtal.model.citations import Citation
from psykavtal.model.modality import Modality
from psykavtal.model.provisions import Relation
from psykavtal.model.validators import not_empty
from psykavtal.model.wording import Wording

UNNAMED = Wording(sv="namnges inte", en="not named")
AFTER = Wording(sv="efter", en="after")


def content_of_move(relation: Relation, sources: tuple[str, ...]) -> tuple[object, ...]:
    """Return all by which moves differ apart from wordings and citations.

    Args:
        relation: the relation by which the matter moves.
        sources: ids of the bodies that it goes out from here.
    """
    own = (relation.relation, relation.verb, relation.modality, relation.when, relation.defers_to)
    return (sources, relation.target, *own)


class RouteEnd(enum.Enum):
    """Why a route goes no further."""

    UNNAMED = "unnamed"
    LEADS_OUT = "leads-out"
    NOTHING_FURTHER = "nothing-further"
    CYCLE = "cycle"

    @property
    def label(self) -> Wording:
        """The end in a few words."""
        return _ENDS[self]


_ENDS = {
    RouteEnd.UNNAMED: Wording(sv="slutar där texten inte namnger någon", en="ends at a body that is not named"),
    RouteEnd.LEADS_OUT: Wording(
        sv="lämnas till ett annat dokument eller organ", en="is left to another document or body"
    ),
    RouteEnd.NOTHING_FURTHER: Wording(sv="inget mer anges", en="nothing further is stated"),
    RouteEnd.CYCLE: Wording(sv="går tillbaka till ett tidigare steg", en="goes back to an earlier step"),
}


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """One step of a route.

    Attributes:
        number: from 1.
        source: id of the body that it goes out from; None if the matter enters.
        target: id of the body or document that it goes to.
        target_name: its name, or the words by which the text refers to it.
        unnamed: whether the text names no body here, only describes one.
        relation: the provision that states it.
        sources: ids of every body that it can go out from here; empty if the matter enters.
        source_names: the names of these bodies.
    """

    number: int
    source: str | None
    target: str
    target_name: str
    unnamed: bool
    relation: Relation
    sources: tuple[str, ...] = ()
    source_names: tuple[str, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the provision."""
        return self.relation.citations

    @property
    def modality(self) -> Modality:
        """The modality of the provision: how strongly the text puts it."""
        return self.relation.modality

    @property
    def trigger(self) -> tuple[str, ...]:
        """The occasions that move the matter here."""
        return self.relation.trigger

    @property
    def content(self) -> tuple[object, ...]:
        """All by which steps in one place differ, apart from wordings and citations."""
        return (self.target, *content_of_move(self.relation, self.sources))

    def in_language(self, lang: str) -> str:
        """Return number and name, in `lang`."""
        return f"{self.number}. {self.target_name}{f' ({UNNAMED.to(lang)})' if self.unnamed else ''}"

    def __str__(self) -> str:
        """Number and name, in Swedish."""
        return self.in_language("sv")

    def __repr__(self) -> str:
        """Number, name and citations, in English."""
        places = "; ".join(str(each) for each in self.citations)
        return f"<Step {self.in_language('en')} [{places}]>"


@attrs.frozen(kw_only=True)
class Branch:
    """The end of one branch of a route.

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
    """The steps that a matter takes.

    Attributes:
        trigger: the occasion that started it.
        steps: in order; at a branch, the branches follow in the order of the text.
        branches: the end of each branch; one if the route does not branch.
        leads_out_to: ids of the documents and bodies to which the text hands the matter over.
        not_stated: what the text leaves open about the route.
    """

    trigger: str
    steps: tuple[Step, ...] = attrs.field(validator=not_empty)
    branches: tuple[Branch, ...] = attrs.field(validator=not_empty)
    leads_out_to: tuple[str, ...] = ()
    not_stated: tuple[Wording, ...] = ()

    @property
    def end(self) -> RouteEnd:
        """Why the route goes no further; for several branches, the last in text order."""
        return self.branches[-1].end

    @property
    def end_reason(self) -> Wording:
        """Why the route goes no further, for people: of every branch."""
        if not self.is_branching:
            return self.branches[0].end_reason
        return Wording(
            sv=" ".join(f"Efter steg {each.step}: {each.end_reason.sv}" for each in self.branches),
            en=" ".join(f"After step {each.step}: {each.end_reason.to('en')}" for each in self.branches),
        )

    @property
    def is_branching(self) -> bool:
        """True if the route branches."""
        return len(self.branches) > 1

    @property
    def content(self) -> tuple[object, ...]:
        """All that distinguishes this route from another on the same occasion.

        Wordings and citations are left out.
        """
        return (
            *(step.content for step in self.steps),
            *((each.step, each.end) for each in self.branches),
            self.leads_out_to,
        )

    def origins(self) -> Iterator[tuple[Step, str]]:
        """Yield each step with the names of the bodies that it goes out from.

        The names are empty if the only such body is the target of the step before.
        """
        before: str | None = None
        for step in self.steps:
            yield step, "" if step.sources == (before,) else " / ".join(step.source_names)
            before = step.target

    def in_language(self, lang: str) -> str:
        """Return the steps and the end, in `lang`."""
        text = ""
        for step, origin in self.origins():
            after = f" ({AFTER.to(lang)} {origin})" if origin else ""
            between = "" if not text else "; " if origin or not step.sources else " → "
            text += f"{between}{step.in_language(lang)}{after}"
        return f"{text} ∎ {self.end_reason.to(lang)}"

    def __str__(self) -> str:
        """The steps and the end, in Swedish."""
        return self.in_language("sv")

    def __repr__(self) -> str:
        """Each step on its line with its citations, and the end, in English."""
        lines = "".join(f"\n  {step!r}" for step in self.steps)
        ends = ", ".join(each.end.value for each in self.branches)
        return f"<Route {self.trigger}:{lines}\n  ends: {ends}: {self.end_reason.to('en')}>"
