"""A case answered: each part asked of the county's day, and put together."""

from collections.abc import Iterator
from datetime import date

from psykavtal.agreements.county import County
from psykavtal.cases.case import Case
from psykavtal.cases.county_on_day import NO_FACTS, CountyDay
from psykavtal.cases.disagreement import disagreement
from psykavtal.cases.matching import CaseFacts
from psykavtal.cases.provision_parts import emphasis, links, responsibilities
from psykavtal.cases.result import Live
from psykavtal.cases.result_types import Membership
from psykavtal.cases.transitions import services, transitions
from psykavtal.cases.unused_in_case import unused_in_case
from psykavtal.cases.what_applies import Asked, WhatApplies
from psykavtal.model.answers import Ambiguous, Answer, Derived, InForce, Silent
from psykavtal.model.birthdays import is_leap_day
from psykavtal.model.condition_evaluation import evaluate
from psykavtal.model.documents import DocumentType
from psykavtal.model.provisions import Bearer, LinkedAgreement, Responsibility, ServiceAges, TargetGroup
from psykavtal.model.truth import Truth
from psykavtal.model.wording import Wording


def answer_case(
    day: CountyDay, case: Case, case_facts: CaseFacts, elsewhere: tuple[tuple[str, County | None], ...]
) -> WhatApplies:
    """Every part of what applies."""
    group = day.membership(case_facts)
    ages = day.view(ServiceAges, "services.ages")
    return WhatApplies(
        county=day.county.id,
        county_name=day.county.name,
        on=day.on,
        document=None if day.document is None else day.document.id,
        notes=(
            *_of_document(day),
            *_of_group(group, day.in_force),
            *(_of_place(*each) for each in elsewhere),
            *_of_leap_day(case),
        ),
        unused_inputs=unused_in_case(case, day.inputs),
        in_force=day.in_force,
        target_group=group,
        emphasis=emphasis(day.view(TargetGroup, "target-group.emphasis", theme=False), case_facts),
        services=services(ages, case_facts, day.readings),
        transitions=transitions(ages, case_facts, day.readings, born=case.born, on=day.on),
        responsibilities=responsibilities(day.view(Responsibility, _topic_of_duties(day)), case_facts),
        links=links(day.view(LinkedAgreement, "links.agreements"), case_facts, day.holdings.record.document),
        disagreement=disagreement(day, case, case_facts),
        answers=tuple(_asked(day, case_facts)),
        behind=Live(day, case_facts),
    )


def _asked(day: CountyDay, case_facts: CaseFacts) -> Iterator[Asked]:
    """The questions that somebody with this case would ask."""
    document_type = DocumentType.AGREEMENT if day.document is None else day.document.type
    for topic in day.holdings.topics.values():
        fits_case = topic.when is None or evaluate(topic.when, case_facts.facts, age=case_facts.age) is not Truth.FALSE
        if topic.personal and fits_case and topic.arises_for(document_type):
            yield day.ask(topic.id, case_facts)


def _topic_of_duties(day: CountyDay) -> str:
    """Return the topic that reports a silence about duties.

    It is one of the topics of duties that the text was read for.
    """
    topics = [f"responsibility.{each.value}" for each in Bearer]
    return next((each for each in topics if isinstance(day.ask(each, NO_FACTS), Silent)), topics[0])


def _of_document(day: CountyDay) -> Iterator[Wording]:
    """Note that the caller named the document, and whether it is the edition that applies."""
    if day.document is None:
        return
    applies = day.in_force.verdict is Truth.TRUE and day.in_force.document == day.document.id
    yield _asked_of(day.document.name, day.on) if applies else _asked_of_another(day.document.name, day.on)


def _asked_of(name: str, on: date) -> Wording:
    return Wording(
        sv=f"Tillfrågat dokument: {name}. Det är den upplaga som gäller {on.isoformat()}.",
        en=f"Document asked: {name}. It is the edition that applies on {on.isoformat()}.",
    )


def _asked_of_another(name: str, on: date) -> Wording:
    return Wording(
        sv=f"Tillfrågat dokument: {name}. Att det gäller {on.isoformat()} är inte visat; under «Upplaga» står vad som gäller den dagen.",
        en=f"Document asked: {name}. It is not shown to apply on {on.isoformat()}; “Edition” gives the one that applies on that day.",
    )


def _of_group(group: Answer[Membership], in_force: InForce) -> Iterator[Wording]:
    """Note the effect on the other parts if the person is, or may be, outside."""
    match group:
        case Derived(by_text=found) if found.applies is Truth.FALSE:
            yield _OUTSIDE if in_force.document is not None else _OUTSIDE_NO_EDITION
        case Derived(by_text=found) if found.applies is Truth.TRUE:
            return
        case Ambiguous(chosen=str(chosen)):
            yield from _of_group(group.under(chosen), in_force)
        case Derived() | Ambiguous():
            yield _NOT_KNOWN
        case _:
            yield _NO_ANSWER


def _of_leap_day(case: Case) -> Iterator[Wording]:
    if case.born is not None and is_leap_day(case.born):
        yield BORN_ON_LEAP_DAY


def _of_place(field: str, county: County | None) -> Wording:
    sv, en = _PLACES[field]
    if county is None:
        return Wording(
            sv=f"{sv} känns inte igen bland de län som är installerade; ingen överenskommelse har tillfrågats för den.",
            en=f"{en} is not recognised among the counties that are installed; no agreement was asked for it.",
        )
    return Wording(
        sv=f"{sv} ligger i {county.name}, vars överenskommelse inte har tillfrågats här.",
        en=f"{en} lies in {county.name}, whose agreement was not asked here.",
    )


BORN_ON_LEAP_DAY = Wording(
    sv="Den som är född 29 februari räknas fylla år 28 februari när året saknar skottdag; ingen text här säger det.",
    en="Somebody born on 29 February is taken to turn an age on 28 February in a year without the 29th; no text states this.",
)
_NO_ANSWER = Wording(
    sv="Vem som är i målgruppen ger det som tillfrågats inget svar på; resten är vad det säger.",
    en="No answer on who is in the target group; the rest is stated by the text that was asked.",
)
_PLACES = {
    "lives_in": ("Kommunen där personen bor", "The municipality where the person lives"),
    "placed_by": ("Kommunen som placerade personen", "The municipality that placed the person"),
}
_OUTSIDE = Wording(
    sv="Personen är utanför målgruppen enligt de uppgifter som gavs. Resten är vad texten säger; att det gäller någon utanför målgruppen säger den inte.",
    en="The person is outside the target group by the facts given. The rest is stated by the text; it does not state that this applies to somebody outside the group.",
)
_OUTSIDE_NO_EDITION = Wording(
    sv="Personen är utanför målgruppen enligt de uppgifter som gavs och vad som sägs om överenskommelsen som sådan; vilken upplaga som gäller är inte fastställt.",
    en="The person is outside the target group by the facts given and by the statements about the agreement itself; which edition applies is not determined.",
)
_NOT_KNOWN = Wording(
    sv="Om personen är i målgruppen är inte avgjort; resten är vad texten säger för den som är det.",
    en="It is not determined whether the person is in the target group; the rest is stated for somebody who is.",
)
NOTES_ON_GROUP = frozenset({_NO_ANSWER, _OUTSIDE, _OUTSIDE_NO_EDITION, _NOT_KNOWN})
"""The notes on a person who is outside the target group, or may be; each states that, too."""
