"""Whom a document is for."""

import attrs

from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions.base import Provision


@attrs.frozen(kw_only=True, repr=False)
class TargetGroup(Provision):
    """A group of people whom the document covers, or singles out.

    Attributes:
        who: the condition for being in it, apart from age.
        age_limits: as written and as understood; empty if the text sets none.
        emphasis: true if the text only singles the group out for attention, and does not
            say that it makes somebody covered.
    """

    who: Criterion | None = None
    age_limits: tuple[AgeLimit, ...] = ()
    emphasis: bool = False


@attrs.frozen(kw_only=True, repr=False)
class ServiceAges(Provision):
    """The ages that a service is for.

    Attributes:
        service: id of the service.
        age_limit: as written and as understood.
        matter: which part of the service it is about, where the text parts it; else empty.
    """

    service: str
    age_limit: AgeLimit
    matter: str = ""

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the service."""
        return {**super().refers_to(), "service": (self.service,)}
