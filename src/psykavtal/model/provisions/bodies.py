"""Where the principals meet, and how a matter moves between them."""

import enum

import attrs

from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions.base import Provision
from psykavtal.model.wording import Wording


@attrs.frozen(kw_only=True, repr=False)
class Arena(Provision):
    """A body that the document names or describes, and what it says of it.

    Attributes:
        body: id of the body.
        members: who is in it, by the words of the text.
    """

    body: str
    members: tuple[str, ...] = ()

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, and the body."""
        return {**super().refers_to(), "body": (self.body,)}


class RelationType(enum.Enum):
    """What the source does to, or for, the target."""

    ESCALATES_TO = "escalates-to"
    HANDS_OVER_TO = "hands-over-to"
    REPORTS_TO = "reports-to"
    INFORMS = "informs"
    DECIDES = "decides"
    APPROVES = "approves"
    COMMISSIONS = "commissions"
    PREPARES = "prepares"
    FOLLOWS_UP = "follows-up"
    STEERS = "steers"

    @property
    def label(self) -> Wording:
        """The label for people."""
        return _RELATIONS[self]


_RELATIONS = {
    RelationType.ESCALATES_TO: Wording(sv="lyfts till", en="is lifted to"),
    RelationType.HANDS_OVER_TO: Wording(sv="lämnas till", en="is handed over to"),
    RelationType.REPORTS_TO: Wording(sv="rapporterar till", en="reports to"),
    RelationType.INFORMS: Wording(sv="informerar", en="informs"),
    RelationType.DECIDES: Wording(sv="beslutar om", en="decides on"),
    RelationType.APPROVES: Wording(sv="godkänner", en="approves"),
    RelationType.COMMISSIONS: Wording(sv="ger uppdrag åt", en="commissions"),
    RelationType.PREPARES: Wording(sv="bereder", en="prepares"),
    RelationType.FOLLOWS_UP: Wording(sv="följer upp", en="follows up"),
    RelationType.STEERS: Wording(sv="styr", en="steers"),
}


@attrs.frozen(kw_only=True, repr=False)
class Relation(Provision):
    """A relation between two things: an edge of a graph.

    Attributes:
        relation: what kind.
        sources: ids of the things that it goes out from; empty if a matter enters, or the
            text leaves open who acts.
        target: id of the thing or document that it goes to.
        trigger: the occasions, any of which moves the matter.
    """

    relation: RelationType
    sources: tuple[str, ...] = ()
    target: str
    trigger: tuple[str, ...] = ()

    def refers_to(self) -> dict[str, tuple[str, ...]]:
        """Its own, sources and target."""
        return {**super().refers_to(), "sources": self.sources, "target": (self.target,)}


@attrs.frozen(kw_only=True, repr=False)
class InterimResponsibility(Provision):
    """Who is responsible while the principals disagree.

    Attributes:
        bearer: id of the fact that says which principal it is (who noticed the need, say).
        ends_when: what ends it; None if the text does not say.
    """

    bearer: str
    ends_when: Criterion | None = None
