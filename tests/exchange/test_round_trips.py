"""What is given to JSON comes back equal to itself; what is no such JSON is refused, saying what would be right."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import jsonschema  # type: ignore[import-untyped] (it has no stubs)
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import psykavtal
from psykavtal import AgeLimit, AgeRange, Case, Counties, Wording, from_json, law, load_counties, schema_of, to_json
from psykavtal.exchange.public_kinds import classes
from psykavtal.model.conditions import AgeIs, Criterion, FactIs
from psykavtal.model.records import Snapshot
from tests.counties import AGREEMENT, COUNTY, DOCUMENT, MakeCounty
from tests.people_covered import people_covered
from tests.random_conditions import criteria
from tests.thorough import FULL

DAYS = ("2020-06-01", "2024-12-31", "2026-01-10", "2031-01-01")
SCHEMA = schema_of("exchange")
PROLONGED = """
[validity.prolonged]
answers = ["validity.end"]
about = "avtal-2024"
passage = "avtal-2024/ren/Målgrupp: Avtalet gäller … tills vidare"
prolongation = { words = "ett år i sänder", months = 12 }
sv = "Förlängs ett år i sänder."
"""
UNREAD = '[unread."sip.offer"]\npassage = "Oenighet: Frågan ska"\nwhy = { sv = "oläsligt" }\n'
UNDER = """
[document-relation.under]
answers = ["agreement.local"]
passage = "Målgrupp: Avtalet gäller under"
relation = "under"
to = "avtal-2024"
sv = "Under sig självt."
"""
WHEN = 'sv = "Oenighet'
CONDITION = 'when = { not = { any = ["child", { age = { words = "under 18", below = 18 } }] } }\n'


@cache
def loaded() -> Counties:
    return load_counties()


# Tables whose keys are data: what they hold stands under ids.
BY_ID = ("labels", "provisions", "versions", "documents", "parts", "readings", "facts", "principals", "undecided")


def kinds_in(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from kinds_in(each)
    elif isinstance(value, dict):
        if "kind" in value or name not in BY_ID:
            yield value["kind"]
        for key, each in value.items():
            yield from kinds_in(each, key)


def goes_round(value: object, counties: Counties | None = None) -> set[str]:
    """Check the way to JSON and back, and the schema; give the kinds that were met."""
    text = to_json(value)
    back = from_json(text, counties=counties or loaded())
    assert back == value
    assert type(back) is type(value)
    assert to_json(back) == text
    table = json.loads(text)
    found = frozenset(kinds_in(table))
    shape = (table["kind"], found)
    # A few of each shape are enough for the schema, which is slow; the way back is checked for all.
    VALIDATED[shape] += 1
    if FULL or VALIDATED[shape] <= 2:
        validator(table["kind"]).validate(table)
    return set(found)


VALIDATED: Counter[tuple[str, frozenset[str]]] = Counter()


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": SCHEMA["$defs"]})


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
        for topic in counties.topics:
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
        yield from (edition.ask(topic, include_reported=True) for topic in counties.topics)


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


@pytest.mark.slow
@pytest.mark.parametrize("made", PUBLIC)
def test_it_comes_back_equal_to_itself(made: str) -> None:
    assert go_round(made)


@cache
def go_round(made: str) -> set[str]:
    return {kind for each in PUBLIC[made](loaded()) for kind in goes_round(each)}


@pytest.mark.slow
def test_every_class_that_is_exchanged_goes_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = DOCUMENT.replace(WHEN, f"{CONDITION}{WHEN}") + UNREAD + UNDER
    county = COUNTY + AGREEMENT + PROLONGED
    small = load_counties(plugins=[MakeCounty(tmp_path, monkeypatch).whole(county, document)])
    met = goes_round(data_of(small), small).union(*(go_round(made) for made in PUBLIC))
    for made in (answers, routes, views):
        met |= {kind for each in made(small) for kind in goes_round(each, small)}
    met |= {kind for each in what_applies(loaded()) for kind in goes_round(each, loaded())}
    assert set(classes()) - met == set()
    whole = {"edition", "escalation"}
    assert met - set(classes()) == whole | {"what-applies", "provision-ref"}


def test_exported_counties_have_every_provision_of_every_document() -> None:
    back = data_of(loaded())
    assert isinstance(back, Snapshot)
    assert [each.record for each in back.counties] == [each.holdings.record for each in loaded().members]
    assert [each.contents for each in back.counties] == [each.holdings.contents for each in loaded().members]
    assert [each.id for each in back.topics] == list(loaded().topics)


def test_a_county_differs_where_its_contents_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = MakeCounty(tmp_path, monkeypatch)
    one, other = (
        load_counties(plugins=[make.whole(document=text)])
        for text in (DOCUMENT, DOCUMENT.replace("minst 18", "fyllda 18"))
    )
    assert to_json(one) != to_json(other)
    assert one != other
    assert one["17"] != other["17"]


WORDS = st.text(min_size=1, max_size=8)
RANGES = st.tuples(st.none() | st.integers(0, 60), st.none() | st.integers(61, 120)).map(
    lambda ends: AgeRange(at_least=ends[0], below=ends[1])
)
LEAVES: st.SearchStrategy[Criterion] = WORDS.map(lambda fact: FactIs(fact=fact)) | st.builds(
    lambda words, ages: AgeIs(limit=AgeLimit(words=words, range=ages)), WORDS, RANGES
)
CRITERIA = criteria(LEAVES, most=6)


@given(CRITERIA)
def test_any_condition_goes_round(criterion: Criterion) -> None:
    goes_round(criterion)


@given(WORDS, st.none() | WORDS)
def test_any_wording_goes_round(sv: str, en: str | None) -> None:
    goes_round(Wording(sv=sv, en=en))
