"""Interim duties, routes and next steps for a case."""

import pytest

from psykavtal import Ambiguous, Silent, Stated, Truth
from psykavtal.model.inference_rules import RULES
from psykavtal.model.vocabulary import Principal


def interim(answer):
    return {each.name: each.answer.value[0] for each in answer.disagreement.interim.readings}


def test_who_is_responsible_meanwhile_is_the_one_with_whom_the_need_was_noticed(ask):
    answer = ask(facts={"disagreement": True}, principals={"need-noticed": "region"})

    assert answer.disagreement.applies is Truth.TRUE
    assert isinstance(answer.disagreement.interim, Ambiguous)
    for name, each in interim(answer).items():
        assert each.principal is Principal.REGION
        assert each.missing_facts == ENDING_FACTS[name]
        assert each.ended is Truth.UNKNOWN


def test_with_whom_the_need_was_noticed_would_decide_it(ask):
    for name, each in interim(ask()).items():
        assert each.principal is None
        assert each.missing_facts == ("need-noticed", *ENDING_FACTS[name])


ENDING_FACTS = {
    "either": ("otherwise-agreed", "disagreement-solved"),
    "both": ("otherwise-agreed", "disagreement-solved"),
    "same-event": ("disagreement-solved",),
}
ENDS = [
    # agreed otherwise, solved; ended if either is enough, if both are needed
    (True, None, Truth.TRUE, Truth.UNKNOWN),
    (None, True, Truth.TRUE, Truth.UNKNOWN),
    (True, True, Truth.TRUE, Truth.TRUE),
    (False, None, Truth.UNKNOWN, Truth.FALSE),
    (False, False, Truth.FALSE, Truth.FALSE),
    (None, None, Truth.UNKNOWN, Truth.UNKNOWN),
]


@pytest.mark.parametrize(("agreed", "solved", "either", "both"), ENDS)
def test_when_it_ends_hangs_on_a_comma(ask, agreed, solved, either, both):
    told = {"otherwise-agreed": agreed, "disagreement-solved": solved}
    facts = {name: value for name, value in told.items() if value is not None}
    found = interim(ask(facts=facts, principals={"need-noticed": "municipality"}))

    same_event = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}[solved]
    assert {name: each.ended for name, each in found.items()} == {
        "either": either,
        "both": both,
        "same-event": same_event,
    }


def test_the_older_edition_names_who_conducts_the_care_and_no_end(ask):
    answer = ask(document="jamtland-2021", principals={"conducts-care": "municipality"})

    (each,) = answer.disagreement.interim.value
    assert each.principal is Principal.MUNICIPALITY
    assert each.provision.ends_when is None
    assert each.ended is Truth.UNKNOWN


def test_a_text_that_is_silent_on_who_is_responsible_meanwhile_names_nobody(ask):
    answer = ask("Jönköping", facts={"disagreement": True}, principals={"need-noticed": "region"})

    assert isinstance(answer.disagreement.interim, Silent)


def test_the_ways_are_those_that_are_not_ruled_out(ask):
    def ways(**facts):
        told = {name.replace("_", "-"): value for name, value in facts.items()}
        return {each.trigger: each.applies for each in ask(facts=told).disagreement.routes}

    assert ways() == dict.fromkeys(("disagreement", "interpretation-needed", "deviation"), Truth.UNKNOWN)
    assert ways(disagreement=True, deviation=False) == {
        "disagreement": Truth.TRUE,
        "interpretation-needed": Truth.UNKNOWN,
    }


def test_the_route_has_its_end_under_each_reading(ask):
    (way,) = ask(facts={"disagreement": True, "deviation": False, "interpretation-needed": False}).disagreement.routes

    assert {each.name: [step.target for step in each.answer.value.steps] for each in way.route.readings} == {
        "sequential": ["chefsdialog", "lokal-samverkansarena", "hogre-arenor"],
        "separate": ["chefsdialog", "hogre-arenor"],
    }
    assert {each.answer.value.end.value for each in way.route.readings} == {"unnamed"}


def test_a_route_that_leads_out_says_where_to(ask):
    ways = {each.trigger: each.route for each in ask("Jönköping", facts={"deviation": True}).disagreement.routes}

    assert isinstance(ways["disagreement"], Silent)
    assert isinstance(ways["deviation"], Stated)
    assert ways["deviation"].value.end.value == "leads-out"


def test_the_next_step_is_from_where_the_matter_stands(ask):
    assert ask().disagreement.next_steps is None
    onwards = ask(stands_at="lokal-samverkansarena").disagreement.next_steps
    assert [step.target for step in onwards.value] == ["hogre-arenor"]
    assert onwards.notes == (RULES["readings-agree"].wording,)


def test_where_the_text_stops_it_is_silent_on_a_next_step(ask):
    assert isinstance(ask(stands_at="hogre-arenor").disagreement.next_steps, Silent)
