"""The timeline of any record gives on any day the verdict that the county gives: editions made at random."""

from datetime import date, timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st

from psykavtal import Citation, County, UncertainDate, Wording, load_counties
from psykavtal.agreements.county_data import CountyData
from psykavtal.model.citations import Section, Text, WebSource
from psykavtal.model.conditions import FactIs
from psykavtal.model.documents import Document, DocumentType, State
from psykavtal.model.provisions import Adoption, Dating, Validity
from psykavtal.model.readings import Reading
from psykavtal.model.records import Content, CountyRecord
from psykavtal.model.things import Agreement
from psykavtal.model.truth import Truth
from psykavtal.plugins.registry import Registry
from tests.counties import VARMLAND

EVENT = "revision-need-raised"
DAY = timedelta(days=1)
INSTALLED = load_counties()
NAMES = ("avtal-a", "avtal-b", "avtal-c")
WORDING = Wording(sv="x", en="x")

days = st.dates(date(2019, 1, 1), date(2024, 12, 31))
forms = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: f"{day.isoformat()}?"),
    st.tuples(days, days).map(lambda two: f"[{two[0].isoformat()},{two[1].isoformat()}]"),
)
dates = forms.map(UncertainDate)
maybe = st.none() | dates
texts = st.just((Text(id="t", file="a.txt", digest="sha256:00", sections=(Section(id="s"),)),))
documents = st.fixed_dictionaries(
    {
        "texts": st.just(()) | texts,
        "checked_until": st.none() | days,
        "state": st.sampled_from((None, State.ADOPTED, State.PROPOSAL)),
    }
)
validities = st.fixed_dictionaries(
    {
        "start": maybe,
        "end": maybe,
        "ordinary_end": maybe,
        "as_of": maybe,
        "until_further_notice": st.booleans(),
        "ends_when": st.none() | st.just(FactIs(fact=EVENT)),
    }
)
sources = st.booleans().map(
    lambda is_cited: (
        {"citations": (Citation(document="avtal-a", text="t", section="s", start="x"),)}
        if is_cited
        else {"reported": (WebSource(url="https://example.org"),)}
    )
)


@st.composite
def editions(draw):
    """One edition's document, and the provisions about it."""
    name = draw(st.sampled_from(NAMES))
    document = Document(id=name, names=(name,), type=DocumentType.AGREEMENT, edition_of="avtalet", **draw(documents))
    common = {"document": "avtal-a", "about": name, "wording": WORDING}
    standing = []
    for number in range(draw(st.integers(0, 2))):
        made = Validity(
            id=f"{name}.validity.v{number}", topic="validity.start", **common, **draw(validities), **draw(sources)
        )
        if draw(st.booleans()):
            other = attrs.evolve(made, start=draw(maybe), end=draw(maybe))
            readings = tuple(
                Reading(name=key, why=WORDING, value=form) for key, form in (("one", made), ("two", other))
            )
            made = attrs.evolve(made, start=None, end=None, readings=readings)
        standing.append(made)
    if draw(st.booleans()):
        given_dates = {"earliest": draw(dates), "latest": draw(maybe)}
        standing.append(
            Dating(id=f"{name}.dating", topic="agreement.written", **common, **given_dates, **draw(sources))
        )
    if draw(st.booleans()):
        adopted = {"date": draw(maybe), "state": draw(st.sampled_from((State.ADOPTED, State.PROPOSAL)))}
        standing.append(
            Adoption(id=f"{name}.adoption", topic="agreement.adoption", **common, **adopted, **draw(sources))
        )
    return document, tuple(standing)


@st.composite
def counties(draw):
    """A county with up to three editions, put together without the checks that refuse odd records."""
    return county_of(draw(st.lists(editions(), max_size=3, unique_by=lambda each: each[0].id)))


def county_of(made):
    record = CountyRecord(
        place=VARMLAND,
        things=(Agreement(id="avtalet", names=("avtalet",)),),
        documents=tuple(document for document, _ in made),
        standing=tuple(each for _, standing in made for each in standing),
    )
    registry = Registry(
        records=(record,),
        topics=INSTALLED.registry.topics,
        facts=INSTALLED.registry.facts,
        contents={("17", each.id): Content(document=each.id) for each in record.documents},
        passages={"17": {}},
    )
    return County(CountyData(record, registry))


asked = st.fixed_dictionaries(
    {
        "include_reported": st.booleans(),
        "presume": st.booleans(),
        "facts": st.none() | st.fixed_dictionaries({EVENT: days | st.booleans()}),
    }
)


def content(in_force):
    return attrs.evolve(in_force, on=date.min, sentence=WORDING, editions=())


@given(counties(), asked, st.lists(st.dates(date(2018, 1, 1), date(2025, 12, 31)), max_size=10))
def test_the_timeline_of_a_random_record_has_the_verdict_of_each_day(county, arguments, random_days):
    timeline = county.timeline(**arguments)

    bounds = {each for stretch in timeline.stretches for each in (stretch.first, stretch.last) if each is not None}
    for day in {*random_days, *(day for each in bounds for day in (each - DAY, each, each + DAY))}:
        assert content(timeline.on(day).in_force) == content(county.in_force(on=day, **arguments)), day


def no_edition_applies_in_a_gap(county, arguments):
    for gap in county.timeline(**arguments).gaps:
        for length in gap.lengths:
            chosen = dict(each.split(":") for each in length.readings)
            given_readings = {"readings": chosen} if chosen else {}
            for day in {length.first, length.last} - {None}:
                assert county.in_force(on=day, **arguments, **given_readings).verdict is Truth.FALSE


@given(counties(), asked)
def test_no_edition_applies_in_a_gap_of_a_random_record(county, arguments):
    no_edition_applies_in_a_gap(county, arguments)


def test_a_gap_ends_before_a_day_on_which_an_edition_applies_under_one_reading_only():
    """The verdict without a reading is the same on both days; the days were one stretch, and so all of them a gap."""
    shared = {"document": "avtal-a", "about": "avtal-a", "topic": "validity.start", "wording": WORDING}
    cited = {"citations": (Citation(document="avtal-a", text="t", section="s", start="x"),)}
    known = Validity(id="avtal-a.validity.v1", as_of=UncertainDate("2019-01"), **shared, **cited)
    ending = attrs.evolve(known, end=UncertainDate("2020-01-01"))
    readings = tuple(Reading(name=key, why=WORDING, value=form) for key, form in (("one", ending), ("two", known)))
    reported = {"reported": (WebSource(url="https://example.org"),)}
    starting = Validity(id="avtal-a.validity.v0", start=UncertainDate("2020-01-01"), **shared, **reported)
    document = Document(id="avtal-a", names=("a",), type=DocumentType.AGREEMENT, edition_of="avtalet", texts=())
    county = county_of([(document, (starting, attrs.evolve(known, readings=readings)))])

    no_edition_applies_in_a_gap(county, {"presume": False})


def test_a_county_without_an_agreement_has_one_stretch_of_unknown_verdict():
    record = CountyRecord(place=VARMLAND)
    county = County(CountyData(record, Registry(records=(record,), passages={"17": {}})))

    timeline = county.timeline()
    assert [(each.first, each.last, each.in_force.verdict) for each in timeline.stretches] == [
        (None, None, Truth.UNKNOWN)
    ]
    assert (timeline.gaps, timeline.events, timeline.matters, timeline.agreement) == ((), (), (), "")
    assert timeline.overdue(on="2026-01-10") == ()
    assert timeline.explain("en")
