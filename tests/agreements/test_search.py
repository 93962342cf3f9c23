"""Search and bad arguments: nothing is found or answered silently."""

import pytest

import psykavtal
from psykavtal.model.modality import modality_of
from psykavtal.model.provisions import LinkedAgreement, Review, TargetGroup

DAY = "2026-01-10"


def test_facts_of_a_case_are_in_no_repr():
    from psykavtal.agreements.query import Query

    query = Query(topic="sip.use", subject="x", on=DAY, facts={"inpatient": True})

    assert "inpatient" not in repr(query)


def test_provisions_are_found_by_words_topic_kind_and_bearer(counties):
    jonkoping = counties["jonkoping"]

    assert [each.id for each in jonkoping.find(text="vartannat år")] == ["jonkoping-2025.follow-up.agreement"]
    links = [
        each.id.removeprefix("jonkoping-2025.linked-agreement.") for each in jonkoping.find(kind="linked-agreement")
    ]
    assert links == [
        *("barn", "kunskapsstod", "missbruk", "placeringar", "utskrivning", "habilitering", "sip", "avvikelse"),
        *("tvangsvard", "hemmet", "suicidprevention", "vald", "hemsjukvardsavtalet", "riksavtal"),
    ]
    assert jonkoping.find(kind=LinkedAgreement) == jonkoping.find(kind="linked-agreement")
    assert {each.bearer.value for each in jonkoping.find(topic="sip", bearer="region")} == {"region"}
    assert jonkoping.find(text="finns inte någonstans") == ()
    assert [type(each) for each in jonkoping.find(kind=TargetGroup)] == [TargetGroup] * 3


def test_the_table_of_linked_agreements_is_read_row_by_row(counties):
    links = {each.link: each for each in counties["jonkoping"].edition(on=DAY).linked_agreements}

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


@pytest.mark.parametrize("asked", [{"topic": "spi"}, {"bearer": "regionen"}, {"kind": "targetgroup"}])
def test_a_misspelt_search_is_refused_and_finds_nothing_in_silence(counties, asked):
    jamtland = counties["jamtland"]
    for held in (jamtland, jamtland.document("jamtland-2025", on=DAY)):
        with pytest.raises(psykavtal.PsykavtalError, match="Did you mean"):
            held.find(**asked)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda counties: counties.by_municipality(9999), "no installed county has a municipality '9999'"),
        (lambda counties: counties["23"].ask(None, on=DAY), "no topic 'None'"),
        (
            lambda counties: counties["23"].ask("sip.use", on=DAY, include_reported="yes"),
            "include_reported: must be true or false, not str",
        ),
        (lambda counties: counties["23"].ask("sip.use", on=DAY, facts={"age": 18}), "unknown fact 'age'"),
        (lambda counties: counties["23"].name and psykavtal.from_json(None), "is not JSON"),
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
    answer = document.ask("commission.period")
    assert "Texten motsäger sig själv." in [each.sv for each in answer.notes]
    assert {each.name: each.why.sv for each in answer.readings} == {
        each.id.rpartition(".")[2]: each.wording.sv for each in answer.basis if each.contradicted_by
    }


@pytest.mark.parametrize(
    ("document", "text", "found"),
    [
        ("jamtland-2021", "2019-2022", "statement.plan-period"),
        ("jamtland-2021", "Aktuell handlingsplan", "statement.plan-period"),
        ("jamtland-2025", "16 kap 4§ HSL", "legal-reference.plan-hsl"),
        ("jamtland-2025", "Jämtland Härjedalens målbild", "linked-agreement.malbild"),
        ("jamtland-2025", "funktionshinder", "definition.funktionshinder"),
    ],
)
def test_a_search_meets_the_words_of_the_text_by_which_it_is_cited(counties, document, text, found):
    edition = counties["jamtland"].document(document, on=DAY)
    assert f"{document}.{found}" in [each.id for each in edition.find(text=text)]


def test_a_document_without_a_statement_about_itself_points_to_the_others(counties):
    directive = counties["dalarna"].document("dalarna-direktiv-2020", on=DAY)
    own = directive.ask("target-group.who", about="dalarna-direktiv-2020")
    assert own.status == "not-recorded"
    assert ("dalarna-direktiv-2020", "dalarna-overenskommelse") in [
        (each.document, each.about) for each in own.see_also
    ]
    assert directive.ask("target-group.who", about="dalarna-overenskommelse").status == "stated"
