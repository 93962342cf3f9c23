"""The parts of an answer to a case.

They are provisions, each with the truth of its condition for the person, and the trace of that.

Their `repr` shows their subject, and nothing of the person, since it ends up in logs and errors.
"""

import enum
from datetime import date
from typing import Generic, TypeVar

import attrs

from psykavtal.agreements.escalation.routes import Route
from psykavtal.model.ages import AgeRange
from psykavtal.model.answers import Answer
from psykavtal.model.condition_evaluation import Trace
from psykavtal.model.display import OfCase
from psykavtal.model.provisions import InterimResponsibility, LinkedAgreement, Provision, ServiceAges, TargetGroup
from psykavtal.model.truth import Truth
from psykavtal.model.vocabulary import Principal

P = TypeVar("P", bound=Provision)


@attrs.frozen(kw_only=True, repr=False)
class MatchedProvision(OfCase, Generic[P]):
    """A provision, with the truth of its condition for the person.

    Attributes:
        provision: the provision.
        applies: the truth of the condition; true if it has none.
        trace: the condition, part by part; None if it has none.
        missing_facts: the facts not given that would decide it; "age" for an age.
    """

    provision: P
    applies: Truth
    trace: Trace | None = None
    missing_facts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The provision."""
        return f"<{type(self).__name__} {self.provision.id}>"


@attrs.frozen(kw_only=True, repr=False)
class Membership(OfCase):
    """Membership of the person in the target group, clause by clause.

    Attributes:
        applies: true, false or unknown.
        clauses: each group that the text covers, and whether the person is in it, in the order of the text.
        missing_facts: the facts not given that would decide it.
    """

    applies: Truth
    clauses: tuple[MatchedProvision[TargetGroup], ...]
    missing_facts: tuple[str, ...] = ()

    @property
    def decided_by(self) -> tuple[str, ...]:
        """Return the ids of the clauses that decide.

        They are the first that covers the person, or all, if each excludes them.
        """
        if self.applies is Truth.TRUE:
            return tuple(each.provision.id for each in self.clauses if each.applies is Truth.TRUE)[:1]
        return tuple(each.provision.id for each in self.clauses) if self.applies is Truth.FALSE else ()

    def __bool__(self) -> bool:
        """Return whether the person is in the group.

        Raises:
            UndeterminedError: it is unknown.
        """
        return bool(self.applies)

    def __str__(self) -> str:
        """The verdict."""
        return self.applies.value

    __repr__ = __str__


@attrs.frozen(kw_only=True, repr=False)
class ServiceFor(OfCase):
    """A service, or a part of one, and whether it is for the person.

    Attributes:
        key: its id, with the part of it that the text is about.
        provision: the provision about its ages.
        applies: whether it is for somebody of this age; unknown if readings differ.
        missing_facts: the facts not given that would decide it.
    """

    key: str
    provision: ServiceAges
    applies: Truth
    missing_facts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The service."""
        return f"<ServiceFor {self.key}>"


@attrs.frozen(kw_only=True, repr=False)
class AgeBand(OfCase):
    """Ages within which the same services are available.

    Attributes:
        ages: the ages.
        services: keys of those that surely are for these ages; several overlap, none is a hole
            unless some are `possible`.
        possible: keys of those of which it is open: by how the text is read, or by a fact not given.
    """

    ages: AgeRange
    services: tuple[str, ...]
    possible: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """The ages."""
        return f"<AgeBand {self.ages}>"


@attrs.frozen(kw_only=True, repr=False)
class Services(OfCase):
    """The services whose ages a text gives, for one person.

    Attributes:
        each: every one, in the order of the text.
        bands: the ages from birth on, divided by the services that are available.
        without_ages: keys of those whose ages the text gives in words only; they are in no band.
    """

    each: tuple[ServiceFor, ...]
    bands: tuple[AgeBand, ...]
    without_ages: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return a text with the number of items."""
        return f"<Services {len(self.each)}>"


class Change(enum.Enum):
    """The change to a service on a birthday."""

    BEGINS = "begins"
    ENDS = "ends"


@attrs.frozen(kw_only=True, repr=False)
class Transition(OfCase):
    """A birthday on which a service begins or ends for the person.

    Attributes:
        on: the day: the first on which it is there, or is no longer there.
        age: the age that the person reaches.
        change: which of both.
        key: the service.
        provision: id of the provision that states it.
        readings: the readings under which it is this day; empty if it is the same under all.
        applies: the truth of the service's own condition; true if it has none.
    """

    on: date
    age: int
    change: Change
    key: str
    provision: str
    readings: tuple[str, ...] = ()
    applies: Truth = Truth.TRUE

    def __repr__(self) -> str:
        """Return the service, and not the day, which reveals the birth date."""
        return f"<Transition of {self.key}>"


@attrs.frozen(kw_only=True, repr=False)
class LinkedDocument(MatchedProvision[LinkedAgreement]):
    """Another document that applies beside the agreement, and whether it comes into play.

    Attributes:
        is_available: whether its text is available; if not, its content is not recorded.
        address: where it can be fetched; empty if unknown.
    """

    is_available: bool
    address: str = ""


@attrs.frozen(kw_only=True, repr=False)
class InterimDuty(MatchedProvision[InterimResponsibility]):
    """Who is responsible while the principals disagree.

    Attributes:
        principal: which principal it is; None if the fact that decides it was not given.
        ended: whether it has ended according to the text; unknown if that is not given, or
            the text names no end.
    """

    principal: Principal | None
    ended: Truth


@attrs.frozen(kw_only=True, repr=False)
class OccasionRoute(OfCase):
    """The route of a matter on one occasion.

    Attributes:
        trigger: the occasion.
        applies: whether it has arisen, by the facts given.
        route: the route, and where the text stops.
    """

    trigger: str
    applies: Truth
    route: Answer[Route]

    def __repr__(self) -> str:
        """The occasion."""
        return f"<OccasionRoute on {self.trigger}>"


@attrs.frozen(kw_only=True, repr=False)
class Disagreement(OfCase):
    """The rules that apply if the principals disagree.

    Attributes:
        applies: whether they do, by the facts given.
        interim: who is responsible meanwhile, each under its own condition.
        routes: the route on each occasion, except those given as not arisen.
        next_steps: from where the matter now is; None if that is not given.
    """

    applies: Truth
    interim: Answer[tuple[InterimDuty, ...]]
    routes: tuple[OccasionRoute, ...]
    next_steps: Answer[tuple[Provision, ...]] | None = None

    def __repr__(self) -> str:
        """Return the name of the class alone."""
        return "<Disagreement>"
