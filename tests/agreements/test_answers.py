"""The answer to each question: stated, silent, ambiguous; never filled in."""

import pytest

import psykavtal
from psykavtal.model.answers import STATUSES

DAY = "2026-01-10"

STATUSES_ASKED = [
    # county, topic, status
    ("jamtland", "target-group.who", "stated"),
    ("jamtland", "target-group.age", "stated"),
    ("jamtland", "target-group.kin", "silent"),
    ("jamtland", "services.ages", "silent"),
    ("jamtland", "disagreement.first-step", "stated"),
    ("jamtland", "disagreement.next-step", "ambiguous"),
    ("jamtland", "disagreement.interim", "ambiguous"),
    ("jamtland", "disagreement.final-instance", "silent"),
    ("jamtland", "disagreement.time-limit", "silent"),
    ("jamtland", "agreement.parties", "derived"),
    ("jamtland", "sip.convener", "stated"),
    ("jamtland", "sip.consent", "silent"),
    ("jamtland", "commission.scope", "not-applicable"),
    ("jonkoping", "target-group.age", "ambiguous"),
    ("jonkoping", "target-group.kin", "stated"),
    ("jonkoping", "disagreement.first-step", "silent"),
    ("jonkoping", "disagreement.interim", "silent"),
    ("jonkoping", "deviation.handling", "stated"),
    ("jonkoping", "validity.start", "derived"),
    ("jonkoping", "validity.end", "silent"),
    ("jonkoping", "sip.convener", "silent"),
    ("jonkoping", "sip.consent", "ambiguous"),
    ("dalarna", "target-group.age", "stated"),
    ("dalarna", "follow-up.agreement", "stated"),
    ("dalarna", "disagreement.first-step", "not-recorded"),
    ("dalarna", "links.agreements", "not-recorded"),
    ("dalarna", "sip.use", "not-recorded"),
]


@pytest.mark.parametrize(
    ("county", "topic", "status"), STATUSES_ASKED, ids=[f"{county} {topic}" for county, topic, _ in STATUSES_ASKED]
)
def test_the_status_of_an_answer(counties, county, topic, status):
    assert counties[county].ask(topic, on=DAY).status == status


@pytest.mark.parametrize("county", ["jamtland", "jonkoping", "dalarna"])
def test_every_answer_to_every_question_rests_on_something(counties, county):
    for topic in counties.topics:
        answer = counties[county].ask(topic, on=DAY, include_reported=True)
        assert answer.status in STATUSES
        if answer.status in ("stated", "derived", "ambiguous"):
            assert answer.citations, topic
        if answer.status == "reported":
            assert answer.sources, topic
            assert not answer.citations, topic


def test_over_18_leaves_open_who_is_exactly_18_and_from_18_does_not(counties):
    over = counties["jonkoping"].edition(on=DAY).target_groups[0].age_limits[0]
    since = counties["dalarna"].ask("target-group.age", on=DAY).by_text[0].age_limits[0]

    assert [over.covers(age).value for age in (17, 18, 19)] == ["false", "unknown", "true"]
    assert [since.covers(age).value for age in (17, 18, 19)] == ["false", "true", "true"]
    assert over.covers(18, reading="inclusive") is psykavtal.Truth.TRUE
    assert over.covers(18, reading="exclusive") is psykavtal.Truth.FALSE


def test_no_age_is_carried_over_from_one_edition_to_the_next(counties):
    jamtland = counties["jamtland"]
    older, newer = jamtland.document("jamtland-2021", on=DAY), jamtland.document("jamtland-2025", on=DAY)

    assert {each.service for each in older.service_ages} >= {"bup", "vuxenpsykiatrin", "ungdomsmottagningarna", "buh"}
    assert newer.service_ages.status == "silent"


SERVICE_AGES = {
    # service and matter: words, ranges by reading
    ("vuxenpsykiatrin", ""): ("över 18 år", {"inclusive": "18–", "exclusive": "19–"}),
    ("heldygnsvard-unga", ""): ("under 18 år", {"": "0–17"}),
    ("bup", "första linjen för psykisk ohälsa"): ("upp till 18 år", {"exclusive": "0–17", "inclusive": "0–18"}),
    ("ungdomsmottagningarna", "visst uppdrag i första linjen för psykisk ohälsa"): (
        "13-23 år",
        {"inclusive": "13–23", "exclusive": "13–22"},
    ),
    ("buh", "medicinsk vård"): ("0-17.99 år", {"": "0–17"}),
    ("buh", "råd och stöd (LSS 9.1)"): ("0-20.99 år", {"": "0–20"}),
    ("primarvarden", "första linjen för somatisk vård och psykisk ohälsa"): ("vuxna", {}),
    ("boenden-lss", "kommunens hälso- och sjukvård"): ("vuxna", {}),
}


def test_the_ages_of_services_are_as_the_text_has_them(counties):
    edition = counties["jamtland"].document("jamtland-2021", on=DAY)
    found = {}
    for each in edition.service_ages.by_text:
        limit = each.age_limit
        ranges = {reading.name: str(reading.value) for reading in limit.readings}
        found[each.service, each.matter] = (limit.words, ranges or ({"": str(limit.range)} if limit.range else {}))

    assert found == SERVICE_AGES


def test_independent_readings_are_combined_and_one_chosen_for_a_single_provision(counties):
    edition = counties["jamtland"].document("jamtland-2021", on=DAY)
    answer = edition.ask("services.ages")

    assert isinstance(answer, psykavtal.Stated)
    assert {each.rpartition(".")[2] for each in answer.ambiguous_members} >= {
        "adult-psychiatry",
        "bup",
        "youth-clinics",
    }
    narrowed = edition.ask("services.ages", readings={"jamtland-2021.service-ages.bup": "exclusive"})
    assert narrowed.chosen == "exclusive"
    left = {each.rpartition(".")[2] for each in narrowed.under("exclusive").ambiguous_members}
    assert "bup" not in left
    assert left >= {"adult-psychiatry", "youth-clinics"}


def test_a_choice_that_there_is_none_of_is_refused(counties):
    edition = counties["jonkoping"].edition(on=DAY)

    with pytest.raises(psykavtal.PsykavtalError, match="Did you mean 'inclusive'"):
        edition.ask("target-group.age", readings={"jonkoping-2025.target-group.main": "inclusiv"})


def test_a_silence_tells_when_the_text_was_read_and_what_the_law_lays_down(counties):
    before = counties["jamtland"].document("jamtland-2025", on="2025-06-30").ask("sip.timing")
    after = counties["jamtland"].document("jamtland-2025", on="2025-07-01").ask("sip.timing")

    assert isinstance(before, psykavtal.Silent)
    assert before.read_on.isoformat() == "2026-11-24"
    assert [duty.law for duty in before.duties] == ["16 kap. 4 § HSL (2017:30)", "2 kap. 7 § SoL (2001:453)"]
    assert [duty.law for duty in after.duties] == ["16 kap. 4 § HSL (2017:30)", "10 kap. 8 § SoL (2025:400)"]


def test_a_view_without_members_is_no_empty_list(counties):
    services = counties["jamtland"].edition(on=DAY).service_ages

    for look in (len, list, bool, lambda view: view[0], lambda view: view.value):
        with pytest.raises(psykavtal.PsykavtalError, match="silent"):
            look(services)


def test_a_given_fact_narrows_what_applies_and_one_not_given_does_not(counties):
    edition = counties["jamtland"].edition(on=DAY)

    def conveners(**facts):
        return [each.bearer.value for each in edition.ask("sip.convener", facts=facts).value]

    assert conveners() == ["joint", "region"]
    assert conveners(discharge=True) == ["joint", "region"]
    assert conveners(discharge=False) == ["joint"]
    assert edition.ask("sip.offer", facts={"discharge": False}).status == "silent"


def test_conditions_that_are_ruled_out_make_the_question_not_arise(counties):
    edition = counties["jonkoping"].edition(on=DAY)

    assert edition.ask("target-group.providers", facts={"private-provider": False}).status == "not-applicable"


def test_an_unknown_fact_topic_or_flag_is_refused(counties):
    edition = counties["jamtland"].edition(on=DAY)

    with pytest.raises(psykavtal.PsykavtalError, match="Did you mean 'discharge'"):
        edition.ask("sip.convener", facts={"dischage": True})
    with pytest.raises(psykavtal.PsykavtalError, match=r"sip\.convener"):
        edition.ask("sip.convenor")
    with pytest.raises(psykavtal.PsykavtalError, match="include_reported: must be true or false"):
        edition.ask("sip.convener", include_reported="everything")


def test_what_is_reported_is_never_mixed_in_unseen(counties):
    dalarna = counties["dalarna"]
    edition = dalarna.document("dalarna-v4", on="2022-01-01")

    told = edition.ask("target-group.age")
    assert isinstance(told, psykavtal.NotRecorded)
    assert [each.id for each in told.reports] == ["dalarna.target-group.v4-reported"]
    reported = edition.ask("target-group.age", include_reported=True)
    assert isinstance(reported, psykavtal.Reported)
    with pytest.raises(psykavtal.PsykavtalError, match="reported"):
        _ = reported.value
