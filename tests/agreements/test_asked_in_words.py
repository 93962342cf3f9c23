"""A question in words: its topics, documents, provisions, headings and words without a record."""

import pickle

import pytest

from psykavtal.errors import InvalidValueError, UnknownDocumentError

DAY = "2026-01-10"


def ask(counties, county, words, **arguments):
    return counties[county].ask_in_words(words, on=DAY, **arguments)


@pytest.mark.parametrize(
    ("county", "words", "document"),
    [
        ("jamtland", "Vem kallar till SIP?", ()),
        ("jamtland", "Vad gällde för handledning enligt 2021 års överenskommelse?", ("jamtland-2021",)),
        ("jamtland", "Vad gäller enligt version 5.0 om handledning?", ("jamtland-2025",)),
        ("jamtland", "Vad ändrades om handledning mellan 2021 och 2025?", ("jamtland-2021", "jamtland-2025")),
        ("jamtland", "Gällde den äldre den 1 juni 2021?", ()),
        ("jonkoping", "Vad gällde om handledning 2021?", ()),
    ],
)
def test_a_year_or_a_version_names_the_document(counties, county, words, document):
    assert ask(counties, county, words).documents == document


def test_each_document_named_answers_each_topic(counties):
    asked = ask(counties, "jamtland", "Vem har ansvaret under tiden de är oeniga, 2021 och 2025?")
    first = asked.answers[0].answer.topic
    assert [each.document for each in asked.answers if each.answer.topic == first] == ["jamtland-2021", "jamtland-2025"]


def test_documents_answer_if_the_county_has_no_answer(counties):
    (answer,) = ask(counties, "dalarna", "diarienummer").answers
    assert (answer.document, answer.answer.status) == ("dalarna-direktiv-2020", "silent")
    assert counties["dalarna"].ask("document.registry-number", on=DAY).status == "not-recorded"


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("BUP eller vuxenpsykiatrin 2021 vid exakt 18 år", "jamtland-2021.service-ages.adult-psychiatry"),
        ("Vilka sitter i L-IFO enligt 2021 års text?", "jamtland-2021.arena.l-ifo"),
        (
            "heldygnsvård för en 16-åring som behöver tvångsvård 2021",
            "jamtland-2021.responsibility.r-inpatient-under-18",
        ),
    ],
)
def test_the_provisions_with_the_words_are_found_first(counties, words, provision):
    assert provision in [each.provision.id for each in ask(counties, "jamtland", words).found[:4]]


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("Nämns LVM?", [("LVM", ("jamtland-2021",))]),
        ("Anges vite i kronor?", [("vite", ()), ("kronor", ())]),
        ("Nämns LRV 2021 och 2025?", [("LRV", ("jamtland-2021",))]),
        ("Vem kallar till SIP i Jämtland Härjedalen, enligt texten?", []),
    ],
)
def test_words_without_a_record_are_named_with_the_documents_that_have_them(counties, words, absent):
    assert [(each.word, each.documents) for each in ask(counties, "jamtland", words).absent] == absent


def test_a_word_without_a_record_leads_to_words_that_begin_alike(counties):
    asked = ask(counties, "dalarna", "Vem har beställt?")
    assert {"beställare", "beställer"} <= set(asked.absent[0].near)
    assert asked.found[0].provision.id.startswith("dalarna-direktiv-2020.")


def test_little_is_found_without_the_words_that_matter(counties):
    asked = ask(counties, "dalarna", "Vem avgör en oenighet mellan kommun och region?")
    assert "oenighet" in [each.word for each in asked.absent]
    assert not asked.found


def test_a_heading_that_the_words_name_is_given_with_its_subheadings(counties):
    (named,) = ask(counties, "jamtland", "Hur många punkter finns under Överenskommelsens syfte?").headings
    assert [(each.label.sv, each.provisions) for each in named.headings[1:]] == [
        ("Ökad delaktighet", 2),
        ("Hälsofrämjande och förebyggande fokus", 2),
        ("Ökad tillgänglighet, kontinuitet, samordning och samverkan", 3),
    ]


def test_no_provision_stands_in_an_answer_and_beside_it(counties):
    asked = ask(counties, "jonkoping", "hur följs handlingsplanen upp för barn")
    answered = {provision.id for each in asked.answers for provision in each.answer.basis}
    assert asked.further
    assert answered.isdisjoint(each.provision.id for each in asked.further)


@pytest.mark.parametrize("words", ["Vem kallar till SIP?", "Kan man säga upp avtalet?", "Kallar regionen till SIP?"])
def test_no_further_provisions_are_given_for_words_that_all_name_the_topic(counties, words):
    asked = ask(counties, "jamtland", words)
    assert asked.is_clear
    assert not asked.further


def test_the_other_words_of_a_question_lead_to_further_provisions(counties):
    asked = ask(counties, "jamtland", "Vem kallar till SIP vid avlastning?")
    assert asked.further
    assert all(any("avlast" in word.casefold() for word in each.words) for each in asked.further)


def test_a_phrase_and_another_name_ask_both_topics(counties):
    asked = ask(counties, "jamtland", "Vem kallar till SIP för någon med missbruk?")
    assert [each.answer.topic for each in asked.answers] == ["sip.convener", "care.addiction"]


def test_a_question_can_be_pickled_and_displays_itself(counties):
    asked = ask(counties, "jonkoping", "Vem kallar till SIP?")
    assert pickle.loads(pickle.dumps(asked)) == asked
    assert repr(asked).startswith(
        "<AskedInWords 'Vem kallar till SIP?' in jonkoping on 2026-01-10\n  sip.convener: silent"
    )
    assert "Vem kallar till SIP?" in asked._repr_html_()


def test_a_topic_of_which_a_provision_has_the_words_comes_before_one_with_a_common_word(counties):
    asked = ask(counties, "jamtland", "Vem samlar alla när min bror skrivs ut från avdelningen?")
    assert "care.discharge" in [each.answer.topic for each in asked.answers]


def test_a_phrase_names_a_topic_though_its_words_alone_do_not(counties):
    assert ask(counties, "jonkoping", "Vem har skrivit under?").answers[0].answer.topic == "document.signatories"
    assert ask(counties, "jonkoping", "säga upp").answers[0].answer.topic == "validity.termination"
    alone = ask(counties, "jonkoping", "Vem har skrivit texten?").answers
    assert "document.signatories" not in [each.answer.topic for each in alone]


def test_other_documents_of_the_county_answer_beside_the_one_in_force(counties):
    (first, *_) = ask(counties, "jamtland", "Vem kallar till SIP?").answers
    assert [(each.document, each.answer.status) for each in first.elsewhere] == [("jamtland-2021", "silent")]


def test_topics_of_the_same_theme_are_related(counties):
    asked = ask(counties, "jamtland", "Vem avgör till sist?")
    assert {each.answer.topic.partition(".")[0] for each in asked.others} >= {"disagreement"}


def test_words_of_another_document_lead_to_its_provisions(counties):
    asked = ask(counties, "jamtland", "Vem ansvarar för abstinensbehandling?")
    assert {each.document for each in asked.found_elsewhere} == {"jamtland-2021"}


@pytest.mark.parametrize(
    ("words", "inexact"),
    [
        ("Inom hur många dagar kallas till SIP?", {"dagar": "dag"}),
        ("Which IT system is used?", {"IT": "it"}),
        ("Vad ansvarar kommunen för?", {}),
    ],
)
def test_words_that_match_only_in_another_form_are_named(counties, words, inexact):
    found = {each.word: each.forms for each in ask(counties, "jamtland", words).inexact}
    assert found.keys() == inexact.keys()
    assert all(form in found[word] for word, form in inexact.items())


def test_a_name_without_its_ending_is_found(counties):
    assert not ask(counties, "jamtland", "samordningsförbund 2021").absent
    assert counties.find("polisen").near == {"polisen": "polismyndigheten"}


def test_bad_questions_are_refused(counties):
    with pytest.raises(InvalidValueError, match="no letter or digit"):
        ask(counties, "jamtland", "?!")
    with pytest.raises(UnknownDocumentError, match="Did you mean 'jamtland-2025'"):
        ask(counties, "jamtland", "SIP", documents="jamtland-2026")


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("kan man säga upp avtalet", ["validity.termination"]),
        ("hur säger man upp överenskommelsen?", ["validity.termination"]),
        ("gäller avtalet för 17-åringar?", ["target-group.age"]),
        (
            "vad händer när kommunen och regionen är oense?",
            ["disagreement.first-step", "disagreement.next-step", "disagreement.final-instance"],
        ),
        (
            "vad händer om vi inte kommer överens?",
            ["disagreement.first-step", "disagreement.next-step", "disagreement.final-instance"],
        ),
    ],
)
def test_an_everyday_question_answers_its_topics(counties, words, topics):
    assert [each.answer.topic for each in ask(counties, "jamtland", words).answers] == topics


def test_a_word_in_another_form_only_is_named_with_the_form(counties):
    (absent,) = [each for each in ask(counties, "jamtland", "långtt").absent if each.documents]
    assert absent.word not in absent.forms
    assert absent.forms


def test_the_nearest_word_is_another_one(counties):
    (absent,) = ask(counties, "jonkoping", "gäller överenskommelsen för Habo").absent
    assert (absent.word, absent.near) == ("Habo", ())


def test_the_older_text_is_the_edition_before_the_latest(counties):
    for words in ("Vad säger den äldre texten om handledning?", "What does the older agreement state on supervision?"):
        assert ask(counties, "jamtland", words).documents == ("jamtland-2021",)
    assert ask(counties, "jamtland", "Vad gäller för äldre personer?").documents == ()
    assert ask(counties, "dalarna", "Vad säger den äldre överenskommelsen?").documents == ()


def test_a_word_without_a_record_may_name_the_topic(counties):
    asked = ask(counties, "jamtland", "Hur stor budget har länets handlingsplan för psykisk hälsa enligt version 5.0?")
    assert [(each.answer.topic, each.answer.status) for each in asked.answers] == [("cost.division", "silent")]
    assert "budget" in [each.word for each in asked.absent]
    assert asked.further


def test_another_name_is_no_other_form(counties):
    (found,) = [
        each for each in ask(counties, "jamtland", "Nämns barnkonventionen?").inexact if each.word == "barnkonventionen"
    ]
    assert found.is_name
    assert "barnets rättigheter" in found.forms


def test_the_first_part_of_a_compound_names_the_topic(counties):
    asked = ask(counties, "jamtland", "Vad görs vid självmordsrisk?")
    assert "prevention.suicide" in [each.answer.topic for each in asked.answers]
    assert not ask(counties, "jamtland", "Vad gör en kommunikatör?").answers


def test_a_version_that_the_county_does_not_have_asks_no_topic(counties):
    asked = ask(counties, "jonkoping", "Vem kallar till SIP enligt version 5.0?")
    assert [each.answer.topic for each in asked.answers] == ["sip.convener"]
    assert "5.0" not in [each.word for each in asked.absent]


def test_words_for_the_older_text_find_nothing_themselves(counties):
    asked = ask(counties, "jamtland", "I vilket sammanhang nämns Hjärnkoll i den äldre Jämtlandstexten?")
    assert asked.documents == ("jamtland-2021",)
    assert not asked.absent
    assert asked.found[0].provision.document == "jamtland-2021"
    assert "Hjärnkoll" in asked.found[0].provision.wording.sv
