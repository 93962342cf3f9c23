"""All counties that are installed: the entry point."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.searchable_counties import SearchableCounties
from psykavtal.agreements.tabulated_counties import TabulatedCounties
from psykavtal.errors import (
    Message,
    MissingPluginError,
    UnknownCountyError,
    UnknownMunicipalityError,
    near_name,
    suggestion,
)
from psykavtal.errors.messages import joined
from psykavtal.lazy import Frozen, locked_property
from psykavtal.model import arguments
from psykavtal.model.display import ReprOnly
from psykavtal.model.records import CountyRecord
from psykavtal.model.vocabulary import Fact, Topic
from psykavtal.plugins.loading import load_registry
from psykavtal.plugins.problems import Problem
from psykavtal.plugins.registry import Registry

if TYPE_CHECKING:
    from datetime import date

    from psykavtal.agreements.county import County
    from psykavtal.agreements.reading_choices import Readings
    from psykavtal.cases.case import Case
    from psykavtal.cases.evaluator import CaseEvaluator
    from psykavtal.cases.result_types import Membership
    from psykavtal.cases.what_applies import WhatApplies
    from psykavtal.model.answers import Answer

_INSTALL = Message(
    en="A county is installed with its own distribution.",
    sv="Ett län installeras med sin egen distribution.",
)


@attrs.frozen(repr=False, eq=False, slots=False)
class Counties(Frozen, ReprOnly, SearchableCounties, TabulatedCounties):
    """The counties in the order of their codes, by id, SCB code and name.

    Attributes:
        records: what is recorded of each.
        registry: where they come from.
    """

    records: tuple[CountyRecord, ...]
    registry: Registry

    @locked_property
    def members(self) -> "tuple[County, ...]":
        """The counties as they are asked."""
        from psykavtal.agreements.county import County  # noqa: PLC0415 (brings all that can be asked: only who asks waits for it)

        return tuple(County(CountyData(record, self.registry)) for record in self.records)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Disabled plugins, each with the reason."""
        return tuple(self.registry.problems)

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The vocabulary of topics, by id."""
        return self.registry.topics

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The vocabulary of facts, by id."""
        return self.registry.facts

    def by_municipality(self, name_or_code: str) -> "County":
        """The county of a municipality, by its name or SCB code.

        Names are matched with å, ä and ö as they are: Habo is not Håbo.

        Raises:
            UnknownMunicipalityError: no installed county has it.
        """
        name_or_code = str(name_or_code)
        for county in self.members:
            if county.place.municipality(name_or_code) is not None:
                return county
        names = [each.name for record in self.records for each in record.place.municipalities]
        fault = Message(
            en="no installed county has a municipality {name!r}.",
            sv="inget installerat län har någon kommun {name!r}.",
            name=name_or_code,
        )
        near = near_name(name_or_code, names)
        installed = suggestion("", self, kind="counties")
        fix = joined(filter(None, (near, installed, _INSTALL)), " ")
        raise UnknownMunicipalityError(fault, value=name_or_code, fix=fix)

    @locked_property
    def _evaluator(self) -> "CaseEvaluator":
        from psykavtal.cases.evaluator import CaseEvaluator  # noqa: PLC0415 (brings all that a case is asked with)

        return CaseEvaluator(counties=self.members, facts=self.facts)

    def what_applies(
        self,
        case: "Case",
        *,
        on: "date | str",
        readings: "Readings" = None,
        include_reported: bool = False,
        document: str | None = None,
        county: str | None = None,
        keep_case: bool = False,
    ) -> "WhatApplies":
        """Apply the agreement of the responsible municipality's county to a case on a day.

        Not an assessment (bedömning): the result gives what the texts state for the facts given.

        Args:
            case: the facts given about the person; a fact not given is unknown.
            on: the day.
            readings: a reading by its name for all ("inclusive"), or by provision.
            include_reported: whether reported facts are included.
            document: id of a document to ask, whether it applies on the day or not.
            county: another county to ask, by id, code or name, as if it were responsible.
            keep_case: whether the answer keeps the case; otherwise only the results that follow from it.

        Raises:
            CaseError: the case cannot be asked; with all faults, and nothing of the person.
            InvalidDateError: `on` is not a date.
            UnknownReadingError: no provision has such a reading.
            UnknownDocumentError: the county has no such document.

        Examples:
            >>> from psykavtal import Case
            >>> case = Case(municipality="Åre", age=30, facts={"psychiatric-disability": True, "coordinated": False})
            >>> load_counties().what_applies(case, on="2026-01-10").target_group.value
            false
        """
        query = self._evaluator.query(on, readings, document, include_reported=include_reported)
        if county is not None:
            query = attrs.evolve(query, county=self[county])
        answer = self._evaluator.what_applies(case, query)
        return attrs.evolve(answer, case=case) if keep_case else answer

    def target_group(
        self,
        case: "Case",
        *,
        on: "date | str",
        readings: "Readings" = None,
        include_reported: bool = False,
        document: str | None = None,
    ) -> "Answer[Membership]":
        """Return whether the person is in the target group.

        This is that part of `what_applies` alone, for many cases.

        Raises:
            CaseError: the case cannot be asked; with all faults, and nothing of the person.
        """
        query = self._evaluator.query(on, readings, document, include_reported=include_reported)
        return self._evaluator.target_group(case, query)

    def select(self, names: str | Sequence[str]) -> "Counties":
        """Return some of the counties, by id, code or name; all if none is named.

        Raises:
            UnknownCountyError: no installed county has one of the names.
        """
        chosen = [self[name].code for name in arguments.texts(names, "names")]
        records = tuple(each for each in self.records if not names or each.place.code in chosen)
        return Counties(records, self.registry)

    def __getitem__(self, name: str) -> "County":
        """A county by its id, its SCB code or its name.

        Raises:
            UnknownCountyError: no installed county has this name.
        """
        wanted = str(name).strip().casefold()
        for county in self.members:
            if wanted in (county.id, county.code, county.name.casefold()):
                return county
        known = list(self)
        fault = Message(en="no installed county {name!r}.", sv="inget installerat län {name!r}.", name=name)
        near = suggestion(str(name), known, kind="counties")
        raise UnknownCountyError(fault, value=name, fix=joined((near, _INSTALL), " "))

    def __iter__(self) -> Iterator[str]:
        """The ids, in the order of the codes."""
        return (each.place.id for each in self.records)

    def __len__(self) -> int:
        """Return the number of counties."""
        return len(self.records)

    def __eq__(self, other: object) -> bool:
        """Return whether all available data is equal; reads every document."""
        if not isinstance(other, Counties):
            return False
        return self.registry.snapshot(self.records) == other.registry.snapshot(other.records)

    def __hash__(self) -> int:
        """By the counties' codes."""
        return hash(tuple(each.place.code for each in self.records))

    def __repr__(self) -> str:
        """Return the ids, and the number of disabled plugins."""
        disabled = f"; {len(self.problems)} plugin(s) disabled" if self.problems else ""
        return f"<Counties {', '.join(self)}{disabled}>"


def load_counties(plugins: Sequence[object] | None = None, *, strict: bool = False) -> Counties:
    """Load every county that is installed.

    A plugin that fails is disabled with a warning and listed in `problems`; the others
    still work. Contents are read on first use.

    Args:
        plugins: plugins to use instead of those that are installed.
        strict: read everything now, and raise every problem instead of warning.

    Raises:
        InvalidValueError: `plugins` is text.
        MissingPluginError: no county is installed.
        ExceptionGroup: in strict mode, with every problem.

    Examples:
        >>> counties = load_counties()
        >>> counties["23"].name
        'Jämtland Härjedalen'
        >>> counties.by_municipality("Åre").id
        'jamtland'
    """
    registry = load_registry(plugins, strict=strict)
    if not registry.records and not registry.problems:
        raise MissingPluginError(Message(en="no county is installed.", sv="inget län är installerat."), fix=_INSTALL)
    return Counties(registry.records, registry)
