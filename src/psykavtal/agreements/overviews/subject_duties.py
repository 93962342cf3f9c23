"""The duties of one county or document, by area."""

from collections.abc import Collection, Mapping

import attrs

from psykavtal.agreements.comparison.subjects import Subject
from psykavtal.agreements.field_text import criterion_text
from psykavtal.agreements.overviews.area_duties import OTHER, AreaCell, AreaDuty
from psykavtal.agreements.overviews.duty_bearers import DutyBearer, bearers_of
from psykavtal.agreements.reading_choices import Readings
from psykavtal.model.answers import Answer, Silent
from psykavtal.model.provisions import LinkedAgreement, Provision, Responsibility
from psykavtal.model.vocabulary import Topic

RESPONSIBILITY = "responsibility"
"""The theme whose topics ask for duties by bearer."""


@attrs.frozen(kw_only=True, eq=False)
class SubjectDuties:
    """Sorts the answers of one county or document into areas.

    Attributes:
        member: the county or document.
        name: its name.
        answers: its answers, by topic.
        readings: the readings that the caller chooses.
    """

    member: Subject
    name: str
    answers: Mapping[str, Answer[tuple[Provision, ...]]]
    readings: Readings

    def in_area(self, topic: Topic) -> AreaCell:
        """Return the duties on a topic."""
        answer = self.answers[topic.id]
        duties = self._duties(answer)
        with_bearer = {each.provision for each in duties}
        return AreaCell(
            subject=self.name,
            area=topic.id,
            status=answer.status,
            duties=duties,
            without_bearer=tuple(each.id for each in answer.basis if each.id not in with_bearer),
            is_referred=_is_referred(answer),
        )

    def outside(self, areas: Collection[str]) -> AreaCell:
        """Return the duties that belong to none of the areas."""
        own = [each for topic, each in self.answers.items() if topic.partition(".")[0] == RESPONSIBILITY]
        in_areas = {provision.id for topic in areas for provision in self.answers[topic].basis}
        found = {each.provision: each for answer in own for each in self._duties(answer)}
        duties = tuple(each for each in found.values() if each.provision not in in_areas)
        statuses = [each.status for each in own]
        status = next((each for each in ("stated", "ambiguous", "silent") if each in statuses), "not-recorded")
        return AreaCell(subject=self.name, area=OTHER, status=status, duties=duties)

    def _duties(self, answer: Answer[tuple[Provision, ...]]) -> tuple[AreaDuty, ...]:
        """Return the provisions of an answer that have a bearer."""
        found = [(each, bearers_of(each, self.member.holdings.name_of, self.readings)) for each in answer.basis]
        return tuple(self._duty(each, bearers) for each, bearers in found if bearers)

    def _duty(self, provision: Provision, bearers: tuple[DutyBearer, ...]) -> AreaDuty:
        when = provision.when
        return AreaDuty(
            provision=provision.id,
            wording=provision.wording,
            bearers=bearers,
            modality=provision.modality,
            limit=provision.limit if isinstance(provision, Responsibility) else "",
            condition=None if when is None else criterion_text(when, self.member.holdings.name_of),
            citations=provision.citations,
        )


def _is_referred(answer: Answer[tuple[Provision, ...]]) -> bool:
    """Return whether all that an answer states is that another document deals with the matter."""
    if isinstance(answer, Silent):
        return bool(answer.defers_to)
    return bool(answer.basis) and all(isinstance(each, LinkedAgreement) for each in answer.basis)
