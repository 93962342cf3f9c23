"""Arguments that give an undetermined answer of a county a value; each was tried."""

from collections.abc import Iterator, Mapping

import attrs

from psykavtal.agreements.applicability import agreement_in_force
from psykavtal.agreements.county_answers import candidates_of, county_answer
from psykavtal.agreements.county_data import CountyData
from psykavtal.agreements.query import Query
from psykavtal.agreements.reading_choices import reading_choices
from psykavtal.agreements.subject_answers import answer_of_document
from psykavtal.lazy import Frozen
from psykavtal.model.answers import Ambiguous, Answer, Derived, InForce, Stated
from psykavtal.model.provisions import Provision, side_name
from psykavtal.model.truth import Truth

_MOST = 6


def has_value(answer: Answer[object], in_force: InForce | None) -> bool:
    """Return whether an answer of a county has a value."""
    determined = isinstance(answer, Stated | Derived) or (isinstance(answer, Ambiguous) and answer.chosen is not None)
    return determined and (in_force is None or in_force.verdict is Truth.TRUE)


@attrs.frozen(eq=False, repr=False)
class CountyRemedies(Frozen):
    """Finds the arguments that give a county's answer a value, by trying them.

    The pickle of an answer does not contain it.

    Attributes:
        data: the county's data.
        query: the query, whose answer has no value.
        in_force: the verdict on the agreement.
    """

    data: CountyData
    query: Query
    in_force: InForce

    def ways_out(self, answer: Answer[object]) -> tuple[str, ...]:
        """Return the arguments and calls that give a value, ready to paste."""
        found = [text for text, trial in _trials(self.query, answer, self.in_force) if self._gives_value(trial)]
        for candidate in candidates_of(self.in_force):
            asked = answer_of_document(self.data, self.query.of(candidate.document))
            if isinstance(asked, Stated | Derived):
                day = self.query.on.isoformat()
                found.append(f'county.document("{candidate.document}", on="{day}").ask("{self.query.topic}")')
        return tuple(found[:_MOST])

    def _gives_value(self, trial: Query) -> bool:
        verdict = agreement_in_force(self.data, trial.of(self.in_force.subject, topic=""))
        return has_value(county_answer(self.data, trial, verdict), verdict)

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Leave the county out of the pickle of an answer."""
        return type(None), ()


def _trials(query: Query, answer: Answer[object], in_force: InForce) -> Iterator[tuple[str, Query]]:
    """Yield changes of one argument, each with its text."""
    for fact in in_force.missing_facts:
        for value in (False, True):
            yield f'facts={{"{fact}": {value}}}', attrs.evolve(query, facts={**query.facts, fact: value})
    for group, name in _readings((*in_force.basis, *answer.basis)):
        own: Mapping[str, str] = query.readings if isinstance(query.readings, Mapping) else {}
        yield f'readings={{"{group}": "{name}"}}', attrs.evolve(query, readings={**own, group: name})
    if not query.include_reported:
        yield "include_reported=True", attrs.evolve(query, include_reported=True)
    if not query.presume:
        yield "presume=True", attrs.evolve(query, presume=True)


def _readings(provisions: tuple[Provision, ...]) -> Iterator[tuple[str, str]]:
    """Yield each group of readings with its names, and each side of a contradiction."""
    for provision in dict.fromkeys(provisions):
        for group, every in reading_choices(provision).items():
            for each in every:
                yield group, each.name
        if provision.contradicted_by:
            yield provision.id, side_name(provision.id)
