"""What is answered, question by question: stated, silent, ambiguous; never filled in."""

import pytest

import psykavtal
from psykavtal.model.answers import STATUSES
from psykavtal.model.modality import modality_of
from psykavtal.model.provisions import Review

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
    ("jonkoping", "target-group.kin", "derived"),
    ("jonkoping", "disagreement.first-step", "silent"),
    ("jonkoping", "disagreement.interim", "silent"),
    ("jonkoping", "deviation.handling", "derived"),
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
    over = counties["jonkoping"].edition(on=DAY).value.target_groups[0].age_limits[0]
    since = counties["dalarna"].ask("target-group.age", on=DAY).value[0].age_limits[0]

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
    for each in edition.service_ages:
        limit = each.age_limit
        ranges = {reading.name: str(reading.value) for reading in limit.readings}
        found[each.service, each.matter] = (limit.words, ranges or ({"": str(limit.range)} if limit.range else {}))

    assert found == SERVICE_AGES


def test_independent_readings_are_combined_and_one_chosen_for_a_single_provision(counties):
    edition = counties["jamtland"].document("jamtland-2021", on=DAY)
    answer = edition.ask("services.ages")

    assert isinstance(answer, psykavtal.Ambiguous)
    assert len(answer.readings) == 2 * 2 * 2
    narrowed = edition.ask("services.ages", readings={"jamtland-2021.service-ages.bup": "exclusive"})
    assert len(narrowed.readings) == 2 * 2
    assert all("bup:exclusive" in each.name for each in narrowed.readings)


def test_a_choice_that_there_is_none_of_is_refused(counties):
    edition = counties["jonkoping"].edition(on=DAY).value

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
    services = counties["jamtland"].edition(on=DAY).value.service_ages

    for look in (len, list, bool, lambda view: view[0], lambda view: view.value):
        with pytest.raises(psykavtal.PsykavtalError, match="silent"):
            look(services)


def test_a_given_fact_narrows_what_applies_and_one_not_given_does_not(counties):
    edition = counties["jamtland"].edition(on=DAY).value

    def conveners(**facts):
        return [each.bearer.value for each in edition.ask("sip.convener", facts=facts).value]

    assert conveners() == ["joint", "region"]
    assert conveners(discharge=True) == ["joint", "region"]
    assert conveners(discharge=False) == ["joint"]
    assert edition.ask("sip.offer", facts={"discharge": False}).status == "silent"


def test_conditions_that_are_ruled_out_make_the_question_not_arise(counties):
    edition = counties["jonkoping"].edition(on=DAY).value

    assert edition.ask("target-group.providers", facts={"private-provider": False}).status == "not-applicable"


def test_an_unknown_fact_topic_or_flag_is_refused(counties):
    edition = counties["jamtland"].edition(on=DAY).value

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
    assert any("include_reported" in str(note) for note in told.notes)
    reported = edition.ask("target-group.age", include_reported=True)
    assert isinstance(reported, psykavtal.Reported)
    with pytest.raises(psykavtal.PsykavtalError, match="reported"):
        _ = reported.value


def test_facts_of_a_case_are_in_no_repr():
    from psykavtal.agreements.query import Query

    query = Query(topic="sip.use", subject="x", on=DAY, facts={"inpatient": True})

    assert "inpatient" not in repr(query)


def test_the_table_of_linked_agreements_is_read_row_by_row(counties):
    links = {each.link: each for each in counties["jonkoping"].edition(on=DAY).value.linked_agreements}

    assert len(links["overenskommelse-missbruk"].attachments) == 5
    assert str(links["overenskommelse-missbruk"].age_limit) == "«från 18 års ålder» = 18–"
    assert links["gemensamma-placeringar"].attachments == ("Blankett kostnadsfördelning",)
    assert links["utskrivning"].attachments == ()
    assert any("RJL 2018/1556" in each for each in links["vard-i-hemmet"].attachments)
    held = [each.id for each in counties["jonkoping"].documents if each.held]
    assert held == ["jonkoping-2025"]


@pytest.mark.parametrize(
    ("verb", "modality"),
    [
        ("ska", "duty"),
        ("ska följas upp", "duty"),
        ("skall inte", "prohibition"),
        ("ska ej", "prohibition"),
        ("får ej", "prohibition"),
        ("bör inte", "recommendation"),
        ("kan", "permission"),
        ("kan inte", "statement"),
        ("måste inte", "statement"),
        ("lyfts", "statement"),
        ("", "none"),
    ],
)
def test_how_strongly_a_verb_binds(verb, modality):
    assert modality_of(verb).value == modality


def test_a_condition_that_is_not_told_is_named(counties):
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)

    links = edition.ask("links.agreements", facts={"inpatient": False})
    assert "assistive-devices" in links.missing_facts
    assert "inpatient" not in links.missing_facts
    told = edition.ask("links.agreements", facts={"assistive-devices": False})
    assert "assistive-devices" not in told.missing_facts
    assert len(told.value) < len(links.value)
    for topic in edition.topics:
        answer = edition.ask(topic.id)
        told = edition.ask(topic.id, facts=dict.fromkeys(answer.missing_facts, True))
        assert set(told.missing_facts).isdisjoint(answer.missing_facts)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda counties: counties.by_municipality(9999), "no installed county has a municipality '9999'"),
        (lambda counties: counties["23"].ask(None, on=DAY), "no topic 'None'"),
        (
            lambda counties: counties["23"].ask("sip.use", on=DAY, include_reported="yes"),
            "include_reported: must be true or false, not str",
        ),
        (lambda counties: counties["23"].ask("sip.use", on=DAY, facts={"age": 18}), "no fact 'age'"),
        (lambda counties: counties["23"].name and psykavtal.from_json(None), "is no JSON"),
        (lambda counties: counties["23"].topics["sip.use"].label.to("de"), "unknown language 'de'"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_value(counties, ask, told):
    with pytest.raises(psykavtal.PsykavtalError, match=told):
        ask(counties)


def test_an_answer_tells_how_well_its_passages_were_read(counties):
    edition = counties["jamtland"].document("jamtland-2025", on=DAY)
    least = {topic.id: edition.ask(topic.id).review for topic in edition.topics}
    for topic, care in least.items():
        cited = {each.review for each in edition.ask(topic).basis if each.citations}
        assert (care in cited) == bool(cited)
        if Review.READ_ONCE in cited:
            assert care is Review.READ_ONCE
    assert Review.REREAD in least.values()
    assert edition.ask("disagreement.time-limit").review is None


def test_what_contradicts_itself_is_told(counties):
    document = counties["dalarna"].document("dalarna-direktiv-2020", on=DAY)
    (told, *_) = document.ask("commission.period").notes
    assert told.sv.startswith("Texten säger emot sig själv")
    assert "2020-12-31" in told.sv
    assert "juni 2021" in told.sv


def test_a_silence_tells_of_what_the_document_does_speak(counties):
    directive = counties["dalarna"].document("dalarna-direktiv-2020", on=DAY)
    silent = directive.ask("target-group.who")
    assert silent.status == "silent"
    assert any("about='dalarna-overenskommelse'" in note.sv for note in silent.notes)
    assert directive.ask("target-group.who", about="dalarna-overenskommelse").status == "stated"
