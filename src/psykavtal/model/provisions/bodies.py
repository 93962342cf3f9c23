"""Kinds for bodies: arenas, relations between bodies, interim responsibility."""

import enum
from collections.abc import Hashable
from typing import ClassVar

import attrs

from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions.base import NameOf, Provision, named
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.vocabulary import FactType
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class Arena(Provision):
    """A body that the document names or describes.

    Attributes:
        body: id of the body.
        members: its members, in the words of the text.
    """

    PLURAL = Wording(sv="Organ", en="Bodies")
    TOPIC = "bodies.arenas"
    TABLE = "bodies"
    REFERENCES = (*Provision.REFERENCES, "body")
    QUOTED = frozenset({"members"})
    LABELS: ClassVar = {
        "body": Wording(sv="organ", en="body"),
        "members": Wording(sv="ingår", en="members"),
    }
    COLUMNS: ClassVar = {
        "body": FieldColumn(Wording(sv="Organet, med dess fullaste namn.", en="The body, by its fullest name.")),
        "members": FieldColumn(
            Wording(sv="De som ingår, med textens ord.", en="The members, in the words of the text.")
        ),
    }

    body: str
    members: tuple[str, ...] = ()

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the name of the body, with its members if the text gives them."""
        del topic
        name = named(self.body, name_of)
        if not self.members:
            return (name,)
        label, members = self.LABELS["members"], ", ".join(self.members)
        return (Wording(sv=f"{name.sv} ({label.sv}: {members})", en=f"{name.to('en')} ({label.to('en')}: {members})"),)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the name of the body."""
        del topic
        return named(self.body, name_of)


class RelationType(enum.Enum):
    """The type of a relation: the action of the source on or for the target."""

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


@kind
@attrs.frozen(kw_only=True, repr=False)
class Relation(Provision):
    """A relation between two things: an edge of a graph.

    Attributes:
        relation: the type.
        sources: ids of the things that it starts from; empty if a matter enters there, or the
            text does not name them.
        target: id of the thing or document that it leads to.
        trigger: the occasions, any of which moves the matter.
    """

    PLURAL = Wording(sv="Vägar och förhållanden mellan organ", en="Routes and relations between bodies")
    REFERENCES = (*Provision.REFERENCES, "sources", "target")
    FACTS: ClassVar = {"trigger": FactType.OCCASION}
    TABLE = "relations"
    LABELS: ClassVar = {
        "relation": Wording(sv="förhållande", en="relation"),
        "sources": Wording(sv="från", en="from"),
        "target": Wording(sv="till", en="to"),
        "trigger": Wording(sv="vid", en="on"),
    }
    COLUMNS: ClassVar = {
        "relation": FieldColumn(Wording(sv="Vad det ena organet gör.", en="The action of the one body.")),
        "target": FieldColumn(
            Wording(
                sv="Organet, funktionen eller dokumentet som det leder till.",
                en="The body, role or document that it leads to.",
            )
        ),
        "trigger": FieldColumn(
            Wording(sv="Tillfällena; något av dem räcker.", en="The occasions, any of which suffices.")
        ),
    }

    relation: RelationType
    sources: tuple[str, ...] = ()
    target: str
    trigger: tuple[str, ...] = ()

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the relation with the name of its target."""
        del topic
        label, name = self.relation.label, named(self.target, name_of)
        return Wording(sv=f"{label.sv} {name.sv}", en=f"{label.to('en')} {name.to('en')}")


@kind
@attrs.frozen(kw_only=True, repr=False)
class InterimResponsibility(Provision):
    """The responsibility while the principals disagree.

    Attributes:
        bearer: id of the fact that names the principal (such as the one who noticed the need).
        ends_when: the condition that ends it; None if the text does not state one.
    """

    PLURAL = Wording(sv="Ansvar under oenighet", en="Responsibilities during a disagreement")
    TOPIC = "disagreement.interim"
    TABLE = "duties"
    CONDITIONS = (*Provision.CONDITIONS, "ends_when")
    FACTS: ClassVar = {"bearer": FactType.PRINCIPAL}
    LABELS: ClassVar = {
        "bearer": Wording(sv="ansvarig", en="responsible"),
        "ends_when": Wording(sv="upphör vid", en="ends with"),
    }
    COLUMNS: ClassVar = {
        "ends_when": FieldColumn(
            Wording(sv="Villkoret som avslutar ansvaret.", en="The condition that ends the duty.")
        ),
    }

    bearer: str
    ends_when: Criterion | None = None

    @property
    def bearer_name(self) -> str:
        """The fact that names the bearer."""
        return self.bearer

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the name of the fact that names the bearer."""
        del topic
        return named(self.bearer, name_of)

    def comparable(self, topic: str) -> Hashable | None:
        """Return the bearer and the end."""
        return (self.bearer, self.ends_when) if topic == "disagreement.interim" else None
