"""The ages that services are for, as conditions to evaluate."""

from collections.abc import Iterable, Mapping

import attrs

from psykavtal.agreements.document_on_day import DocumentOnDay
from psykavtal.agreements.interpretations import interpretations
from psykavtal.agreements.provision_conditions import condition_of, consensus
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.condition_evaluation import evaluator_of
from psykavtal.model.conditions import Criterion, InWords
from psykavtal.model.provisions import ServiceAges


@attrs.frozen(kw_only=True)
class ServiceClause:
    """A service, or a part of one, with the ages that it is for.

    Attributes:
        provision: the provision that states it, as written.
        versions: the provision under each interpretation that is left, by the names of the
            readings; one without a name if it has one meaning.
    """

    provision: ServiceAges
    versions: tuple[tuple[str, ServiceAges], ...]

    @property
    def key(self) -> str:
        """The service's id, with the part of it that the text is about."""
        matter = self.versions[0][1].matter if self.is_one_matter else self.provision.matter
        return self.provision.service + (f" ({matter})" if matter else "")

    @property
    def is_one_matter(self) -> bool:
        """Return whether the text is about the same part of the service under every interpretation."""
        return len({each.matter for _, each in self.versions}) == 1

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The condition on the people it is for, under each interpretation.

        Unknown if the interpretations differ in the part of the service: each then states nothing on the others.
        """
        if not self.is_one_matter:
            return (InWords(),)
        conditions = (condition_of(each, each.age_limit) for _, each in self.versions)
        return tuple(each for each in conditions if each is not None)

    def covers(self, facts: Mapping[str, bool], age: int | None) -> bool | None:
        """Return whether the service is for somebody under every interpretation; None if unknown."""
        return consensus(evaluator_of(each)(facts, age)[0] for each in self.criteria)


def service_clauses(edition: DocumentOnDay, readings: Readings = None) -> tuple[ServiceClause, ...]:
    """Return the services whose ages an edition gives, in the order of the text."""
    found = edition.holdings.provisions_about(edition.id)
    stated = (each for each in found if isinstance(each, ServiceAges) and not each.is_reported)
    return clauses_of(stated, readings)


def clauses_of(provisions: Iterable[ServiceAges], readings: Readings = None) -> tuple[ServiceClause, ...]:
    """Return services with the ages that they are for, under each interpretation left."""
    return tuple(_clause(each, readings) for each in provisions)


def _clause(provision: ServiceAges, readings: Readings) -> ServiceClause:
    found, _ = interpretations((provision,), readings)
    versions = tuple((each.name, each.read((provision,))[0]) for each in found)
    return ServiceClause(provision=provision, versions=versions or (("", provision),))
