"""What careful readers found ambiguous or silent in a county's texts comes out as such for a person too."""

from collections import Counter
from pathlib import Path

import pytest

from psykavtal import Ambiguous, Case, Derived, InForce, Silent, Stated, Truth
from psykavtal.model.conditions import AgeIs, facts_of
from psykavtal.testing.question_checks import passage_of
from psykavtal.testing.questions import read_questions

PLUGINS = Path(__file__).parents[2] / "plugins"
MUNICIPALITIES = {"dalarna": "Falun", "jamtland": "Åre", "jonkoping": "Jönköping"}


def kind_of(ask):
    return next(each for each in ("topic", "in_force", "route", "age", "law") if each in ask)


def is_open(question):
    """Whether the text is silent, or can be read in several ways: of an age, whether it is within a limit is unknown."""
    if kind_of(question.ask) == "age":
        return True  # the sure ones too: they bound those that are not
    return question.expected.status in ("ambiguous", "silent") or bool(question.expected.ambiguous)


EVERY = [
    (folder.parents[1].name, question)
    for folder in sorted(PLUGINS.glob("*/tests/cases"))
    for question in read_questions(folder)
]
OPEN = [(county, question) for county, question in EVERY if is_open(question)]


def asked(counties, county, question, **told):
    ask = question.ask
    case = Case(municipality=MUNICIPALITIES[county], facts=ask.get("facts", {}) | told.pop("facts", {}), **told)
    return counties.what_applies(
        case,
        on=question.on,
        document=ask.get("document"),
        readings=ask.get("readings"),
        include_reported=ask.get("include_reported", False),
    )


def by_topic(counties, county, question):
    return asked(counties, county, question).ask(question.ask["topic"], about=question.ask.get("about"))


def by_verdict(counties, county, question):
    return asked(counties, county, question).in_force


def by_route(counties, county, question):
    trigger, start = question.ask["route"], question.ask.get("start")
    if start is not None:
        assert trigger == "still-disagreed", "from where a matter stands it goes on"
        return asked(counties, county, question, stands_at=start).disagreement.next_steps
    ways = asked(counties, county, question, facts={trigger: True}).disagreement.routes
    (way,) = [each for each in ways if each.trigger == trigger]
    assert way.applies is Truth.TRUE
    return way.route


QUERIES = {"topic": by_topic, "in_force": by_verdict, "route": by_route}
ANSWERED = [each for each in OPEN if kind_of(each[1].ask) in QUERIES]
AGES = [each for each in OPEN if kind_of(each[1].ask) == "age"]


def test_no_kind_of_question_is_passed_over():
    kinds = Counter(kind_of(question.ask) for _, question in OPEN)

    assert len(ANSWERED) + len(AGES) == len(OPEN) == sum(kinds.values())
    assert kinds.keys() == {"topic", "in_force", "route", "age"}
    # What is written today; a reader who adds a question adds to it here, and sees that it is asked of a case.
    assert kinds == {"topic": 91, "in_force": 4, "route": 9, "age": 40}
    assert {county for county, _ in OPEN} == set(MUNICIPALITIES)


@pytest.mark.parametrize(
    ("county", "question"), ANSWERED, ids=[f"{county} {question.place}" for county, question in ANSWERED]
)
def test_what_is_ambiguous_or_silent_is_so_for_a_person(counties, county, question):
    answer = QUERIES[kind_of(question.ask)](counties, county, question)
    expected = question.expected

    if isinstance(answer, InForce):
        assert (answer.status, answer.key) == (expected.status, expected.in_force), question
    elif expected.ambiguous:  # a fact of the case may make a stated answer a derived one
        assert isinstance(answer, Stated | Derived)
        assert set(expected.ambiguous) <= set(answer.ambiguous_members)
    else:
        assert answer.status == expected.status, question
        assert isinstance(answer, Ambiguous | Silent)
    if expected.readings is not None:
        assert isinstance(answer, Ambiguous)
        assert {each.name for each in answer.readings} == set(expected.readings)
    found = {each.id for each in answer.basis}
    assert set(expected.holds) <= found
    assert not set(expected.lacks) & found
    cited = [passage_of(each) for each in answer.citations]
    if isinstance(answer, Silent) and answer.near is not None:
        cited.append(passage_of(answer.near))
    for passage in expected.passage:
        assert any(passage in each for each in cited), passage


def verdict_on_age(counties, county, ask, on):
    """Whether the age is within the limit, where the answer to a case shows it."""
    provision = next(each for each in counties[county].find().provisions if each.id == ask["provision"])
    facts = {} if provision.when is None else dict.fromkeys(facts_of(provision.when), True)
    # Asked of the document itself where it is an edition; a directive speaks of whom the agreement is for.
    own = provision.document if provision.about == provision.document else None
    case = Case(municipality=MUNICIPALITIES[county], age=ask["age"], facts=facts)
    answer = counties.what_applies(case, on=on, document=own)
    if not ask["provision"].partition(".")[2].startswith("target-group"):
        parts = answer.services if ".service-ages." in provision.id else answer.links
        return in_part(parts, provision.id)
    clauses = [
        clause
        for value in values(answer.target_group)
        for clause in value.clauses
        if clause.provision.id == provision.id
    ]
    return agreed(leaf.truth for each in clauses for leaf in each.trace.leaves() if isinstance(leaf.criterion, AgeIs))


def in_part(answer, provision, reading=None):
    found = []
    for value in values(answer, reading):
        every = value if isinstance(value, tuple) else value.each
        found += [each.applies for each in every if each.provision.id == provision] or [Truth.FALSE]
    return agreed(found)


def values(answer, reading=None):
    """The values under each reading that is left, from the outermost."""
    if not isinstance(answer, Ambiguous):
        return [answer.value]
    left = [each for each in answer.readings if reading is None or reading in each.name.split("+")]
    return [value for each in left for value in values(each.answer, reading)]


def agreed(truths):
    every = set(truths)
    return every.pop() if len(every) == 1 else Truth.UNKNOWN


UNREAD = [each for each in AGES if "readings" not in each[1].ask]
CHOSEN = [each for each in AGES if "readings" in each[1].ask]


@pytest.mark.parametrize(
    ("county", "question"), UNREAD, ids=[f"{county} {question.place}" for county, question in UNREAD]
)
def test_an_age_that_a_limit_leaves_open_is_open_for_a_person(counties, county, question):
    assert verdict_on_age(counties, county, question.ask, question.on).value == question.expected.value


@pytest.mark.parametrize(
    ("county", "question"), CHOSEN, ids=[f"{county} {question.place}" for county, question in CHOSEN]
)
def test_a_reading_that_is_chosen_settles_the_age_for_a_person(counties, county, question):
    ask = question.ask
    provision = next(each for each in counties[county].find().provisions if each.id == ask["provision"])
    case = Case(municipality=MUNICIPALITIES[county], age=ask["age"])
    answer = counties.what_applies(
        case, on=question.on, document=provision.document, readings={provision.id: ask["readings"]}
    )
    if ".service-ages." in provision.id:
        truth = in_part(answer.services, provision.id, ask["readings"])
    else:
        (clause,) = [each for each in answer.target_group.value.clauses if each.provision.id == provision.id]
        truth = next(leaf.truth for leaf in clause.trace.leaves() if isinstance(leaf.criterion, AgeIs))
    assert truth.value == question.expected.value
