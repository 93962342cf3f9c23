"""Topics of a case: answered, silent or open; and the case as text."""

import pytest

from psykavtal import Case, Silent, Truth
from psykavtal.model.provisions import Bearer
from tests.cases.parts import DAY, by_id


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
        sip.offer sip.consent sip.coordinator sip.timing prevention.violence care.placement cost.division
        """,
        """
        target-group.children target-group.emphasis disagreement.next-step disagreement.interpretation
        disagreement.interim deviation.handling responsibility.joint
        """,
    ),
    "Jönköping": (
        """
        disagreement.first-step disagreement.next-step disagreement.interpretation disagreement.final-instance
        disagreement.time-limit disagreement.interim disagreement.individual sip.convener
        sip.coordinator ombudsman.task school.health care.contact
        """,
        """
        target-group.who target-group.age target-group.kin services.ages links.agreements sip.consent sip.participants
        responsibility.joint responsibility.municipality responsibility.region prevention.violence care.placement
        cost.division
        """,
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
    assert {each.topic for each in answer.left_open if each.status != "not-recorded"} == {
        "responsibility.joint",
        "responsibility.each",
    }
    assert [each.topic for each in answer.answers if each not in answer.left_open] == [
        "target-group.who",
        "target-group.age",
        "target-group.providers",
    ]


def test_a_reading_that_is_chosen_is_no_longer_left_open(ask):
    def left_open(readings):
        return {each.topic for each in ask("Jönköping", readings=readings).left_open}

    assert left_open(None) - left_open("inclusive") == {"target-group.who", "target-group.age"}


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


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("municipality", ["Åre", "Jönköping", "Falun"])
def test_a_case_worker_reads_status_verdict_and_place(ask, municipality, lang):
    answer = ask(municipality, age=18)
    text = answer.explain(lang)

    assert answer.county_name in text.splitlines()[0]
    assert {"sv": "inte en bedömning", "en": "not an assessment"}[lang] in " ".join(text.split())
    assert f"[{answer.in_force.label.to(lang)}]" in text
    for each in answer.target_group.citations:
        assert each.start.split()[0] in text
    for each in answer.silences:
        assert answer.labels[each.topic].to(lang) in text


@pytest.mark.parametrize("municipality", ["Åre", "Jönköping", "Falun"])
def test_every_fact_that_would_decide_something_has_a_name_for_people(ask, counties, municipality):
    answer = ask(municipality)
    open_facts = {fact for each in answer.answers for fact in each.missing_facts} | set(answer.in_force.missing_facts)

    assert open_facts
    for each in open_facts & counties.facts.keys():
        assert answer.labels[each] == counties.facts[each].label
        assert answer.labels[each].to("en") in " ".join(answer.explain("en").split())


def test_that_nothing_is_to_come_is_said_and_not_left_blank(ask):
    text = ask(document="jamtland-2021", born="1960-03-01").explain("en")

    assert "Coming transitions [derived]\n  Nothing.\n" in text
