"""A case answered: each part asked of the county's day, and put together."""

from collections.abc import Iterator

from psykavtal.ask.case.answer import Asked, WhatApplies
from psykavtal.ask.case.case import Case
from psykavtal.ask.case.day import CountyDay
from psykavtal.ask.case.disagreement import disagreement
from psykavtal.ask.case.judged import Told
from psykavtal.ask.case.live import Live
from psykavtal.ask.case.parts import Membership
from psykavtal.ask.case.provisions import emphasis, links, responsibilities
from psykavtal.ask.case.services import services, transitions
from psykavtal.ask.county import County
from psykavtal.ask.edition import Edition
from psykavtal.model.answers import Answer, Derived, Stated
from psykavtal.model.documents import DocumentType
from psykavtal.model.judging import evaluate
from psykavtal.model.logic import Truth
from psykavtal.model.provisions import LinkedAgreement, Responsibility, ServiceAges, TargetGroup
from psykavtal.model.wording import Wording


def answer_case(
    day: CountyDay, case: Case, told: Told, elsewhere: tuple[tuple[str, County | None], ...]
) -> WhatApplies:
    """Every part of what applies."""
    group = day.membership(told)
    ages = day.view(ServiceAges, "services.ages")
    return WhatApplies(
        county=day.county.id,
        county_name=day.county.name,
        on=day.on,
        document=None if day.document is None else day.document.id,
        notes=(*_of_group(group, day.edition), *(_of_place(*each) for each in elsewhere)),
        edition=day.edition,
        target_group=group,
        emphasis=emphasis(day.view(TargetGroup, "target-group.emphasis", theme=False), told),
        services=services(ages, told, day.readings),
        transitions=transitions(ages, told, day.readings, born=case.born, on=day.on),
        responsibilities=responsibilities(day.view(Responsibility, "responsibility.joint"), told),
        links=links(day.view(LinkedAgreement, "links.agreements"), told, day.holdings.record.document),
        disagreement=disagreement(day, case, told),
        answers=tuple(_asked(day, told)),
        behind=Live(day, told),
    )


def _asked(day: CountyDay, told: Told) -> Iterator[Asked]:
    """The questions that somebody with this case would ask."""
    document_type = DocumentType.AGREEMENT if day.document is None else day.document.type
    for topic in day.holdings.topics.values():
        of_such = topic.when is None or evaluate(topic.when, told.facts, age=told.age) is not Truth.FALSE
        if topic.personal and of_such and topic.arises_for(document_type):
            yield day.ask(topic.id, told)


def _of_group(group: Answer[Membership], edition: Answer[Edition]) -> Iterator[Wording]:
    """What it means for the rest that the person is outside, or may be."""
    match group:
        case Derived(value=found) if found.truth is Truth.FALSE:
            yield _OUTSIDE if isinstance(edition, Stated | Derived) else _OUTSIDE_AS_SUCH
        case Derived(value=found) if found.truth is Truth.TRUE:
            return
        case _:
            yield _NOT_KNOWN


def _of_place(field: str, county: County | None) -> Wording:
    sv, en = _PLACES[field]
    if county is None:
        return Wording(
            sv=f"{sv} ligger inte i något län som är installerat; dess överenskommelse har inte tillfrågats.",
            en=f"{en} lies in no county that is installed; its agreement was not asked.",
        )
    return Wording(
        sv=f"{sv} ligger i {county.name}, vars överenskommelse inte har tillfrågats här.",
        en=f"{en} lies in {county.name}, whose agreement was not asked here.",
    )


_PLACES = {
    "lives_in": ("Kommunen där personen bor", "The municipality where the person lives"),
    "placed_by": ("Kommunen som placerade personen", "The municipality that placed the person"),
}
_OUTSIDE = Wording(
    sv="Personen är utanför målgruppen enligt de uppgifter som gavs. Resten är vad texten säger; att det gäller någon utanför målgruppen säger den inte.",
    en="The person is outside the target group by the facts given. The rest is what the text says; that it holds for somebody outside the group it does not say.",
)
_OUTSIDE_AS_SUCH = Wording(
    sv="Personen är utanför målgruppen enligt de uppgifter som gavs och vad som sägs om överenskommelsen som sådan; vilken upplaga som gäller är inte fastställt.",
    en="The person is outside the target group by the facts given and by what is said of the agreement as such; which edition holds is not determined.",
)
_NOT_KNOWN = Wording(
    sv="Om personen är i målgruppen är inte avgjort; resten är vad texten säger för den som är det.",
    en="Whether the person is in the target group is not settled; the rest is what the text says to somebody who is.",
)
