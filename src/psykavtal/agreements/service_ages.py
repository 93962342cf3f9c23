"""Which services are for which ages, made ready to be judged."""

from collections.abc import Iterable, Mapping

import attrs

from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.interpretations import Readings, interpretations
from psykavtal.agreements.provision_conditions import condition_of, consensus
from psykavtal.model.condition_evaluation import evaluator_of
from psykavtal.model.conditions import Criterion
from psykavtal.model.provisions import ServiceAges


@attrs.frozen(kw_only=True)
class ServiceClause:
    """A service, or a part of one, with whom it is for by age.

    Attributes:
        provision: the provision that says so, as the text has it.
        ways: the provision under each way to read it that is left, by the names of the
            readings; one without a name where it has one meaning.
    """

    provision: ServiceAges
    ways: tuple[tuple[str, ServiceAges], ...]

    @property
    def key(self) -> str:
        """The service's id, with the part of it that the text is about."""
        return self.provision.service + (f" ({self.provision.matter})" if self.provision.matter else "")

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """For whom it is, under each way to read it."""
        conditions = (condition_of(each, each.age_limit) for _, each in self.ways)
        return tuple(each for each in conditions if each is not None)

    def covers(self, facts: Mapping[str, bool], age: int | None) -> bool | None:
        """Whether it is for somebody, however it is read; None where that is not known."""
        return consensus(evaluator_of(each)(facts, age)[0] for each in self.criteria)


def service_clauses(edition: DocumentOnDay, readings: Readings = None) -> tuple[ServiceClause, ...]:
    """The services whose ages an edition gives, in the order of the text."""
    found = edition.find(kind=ServiceAges)
    return clauses_of((each for each in found if isinstance(each, ServiceAges)), readings)


def clauses_of(provisions: Iterable[ServiceAges], readings: Readings = None) -> tuple[ServiceClause, ...]:
    """Services with whom they are for, under each way to read them that is left."""
    return tuple(_clause(each, readings) for each in provisions)


def _clause(provision: ServiceAges, readings: Readings) -> ServiceClause:
    found, _ = interpretations((provision,), readings)
    ways = tuple((each.name, each.read((provision,))[0]) for each in found)
    return ServiceClause(provision=provision, ways=ways or (("", provision),))
