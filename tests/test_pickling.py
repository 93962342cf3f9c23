"""Public objects survive pickles and copies, equal to themselves."""

import copy
import enum
import inspect
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import attrs
import networkx as nx
import psykavtal_jamtland
import pytest

import psykavtal
from psykavtal import (
    Case,
    Counties,
    DocumentOnDay,
    TomlCounty,
    Unreadable,
    Wording,
    compare,
    load_counties,
    schema_of,
    summarise_case,
    to_dict,
)
from psykavtal.agreements.audit.core_checks import CORE_CHECKS
from psykavtal.agreements.group_periods import periods
from psykavtal.cases.case_summary import DutySummary, TopicSummary
from psykavtal.law import register, resolve
from psykavtal.model.provisions.ambiguous_member import AmbiguousMember, record_of
from psykavtal.model.remarks import Remark, RemarkKind
from tests.people_covered import people_covered
from tests.pickled_case import CASE_PARTS, DAY
from tests.thorough import pairs, some

STATUSES = {"stated", "derived", "reported", "ambiguous", "silent", "unreadable", "not-recorded", "not-applicable"}

# Fields through which an answer reaches its county or its case: no part of what is equal.
LEFT_OUT = {"registry", "behind", "evaluator", "remedies", "name_of"}


OVERVIEWS = (
    psykavtal.silence_map,
    psykavtal.responsibility_matrix,
    psykavtal.age_coverage,
    psykavtal.escalations,
)


def of_edition(counties: Counties) -> Sequence[Callable[[DocumentOnDay], object]]:
    topics, triggers = some(counties.topics, 20), ("disagreement", "deviation", "interpretation-needed")
    return (
        lambda edition: edition,
        lambda edition: edition.in_force(),
        lambda edition: edition.escalation,
        lambda edition: edition.escalation.triggers,
        lambda edition: edition.escalation.not_stated,
        lambda edition: edition.escalation.interim,
        lambda edition: [edition.ask(each, include_reported=True) for each in topics],
        lambda edition: [getattr(edition, each) for each in ("parties", "service_ages", "arenas", "linked_agreements")],
        lambda edition: [edition.escalation.route(trigger=each) for each in triggers],
    )


def results(counties: Counties) -> Iterator[object]:
    """What can be had from the public functions and methods."""
    yield counties
    yield counties.select("jamtland")
    yield list(counties.topics.values())
    yield list(counties.facts.values())
    case = Case(**CASE_PARTS)
    answer = counties.what_applies(case, on=DAY, keep_case=True)
    yield from (case, answer, answer.receipt, dict(answer.labels), answer.by_bearer(), answer.sip)
    yield counties.what_applies(Case(municipality="0680", age=18), on=DAY, readings={})
    yield from (summarise_case(answer), counties.find("SIP"), counties.find("SIP aldrig"))
    yield counties.target_group(case, on=DAY)
    comparison = compare(counties, on=DAY, topics="all")
    yield from (comparison, comparison.records(), comparison[0])
    diff = psykavtal.diff(counties, "jamtland-2021", "jamtland-2025")
    yield from (diff, diff.records(), diff[0], diff.topics[0], diff.remarks[0])
    yield psykavtal.flip_cases(counties, "jamtland-2025", "jonkoping-2025", on=DAY, include_undecided=True)
    yield counties.table("ages", on=DAY)
    yield [each(counties, on=DAY) for each in OVERVIEWS]
    yield [county.timeline() for county in counties.values()]
    yield (psykavtal.audit(counties, on=DAY), CORE_CHECKS)
    yield people_covered(counties)
    yield counties["jamtland"].ask_in_words("vem kallar till SIP 2021", on=DAY)
    for county in counties.values():
        yield from (county, county.municipalities, county.law_references(on=DAY), county.in_force(on=DAY))
        yield from (county.find(topic="sip").provisions, periods(county))
        read = [each for each in county.documents if each.is_available]
        others = [each for each in county.documents if not each.is_available]
        made_of = of_edition(counties)
        for document, made in (*product(read, made_of), *pairs(others, made_of)):
            yield made(county.document(document.id, on=DAY))
    yield from (resolve("5 kap. 8 a § SoL (2001:453)", on=DAY), register(), schema_of("exchange"))
    # No passage of these counties is unreadable.
    cited = counties["23"].ask("sip.convener", on=DAY).citations[0]
    yield Unreadable(Wording(sv="En fläck", en="A stain"), topic="sip.convener", at=cited)
    yield psykavtal_jamtland.plugin


def within(value: object, met: set[int], path: str = "") -> Iterator[object]:
    """A value and every object of this package in it."""
    if id(value) in met:
        return
    met.add(id(value))
    yield value
    if isinstance(value, Mapping):
        inner = list(value.values())
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        inner = list(value)
    elif isinstance(value, AmbiguousMember):
        inner = [record_of(value)]
    elif attrs.has(type(value)):
        shown = [each for each in attrs.fields(type(value)) if not each.name.startswith("_")]
        inner = [getattr(value, each.name) for each in shown if each.name not in LEFT_OUT]
    else:
        inner = []
    for each in inner:
        yield from within(each, met, path)


@pytest.fixture(scope="module")
def every_result() -> list[object]:
    return list(results(load_counties()))


@pytest.fixture(scope="module")
def samples(every_result: list[object]) -> dict[type, list[object]]:
    """Some objects of every class that is met."""
    found: dict[type, list[object]] = {}
    for each in within(every_result, set()):
        if type(each).__module__.startswith("psykavtal") and type(each).__name__ != "Registry":
            of_class = found.setdefault(type(each), [])
            if len(of_class) < 12:
                of_class.append(each)
    return found


def public_classes() -> list[type]:
    named = [getattr(psykavtal, name) for name in psykavtal.__all__]
    # Errors have tests of their own.
    classes = [each for each in named if inspect.isclass(each) and not issubclass(each, BaseException)]
    return [*classes, DutySummary, TopicSummary, Remark, RemarkKind]


def test_every_public_class_and_every_status_is_among_what_is_tried(samples: dict[type, list[object]]) -> None:
    missing = [each for each in public_classes() if not any(issubclass(met, each) for met in samples)]
    assert missing == []
    assert {getattr(each, "status", None) for each in samples} >= STATUSES


COPIES = {
    "a pickle of the oldest protocol": lambda value: pickle.loads(pickle.dumps(value, protocol=2)),
    "a pickle": lambda value: pickle.loads(pickle.dumps(value)),
    "a pickle in Python": lambda value: pickle.loads(pickle._dumps(value)),  # type: ignore[attr-defined] (private)
    "a copy": copy.copy,
    "a deep copy": copy.deepcopy,
}


def same(one: object, other: object) -> bool:
    if isinstance(one, TomlCounty):
        return isinstance(other, TomlCounty) and one.package == other.package
    return type(one) is type(other) and bool(one == other) and repr(one) == repr(other)


@pytest.mark.slow
@pytest.mark.parametrize("how", COPIES)
def test_every_object_is_equal_to_itself_after(how: str, samples: dict[type, list[object]]) -> None:
    made = COPIES[how]
    # Pickling in Python takes ten times as long.
    tried = [some(each[:4], 1 if how == "a pickle in Python" else 4) for each in samples.values()]
    unequal = [each for of_class in tried for each in of_class if not same(made(each), each)]
    assert unequal == []


@pytest.mark.slow
@pytest.mark.parametrize("how", ["a pickle", "a copy", "a deep copy"])
def test_every_public_result_as_a_whole_is_equal_to_itself_after(how: str, every_result: list[object]) -> None:
    for each in every_result:
        assert same(COPIES[how](each), each)


def test_members_of_enumerations_stay_the_same_object(samples: dict[type, list[object]]) -> None:
    members = [each for cls in samples if issubclass(cls, enum.Enum) for each in cls]
    assert all(pickle.loads(pickle.dumps(each)) is each for each in members)
    assert members


def test_graphs_of_an_escalation_can_be_pickled() -> None:
    graph = load_counties()["23"].document("jamtland-2025", on=DAY).escalation.graph
    again = pickle.loads(pickle.dumps(graph))
    assert nx.utils.graphs_equal(graph, again)
    assert nx.utils.graphs_equal(graph, copy.deepcopy(graph))


def test_counties_answer_the_same_after_a_pickle() -> None:
    counties = load_counties()
    again = pickle.loads(pickle.dumps(counties))
    case = Case(**CASE_PARTS)
    assert again.what_applies(case, on=DAY) == counties.what_applies(case, on=DAY)
    assert again.what_applies(case, on=DAY).receipt == counties.what_applies(case, on=DAY).receipt
    assert compare(again, on=DAY, topics="all") == compare(counties, on=DAY, topics="all")
    assert to_dict(again) == to_dict(counties)


@pytest.mark.parametrize("view", ["county", "edition", "escalation"])
def test_a_part_of_counties_answers_the_same_after_a_pickle(view: str) -> None:
    county = load_counties()["23"]
    edition = county.document("jamtland-2025", on=DAY)
    one: Any = {"county": county, "edition": edition, "escalation": edition.escalation}[view]
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(one))))

    def ask(value: Any) -> object:
        # A reading of another county's text is known to it still.
        readings = {"readings": "inclusive"}
        if view == "escalation":
            return value.route(trigger="disagreement", **readings), value.ask("sip.convener")
        return value.ask("sip.convener", on=DAY, **readings), value.find(topic="sip")

    assert ask(again) == ask(one)


def test_a_pickle_of_an_edition_does_not_hold_the_other_counties() -> None:
    counties = load_counties()
    edition = counties["23"].document("jamtland-2025", on=DAY)
    others = [each for code in ("06", "20") for each in counties[code].find(topic="sip").provisions]
    assert others
    of_edition, of_counties = pickle.dumps(edition), pickle.dumps(counties)
    for each in others:
        assert each.wording.sv.encode() not in of_edition
        assert each.wording.sv.encode() in of_counties
