"""Kinds for target groups and the ages of services."""

from collections.abc import Hashable
from typing import ClassVar

import attrs

from psykavtal.model.age_wording import limit_short, limit_text
from psykavtal.model.ages import AgeLimit
from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions.base import NameOf, Provision, listed, named
from psykavtal.model.provisions.kind_register import kind
from psykavtal.model.table_columns import FieldColumn
from psykavtal.model.wording import Wording


@kind
@attrs.frozen(kw_only=True, repr=False)
class TargetGroup(Provision):
    """A group of people that the document covers or emphasises.

    Attributes:
        who: the condition for being in it, apart from age.
        age_limits: the age limits; empty if the text sets none.
        emphasis: true if the text only draws attention to the group, and does not cover
            anyone by it.
    """

    PLURAL = Wording(sv="Målgrupper", en="Target groups")
    TABLE = "target-groups"
    CONDITIONS = (*Provision.CONDITIONS, "who")
    SINGLE_VALUES = frozenset({"target-group.age"})
    LABELS: ClassVar = {
        "age_limits": Wording(sv="ålder", en="age"),
        "emphasis": Wording(sv="bara särskild uppmärksamhet", en="special attention only"),
        "who": Wording(sv="vem", en="who"),
    }

    who: Criterion | None = None
    age_limits: tuple[AgeLimit, ...] = ()
    emphasis: bool = False

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the age limits on the topic of age, else the wording."""
        del name_of
        if topic != "target-group.age" or not self.age_limits:
            return (self.wording,)
        return tuple(limit_text(each) for each in self.age_limits)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the ages in figures, on the topic of age."""
        del name_of
        if topic != "target-group.age" or not self.age_limits:
            return None
        return listed(limit_short(each) for each in self.age_limits)

    def comparable(self, topic: str) -> Hashable | None:
        """Return the ranges of ages, or the condition for being in the group."""
        match topic:
            case "target-group.age":
                ranges = tuple(limit.range for limit in self.age_limits)
                return None if not ranges or None in ranges else ranges
            case "target-group.who" | "target-group.kin":
                return self.who
            case _:
                return None


@kind
@attrs.frozen(kw_only=True, repr=False)
class ServiceAges(Provision):
    """The ages that a service covers.

    Attributes:
        service: id of the service.
        age_limit: the age limit.
        matter: the part of the service, if the text divides it; else empty.
    """

    PLURAL = Wording(sv="Åldersgränser för verksamheter", en="Ages of services")
    TOPIC = "services.ages"
    TABLE = "ages"
    REFERENCES = (*Provision.REFERENCES, "service")
    QUOTED = frozenset({"matter"})
    LABELS: ClassVar = {
        "age_limit": Wording(sv="ålder", en="age"),
        "matter": Wording(sv="del av verksamheten", en="part of the service"),
        "service": Wording(sv="verksamhet", en="service"),
    }
    COLUMNS: ClassVar = {
        "matter": FieldColumn(
            Wording(sv="Den del av verksamheten som åldern gäller.", en="The part of the service that the age is for.")
        ),
        "service": FieldColumn(
            Wording(
                sv="Verksamheten som åldern gäller; tom för målgrupper och villkor.",
                en="The service that the age is for; empty for target groups and conditions.",
            )
        ),
    }

    service: str
    age_limit: AgeLimit
    matter: str = ""

    def lines(self, topic: str, name_of: NameOf) -> tuple[Wording, ...]:
        """Return the service with its ages."""
        del topic
        ages, name = limit_text(self.age_limit), named(self.service, name_of)
        matter = f" ({self.matter})" if self.matter else ""
        return (Wording(sv=f"{name.sv}{matter}: {ages.sv}", en=f"{name.to('en')}{matter}: {ages.to('en')}"),)

    def short(self, topic: str, name_of: NameOf) -> Wording | None:
        """Return the service with its ages in figures."""
        del topic
        ages, name = limit_short(self.age_limit), named(self.service, name_of)
        return Wording(sv=f"{name.sv} {ages.sv}", en=f"{name.to('en')} {ages.to('en')}")
