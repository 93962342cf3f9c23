"""Answers by speaker (the document that states something) and by subject (what it is about)."""

import pytest

from psykavtal.model.answers import Derived, NotApplicable, NotRecorded, Reported, Stated
from tests.thorough import share

COUNTIES = ("jamtland", "jonkoping", "dalarna")
DAYS = ("1950-01-01", "2012-01-01", "2014-01-01", "2015-06-01", "2022-05-10", "2024-06-01", "2026-01-10", "2030-01-01")


def ids(provisions):
    return {each.id for each in provisions}


def pointers(answer):
    return {each.provision: each for each in answer.see_also}


def test_the_age_limit_that_a_directive_states_of_the_agreement_is_its_answer(counties):
    answer = counties["dalarna"].document("dalarna-direktiv-2020", on="2020-03-01").ask("target-group.age")

    assert answer.status == "stated"
    assert [each.about for each in answer.value] == ["dalarna-overenskommelse", "dalarna-reviderad"]
    assert {limit.range.at_least for each in answer.value for limit in each.stated_ages()} == {18}


def test_every_adoption_is_reached_with_its_subject(counties):
    answer = counties["jamtland"].ask("agreement.adoption", on="2026-01-10")

    assert {each.id: each.about for each in answer.value} == {"jamtland.adoption.v5": "jamtland-2025"}
    assert {name: (each.about, each.is_reported) for name, each in pointers(answer).items()} == {
        "jamtland.adoption.original": ("jamtland-overenskommelse", False),
        "jamtland.adoption.v4-reported": ("jamtland-2021", True),
    }


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("county", COUNTIES)
def test_everything_recorded_on_a_topic_is_reached_from_it(counties, county, day):
    asked = counties[county]
    for topic in share(asked.topics, DAYS.index(day), 4):
        for include_reported in (False, True):
            answer = asked.ask(topic, on=day, include_reported=include_reported)
            reached = ids(answer.basis) | ids(answer.reports) | pointers(answer).keys()
            assert ids(asked.find(topic=topic).provisions) <= reached, topic


@pytest.mark.parametrize("county", COUNTIES)
def test_everything_recorded_on_a_topic_is_reached_from_a_document(counties, county):
    asked = counties[county]
    on_topic = {topic: asked.find(topic=topic).provisions for topic in asked.topics}
    for each in asked.documents:
        document = asked.document(each.id, on="2026-01-10")
        for topic, recorded in on_topic.items():
            answer = document.ask(topic)
            stated = {one.id for one in recorded if one.document == each.id and not one.is_reported}
            assert stated <= ids(answer.basis), (each.id, topic)
            assert ids(recorded) <= ids(answer.basis) | ids(answer.reports) | pointers(answer).keys(), (each.id, topic)


@pytest.mark.parametrize("county", COUNTIES)
def test_a_pointer_is_marked_if_reported_and_is_no_part_of_the_answer(counties, county):
    asked = counties[county]
    known = {each.id: each for each in asked.find().provisions}
    for topic in asked.topics:
        answer = asked.ask(topic, on="2026-01-10")
        for name, each in pointers(answer).items():
            assert (each.is_reported, each.about) == (known[name].is_reported, known[name].about)
        assert not pointers(answer).keys() & ids(answer.basis)


def test_a_statement_about_the_edition_goes_before_one_about_the_agreement(counties):
    answer = counties["jamtland"].ask("agreement.adoption", on="2026-01-10")
    about = counties["jamtland"].ask("agreement.adoption", on="2026-01-10", about="jamtland-overenskommelse")

    assert ids(answer.value) == {"jamtland.adoption.v5"}
    assert ids(about.basis) == {"jamtland.adoption.original"}


def test_a_speaker_states_nothing_before_it_was_written(counties):
    dalarna = counties["dalarna"]

    before = dalarna.ask("target-group.age", on="2012-01-01")
    assert isinstance(before, NotRecorded)
    assert before.cause == "none-in-force"
    assert "dalarna-direktiv-2020.target-group.agreement" in pointers(before)
    unknown = dalarna.ask("target-group.age", on="2015-06-01")
    assert (unknown.status, unknown.cause) == ("not-recorded", "not-available")
    after = dalarna.ask("target-group.age", on="2020-02-07")
    assert ids(after.value) == {"dalarna-direktiv-2020.target-group.agreement"}


def test_candidates_that_differ_are_listed_by_document(counties):
    answer = counties["dalarna"].ask("validity.end", on="2021-08-01")

    assert isinstance(answer, NotRecorded)
    assert answer.cause == "edition"
    assert {each.document: each.answer.status for each in answer.by_document} == {
        "dalarna-v3": "stated",
        "dalarna-v4": "not-recorded",
    }
    assert answer.in_force.candidates == ("dalarna-v3", "dalarna-v4")


def test_a_document_that_is_not_available_lists_what_others_state(counties):
    answer = counties["dalarna"].document("dalarna-v4", on="2026-01-10").ask("target-group.age")

    assert isinstance(answer, NotRecorded)
    assert answer.cause == "not-available"
    assert ids(answer.reports) == {"dalarna.target-group.v4-reported"}
    assert "dalarna-direktiv-2020.target-group.agreement" in pointers(answer)


def test_a_question_on_a_commission_does_not_arise_for_an_agreement(counties):
    dalarna = counties["dalarna"]

    answer = dalarna.ask("commission.scope", on="2026-01-10")
    assert isinstance(answer, NotApplicable)
    assert answer.cause == "kind"
    assert {each.about for each in answer.see_also} == {"dalarna-direktiv-2020"}
    assert dalarna.document("dalarna-direktiv-2020", on="2026-01-10").ask("commission.scope").status == "stated"


def test_a_report_answers_only_if_included_and_no_text_does(counties):
    ask = counties["dalarna"].document("dalarna-v4", on="2021-10-01").ask

    assert isinstance(ask("target-group.age"), NotRecorded)
    included = ask("target-group.age", include_reported=True)
    assert isinstance(included, Reported)
    assert ids(included.reported_value) == {"dalarna.target-group.v4-reported"}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("county", COUNTIES)
def test_reports_never_lower_an_answer(counties, county, day):
    asked = counties[county]
    for topic in share(asked.topics, DAYS.index(day), 4):
        without = asked.ask(topic, on=day)
        if without.in_force.document is not None and isinstance(without, Stated | Derived):
            including = asked.ask(topic, on=day, include_reported=True)
            assert (including.status, including.basis) == (without.status, without.basis), topic
