"""Objects of every public class that JSON can hold, made of the installed counties."""

from collections.abc import Callable, Iterator
from functools import cache

import polars as pl

import psykavtal
from psykavtal import Case, Counties, from_json, law, load_counties, to_json
from tests.people_covered import people_covered
from tests.thorough import some

DAYS = ("2020-06-01", "2024-12-31", "2026-01-10", "2031-01-01")


@cache
def loaded() -> Counties:
    return load_counties()


def editions(counties: Counties, days: tuple[str, ...] = DAYS[2:3]) -> Iterator[psykavtal.DocumentOnDay]:
    for county in counties.members:
        yield from (county.document(each.id, on=on) for each in county.documents if each.is_available for on in days)


def routes(counties: Counties) -> Iterator[object]:
    for edition in editions(counties):
        yield edition.escalation
        for trigger in edition.escalation.triggers:
            for start in (None, *edition.escalation.dead_ends, *edition.escalation.unnamed):
                if start or trigger != "still-disagreed":
                    yield edition.escalation.route(trigger=trigger, start=start)
                    yield edition.escalation.next_steps(trigger=trigger, at=start)


def answers(counties: Counties) -> Iterator[object]:
    for county in counties.members:
        yield county.municipalities
        for topic in some(counties.topics, 40):
            yield county.ask(topic, on=DAYS[2])
            yield county.ask(topic, on=DAYS[1], include_reported=True)


def editions_asked_for(counties: Counties) -> Iterator[object]:
    for county in counties.members:
        for on in DAYS:
            yield county.in_force(on=on)
            yield county.in_force(on=on, include_reported=True)


def comparisons(counties: Counties) -> Iterator[object]:
    yield psykavtal.compare(counties, on=DAYS[2])
    yield psykavtal.compare(counties, on=DAYS[1], topics=["sip", "validity"])
    yield psykavtal.compare(list(editions(counties)), on=DAYS[2])


def overviews(counties: Counties) -> Iterator[object]:
    made = (
        psykavtal.silence_map,
        psykavtal.responsibility_matrix,
        psykavtal.age_coverage,
        psykavtal.escalations,
    )
    for overview in made:
        yield overview(counties, on=DAYS[2])
        yield overview(list(editions(counties)), on=DAYS[2])


def differences(counties: Counties) -> Iterator[object]:
    for names in (("jamtland-2021", "jamtland-2025"), ("dalarna-direktiv-2020", "jonkoping-2025")):
        diff = psykavtal.diff(counties, *names)
        yield from (diff, diff.select(topic="sip"), diff[0], diff.topics[0], diff.remarks[0])
        cases = psykavtal.flip_cases(counties, *names, on=DAYS[2], include_undecided=True)
        yield from (cases, cases[0])
    yield psykavtal.flip_cases(counties, names[0], names[0], on=DAYS[2])


def counted_people(counties: Counties) -> Iterator[object]:
    people = pl.DataFrame({"kommun": ["2321", "0680", "2080", "0180"], "alder": [30, 18, None, 40]})
    columns = {"municipality": "kommun", "age": "alder"}
    yield psykavtal.coverage_of_people(counties, people, columns=columns, on=DAYS[2])


def asked_of_documents(counties: Counties) -> Iterator[object]:
    for edition in editions(counties):
        yield from (edition.ask(topic, include_reported=True) for topic in some(counties.topics, 40))


def views(counties: Counties) -> Iterator[object]:
    for edition in editions(counties):
        yield edition.document
        yield edition.content
        yield from (edition.target_groups, edition.arenas, edition.parties, edition.validity, edition.interim)
        yield from edition.content.provisions
        yield from edition.outline
        yield edition.counts()
        yield from (edition.place_of(each) for each in edition.provisions())


def references_to_law(counties: Counties) -> Iterator[object]:
    for county in counties.members:
        yield from county.law_references(on=DAYS[2])
    yield law.resolve("betänkandet SOU 2019:29", on=DAYS[0])


def timelines(counties: Counties) -> Iterator[object]:
    for county in counties.members:
        yield county.timeline()
        yield from county.timeline(include_reported=True, presume=False).overdue(on=DAYS[3])


def people(counties: Counties) -> Iterator[object]:
    yield people_covered(counties)


def audits(counties: Counties) -> Iterator[object]:
    yield from (psykavtal.audit(counties, on=on) for on in DAYS)


def what_applies(counties: Counties) -> Iterator[object]:
    needs = dict.fromkeys(("psychiatric-condition", "needs-region", "needs-municipality", "disagreement"), True)
    cases: tuple[tuple[Case, str | None], ...] = (
        (Case(municipality="2321", facts=needs, principals={"need-noticed": "region"}, stands_at="hogre-arenor"), None),
        (Case(municipality="2321", born="2008-02-29"), "jamtland-2021"),
        (Case(municipality="Jönköping", age=18, facts=needs), None),
        (Case(municipality="Falun", age=17), "dalarna-direktiv-2020"),
    )
    for case, document in cases:
        answer = counties.what_applies(case, on=DAYS[2], document=document, keep_case=True)
        yield psykavtal.summarise_case(answer)
        yield from (answer, answer.receipt, counties.target_group(case, on=DAYS[2], document=document), case)


def data_of(counties: Counties | psykavtal.County) -> object:
    """The data of counties, as it is read back from JSON."""
    return from_json(to_json(counties))


PUBLIC: dict[str, Callable[[Counties], Iterator[object]]] = {
    "all counties together": lambda counties: iter([data_of(counties)]),
    "each county by itself": lambda counties: map(data_of, counties.members),
    "editions": lambda counties: editions(counties, DAYS),
    "the editions that apply, in every status": editions_asked_for,
    "answers to every topic of every county": answers,
    "answers to every topic of every document": asked_of_documents,
    "routes and next steps": routes,
    "comparisons": comparisons,
    "overviews": overviews,
    "people of a frame, counted": counted_people,
    "differences and flip cases": differences,
    "views, documents and provisions": views,
    "references to law": references_to_law,
    "timelines and overdue matters": timelines,
    "audits": audits,
    "people covered": people,
    "answers to cases, with the case and the receipt": what_applies,
    "topics and facts": lambda counties: iter([*counties.topics.values(), *counties.facts.values()]),
}
