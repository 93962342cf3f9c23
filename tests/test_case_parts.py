"""Duties, linked agreements, disagreements, silences: each held against what is told."""

import pytest

from psykavtal import Ambiguous, Case, Derived, NotRecorded, Silent, Truth
from psykavtal.errors import UndeterminedError
from psykavtal.model.inference_rules import RULES
from psykavtal.model.provisions import Bearer
from psykavtal.model.vocabulary import Principal

DAY = "2026-01-10"


@pytest.fixture(scope="module")
def ask(counties):
    def asked(municipality="Åre", *, document=None, readings=None, **told):
        case = Case(municipality=municipality, **told)
        return counties.what_applies(case, on=DAY, document=document, readings=readings)

    return asked


def by_id(found):
    return {each.provision.id.partition(".")[2].partition(".")[2]: each for each in found}


# --- Responsibilities ---


@pytest.mark.parametrize(("discharge", "truth"), [(True, Truth.TRUE), (None, Truth.UNKNOWN), (False, None)], ids=str)
def test_a_duty_with_a_condition_holds_is_open_or_is_ruled_out(ask, discharge, truth):
    facts = {} if discharge is None else {"discharge": discharge}
    found = by_id(ask(facts=facts).responsibilities.value)

    if truth is None:
        assert "convene-at-discharge" not in found
    else:
        duty = found["convene-at-discharge"]
        assert duty.applies is duty.trace.truth is truth
        assert duty.missing_facts == (("discharge",) if truth is Truth.UNKNOWN else ())
        assert duty.provision.bearer is Bearer.REGION
    assert found["psychosocial"].applies is Truth.TRUE, "it has no condition"
    assert found["psychosocial"].trace is None


def test_duties_by_whose_they_are(ask):
    answer = ask()
    by_bearer = answer.by_bearer()

    assert {bearer: len(duties) for bearer, duties in by_bearer.items()} == {
        Bearer.MUNICIPALITY: 7,
        Bearer.REGION: 8,
        Bearer.JOINT: 12,
        Bearer.EACH: 0,
    }
    assert all(each.provision.bearer is bearer for bearer, duties in by_bearer.items() for each in duties)
    assert sum(len(duties) for duties in by_bearer.values()) == len(answer.responsibilities.value)
    assert any("elevhälsa" in each.provision.wording.sv for each in by_bearer[Bearer.MUNICIPALITY])
    assert "convene-at-discharge" in by_id(by_bearer[Bearer.REGION])
    assert "call-sip" in by_id(by_bearer[Bearer.JOINT])


def test_what_would_decide_duties_in_jonkoping(ask):
    found = by_id(ask("Jönköping", facts={"needs-region": True}).responsibilities.value)

    assert {name: each.missing_facts for name, each in found.items() if each.missing_facts} == {
        "placements": ("joint-placement",),
        "care-planning": ("discharge", "compulsory-outpatient", "forensic-outpatient"),
        "coordinate": ("needs-municipality",),
        "j-open-compulsory": ("compulsory-outpatient", "forensic-outpatient"),
        "m-housing": ("psychiatric-disability",),
        "r-somatic": ("age",),
    }


def test_where_no_edition_is_determined_no_duty_is_and_none_is_not_the_same(ask):
    answer = ask("Falun")

    assert isinstance(answer.responsibilities, NotRecorded)
    assert answer.responsibilities.missing_facts
    with pytest.raises(UndeterminedError):
        answer.by_bearer()


# --- Linked agreements ---


def test_an_agreement_that_comes_into_play_has_its_attachments_and_is_not_held(ask):
    found = by_id(ask("Jönköping", facts={"coordinated": True, "placement": False}).links.value)

    assert found["sip"].applies is Truth.TRUE
    assert found["sip"].provision.attachments == ("Rutin - Att göra en SIP", "Blanketter och kallelser")
    assert not any(each.held for each in found.values())
    assert "placeringar" not in found
    assert found["avvikelse"].applies is Truth.UNKNOWN
    assert found["avvikelse"].missing_facts == ("deviation",)


@pytest.mark.parametrize(
    ("age", "facts", "truth"),
    [
        (17, {"substance-use": True}, None),
        (18, {"substance-use": True}, Truth.TRUE),
        (None, {"substance-use": True}, Truth.UNKNOWN),
        (18, {}, Truth.UNKNOWN),
    ],
)
def test_a_linked_agreement_has_an_age_limit_of_its_own(ask, age, facts, truth):
    found = by_id(ask("Jönköping", age=age, facts=facts).links.value)

    assert (found["missbruk"].applies if "missbruk" in found else None) is truth


def test_an_age_in_words_only_leaves_a_linked_agreement_open_and_no_fact_decides_it(ask):
    found = by_id(ask("Jönköping", age=40, facts={"placement": True, "psychiatric-disability": True}).links.value)

    assert found["placeringar"].provision.age_limit.words == "vuxna"
    assert (found["placeringar"].applies, found["placeringar"].missing_facts) == (Truth.UNKNOWN, ())


def test_where_an_agreement_can_be_fetched_is_told(ask):
    found = by_id(ask().links.value)

    assert found["avtal"].address.startswith("https://")
    assert found["handlingsplan"].address == ""


# --- Disagreement ---


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
    assert isinstance(ways["deviation"], Derived)
    assert ways["deviation"].value.end.value == "leads-out"


def test_the_next_step_is_from_where_the_matter_stands(ask):
    assert ask().disagreement.next_steps is None
    onwards = ask(stands_at="lokal-samverkansarena").disagreement.next_steps
    assert [step.target for step in onwards.value] == ["hogre-arenor"]
    assert onwards.notes == (RULES["readings-agree"].wording,)


def test_where_the_text_stops_it_is_silent_on_a_next_step(ask):
    assert isinstance(ask(stands_at="hogre-arenor").disagreement.next_steps, Silent)


# --- SIP and silences ---


def test_every_question_on_the_plan_is_answered(ask, counties):
    answer = ask(facts={"discharge": True})

    assert set(answer.sip) == {each for each in counties.topics if each.startswith("sip.")}
    convenes = by_id(answer.sip["sip.convener"].value)["convene-at-discharge"]
    assert convenes.applies is Truth.TRUE
    assert convenes.provision.bearer is Bearer.REGION
    assert isinstance(answer.sip["sip.consent"], Silent)


def test_where_the_text_is_silent_the_law_that_holds_all_the_same_is_told(ask):
    convener = ask("Jönköping").sip["sip.convener"]

    assert isinstance(convener, Silent)
    assert ask().sip["sip.timing"].duties


def test_a_silence_is_told_only_where_somebody_with_this_case_would_ask(ask):
    def topics(**facts):
        return {
            each.topic for each in ask(facts={name.replace("_", "-"): is_so for name, is_so in facts.items()}).silences
        }

    assert "target-group.providers" in topics()
    assert "target-group.providers" in topics(private_provider=True)
    assert "target-group.providers" not in topics(private_provider=False)


# For each municipality: the topics that the text is silent on, and those that it leaves open.
UNSETTLED = {
    "Åre": (
        """
        target-group.kin target-group.providers services.ages disagreement.final-instance disagreement.time-limit
        sip.offer sip.consent sip.timing prevention.violence cost.division
        """,
        """
        target-group.emphasis disagreement.next-step disagreement.interpretation disagreement.interim
        deviation.handling
        """,
    ),
    "Jönköping": (
        """
        disagreement.first-step disagreement.next-step disagreement.interpretation disagreement.final-instance
        disagreement.time-limit disagreement.interim disagreement.individual sip.convener ombudsman.task
        school.health care.contact
        """,
        "target-group.who target-group.age services.ages sip.consent sip.participants responsibility.region",
    ),
}


@pytest.mark.parametrize(
    ("municipality", "silent", "open_"), [(name, *topics) for name, topics in UNSETTLED.items()], ids=UNSETTLED
)
def test_silent_and_open_topics(ask, municipality, silent, open_):
    answer = ask(municipality, age=18)

    assert [each.topic for each in answer.silences] == silent.split()
    assert [each.topic for each in answer.left_open] == open_.split()


def test_without_an_edition_topics_are_open_and_none_is_silent(ask):
    answer = ask("Falun", age=18)

    assert answer.silences == ()
    assert {each.status for each in answer.left_open} == {"not-recorded"}
    assert [each.topic for each in answer.answers if each not in answer.left_open] == [
        "target-group.who",
        "target-group.age",
        "responsibility.joint",
    ]


def test_a_reading_that_is_chosen_is_no_longer_left_open(ask):
    def left_open(readings):
        return {each.topic for each in ask("Jönköping", readings=readings).left_open}

    assert left_open(None) - left_open("inclusive") >= {"target-group.who", "target-group.age"}


def test_where_the_person_lives_and_who_placed_them_is_kept_apart(ask):
    def notes(**told):
        return [each.sv for each in ask("Falun", age=17, **told).notes]

    assert len(notes(lives_in="Borlänge")) == 1
    assert any("Jämtland Härjedalen" in each for each in notes(lives_in="2321"))
    assert any("placerade" in each and "känns inte igen" in each for each in notes(placed_by="0180"))
    assert ask("Falun", lives_in="2321").county == "dalarna"


def test_another_county_can_be_asked_as_if_it_were_responsible(counties):
    asked = [counties.what_applies(Case(age=18), on=DAY, county=each).county for each in counties]

    assert asked == list(counties)


# --- CaseFacts as text ---


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("municipality", ["Åre", "Jönköping", "Falun"])
def test_a_case_worker_reads_status_verdict_and_place(ask, municipality, lang):
    answer = ask(municipality, age=18)
    text = answer.explain(lang)

    assert answer.county_name in text.splitlines()[0]
    assert {"sv": "inte en bedömning", "en": "no assessment"}[lang] in " ".join(text.split())
    assert f"[{answer.edition.label.to(lang)}]" in text
    for each in answer.target_group.citations:
        assert each.start.split()[0] in text
    for each in answer.silences:
        assert answer.labels[each.topic].to(lang) in text


@pytest.mark.parametrize("municipality", ["Åre", "Jönköping", "Falun"])
def test_every_fact_that_would_decide_something_has_a_name_for_people(ask, counties, municipality):
    answer = ask(municipality)
    open_facts = {fact for each in answer.answers for fact in each.missing_facts} | set(answer.edition.missing_facts)

    assert open_facts
    for each in open_facts & counties.facts.keys():
        assert answer.labels[each] == counties.facts[each].label
        assert answer.labels[each].to("en") in " ".join(answer.explain("en").split())


def test_that_nothing_is_to_come_is_said_and_not_left_blank(ask):
    text = ask(document="jamtland-2021", born="1960-03-01").explain("en")

    assert "Coming transitions [derived]\n  Nothing.\n" in text
